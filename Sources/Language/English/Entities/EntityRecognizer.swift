/// A name or value in a text: tokens and what they stand for.
struct EntitySpan {
  let tokens: Range<Int>
  /// The type, as a place among ``EntityRecognizer/types``.
  let type: Int32
}

/// Finds names and values with a transition system of begin, inside, last, unit and outside moves.
///
/// As in spaCy's `ner.pyx`: no entity goes over the end of a sentence or begins with white space.
struct EntityRecognizer: Sendable {
  private enum Action: Int {
    case missing, begin, inside, last, unit, outside
  }

  private struct Move: Sendable {
    let action: Action
    let type: Int32
  }

  private static let features = 3

  /// The types, by number.
  let types: [String]
  private let network: TransitionNetwork
  private let moves: [Move]
  /// The moves inside an entity of each type, in the order of their scores.
  private let insideMoves: [[Int]]

  /// Reads a recogniser's folder.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(folder: String, configuration: PipelineConfiguration) throws {
    let weights = try NetworkWeights(path: folder + "/model")
    self.network = try TransitionNetwork(weights)
    let table = try MoveTable(path: folder + "/moves") { action, label in
      action == Action.outside.rawValue
        ? label.isEmpty : action > 0 && Action(rawValue: action) != nil
    }
    guard network.features == Self.features else {
      throw configuration.unsupported(
        "an entity recognizer with \(network.features) tokens a state")
    }
    guard table.moves.count == network.moves else {
      throw weights.document.malformed("\(network.moves) outputs for \(table.moves.count) moves")
    }
    var types: [String] = []
    self.moves = table.moves.map { move in
      guard !move.label.isEmpty else {
        return Move(action: Action(rawValue: move.action) ?? .missing, type: -1)
      }
      let place = types.firstIndex(of: move.label) ?? types.count
      if place == types.count { types.append(move.label) }
      return Move(action: Action(rawValue: move.action) ?? .missing, type: Int32(place))
    }
    self.types = types
    self.insideMoves = types.indices.map { [moves] type in
      moves.indices.filter {
        moves[$0].type == Int32(type) && (moves[$0].action == .inside || moves[$0].action == .last)
      }
    }
  }

  /// The width of the token vectors that the recogniser reads.
  var inputs: Int { network.inputs }

  /// Finds the entities of a text of tokens with the given vectors.
  func entities(
    _ tokens: UnsafePointer<Float>, count: Int, startsSentence: [Bool], isSpace: (Int) -> Bool,
    scratch: inout TransitionScratch
  ) -> [EntitySpan] {
    scratch.prepare(network, tokens, count: count)
    var found: [EntitySpan] = []
    var open: (start: Int, type: Int32)?
    var places: [Int32] = [-1, -1, -1]
    for token in 0..<count {
      places[0] = Int32(token)
      places[1] = open.map { Int32($0.start) } ?? -1
      places[2] = open == nil ? -1 : Int32(token - 1)
      places.withUnsafeBufferPointer { scratch.score(network, $0) }
      let scores = UnsafePointer(scratch.scores.start)
      let isLast = token == count - 1
      let endsSentence = !isLast && startsSentence[token + 1]
      guard let entity = open else {
        let move = outsideMove(
          scores, canBegin: !isLast && !endsSentence && !isSpace(token), canBeUnit: !isSpace(token))
        switch move?.action {
        case .begin: open = (token, move?.type ?? -1)
        case .unit: found.append(EntitySpan(tokens: token..<token + 1, type: move?.type ?? -1))
        default: break
        }
        continue
      }
      let move = insideMove(scores, type: entity.type, canGoOn: !isLast && !endsSentence)
      guard move != .inside else { continue }
      found.append(EntitySpan(tokens: entity.start..<token + 1, type: entity.type))
      open = nil
    }
    return found
  }

  private func outsideMove(
    _ scores: UnsafePointer<Float>, canBegin: Bool, canBeUnit: Bool
  ) -> Move? {
    var best = -1
    for (index, move) in moves.enumerated() {
      let isValid =
        switch move.action {
        case .begin: canBegin && move.type >= 0
        case .unit: canBeUnit && move.type >= 0
        case .outside: true
        default: false
        }
      if isValid, best < 0 || scores[index] > scores[best] { best = index }
    }
    return best < 0 ? nil : moves[best]
  }

  private func insideMove(
    _ scores: UnsafePointer<Float>, type: Int32, canGoOn: Bool
  ) -> Action {
    var best = -1
    for index in insideMoves[Int(type)] where canGoOn || moves[index].action == .last {
      if best < 0 || scores[index] > scores[best] { best = index }
    }
    return best < 0 ? .last : moves[best].action
  }
}
