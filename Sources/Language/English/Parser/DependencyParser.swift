/// A text's dependency tree.
struct DependencyTree {
  /// The head of each token, its own index for a root.
  var heads: [Int32]
  /// The relation of each token to its head, as a place among ``DependencyParser/relations``.
  var relations: [Int32]
  /// Whether a sentence begins with each token.
  var startsSentence: [Bool]
}

/// Finds each token's head with an arc-eager transition system.
///
/// Nivre and Nilsson's lifted arcs (labels such as `pobj||prep`) are put back afterwards. Method:
/// Honnibal and Johnson 2015, as in spaCy's `arc_eager.pyx`: the moves of a state are scored, and
/// the best that is valid is taken, so that a text takes time linear in its length.
struct DependencyParser: Sendable {
  private enum Action: Int {
    case shift, reduce, left, right, startSentence
  }

  /// Moves with the same action, beside each other.
  private struct Segment: Sendable {
    let action: Int
    let moves: Range<Int>
  }

  private static let features = 8

  /// The relations, by number.
  let relations: RelationTable
  private let network: TransitionNetwork
  private let segments: [Segment]
  private let moveRelations: [Int32]

  /// Reads a parser's folder.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(folder: String, configuration: PipelineConfiguration) throws {
    let weights = try NetworkWeights(path: folder + "/model")
    self.network = try TransitionNetwork(weights)
    let table = try MoveTable(path: folder + "/moves") { action, _ in
      Action(rawValue: action) != nil
    }
    guard network.features == Self.features else {
      throw configuration.unsupported("a parser with \(network.features) tokens a state")
    }
    guard table.moves.count == network.moves else {
      throw weights.document.malformed(
        "\(network.moves) outputs for \(table.moves.count) moves")
    }
    guard !table.moves.contains(where: { $0.label == "subtok" }) else {
      throw configuration.unsupported("a parser that joins tokens")
    }
    var relations = RelationTable()
    self.moveRelations = table.moves.map { relations.place($0.label) }
    self.relations = relations
    var segments: [Segment] = []
    for (index, move) in table.moves.enumerated() {
      if let last = segments.last, last.action == move.action {
        segments[segments.count - 1] = Segment(
          action: last.action, moves: last.moves.lowerBound..<index + 1)
      } else {
        segments.append(Segment(action: move.action, moves: index..<index + 1))
      }
    }
    self.segments = segments
  }

  /// The width of the token vectors that the parser reads.
  var inputs: Int { network.inputs }

  /// Parses a text of tokens with the given vectors.
  func parse(
    _ tokens: UnsafePointer<Float>, count: Int, isSpace: (Int) -> Bool,
    scratch: inout TransitionScratch
  ) -> DependencyTree {
    scratch.prepare(network, tokens, count: count)
    var state = ParserState(count: count)
    var places = Array(repeating: Int32(-1), count: Self.features)
    while !state.isFinal {
      describe(state, in: &places)
      places.withUnsafeBufferPointer { scratch.score(network, $0) }
      take(best(state, scratch.scores.start), in: &state)
    }
    return tree(state, isSpace: isSpace)
  }

  private func describe(_ state: ParserState, in places: inout [Int32]) {
    let front = state.bufferWord(0)
    let top = state.stackWord(0)
    places[0] = front
    places[1] = state.bufferWord(1)
    places[2] = top
    places[3] = state.stackWord(1)
    places[4] = state.stackWord(2)
    places[5] = state.leftChild(front)
    places[6] = state.leftChild(top)
    places[7] = state.rightChild(top)
  }

  /// The best valid move: its action and number.
  private func best(_ state: ParserState, _ scores: UnsafePointer<Float>) -> (Action, Int)? {
    var best: (Action, Int)?
    for segment in segments {
      guard let action = Action(rawValue: segment.action), isValid(action, state) else { continue }
      for move in segment.moves where best == nil || scores[move] > scores[best?.1 ?? 0] {
        best = (action, move)
      }
    }
    return best
  }

  private func isValid(_ action: Action, _ state: ParserState) -> Bool {
    let front = state.bufferWord(0)
    let buffered = state.bufferCount
    switch action {
    case .shift:
      if state.depth == 0 { return true }
      return buffered >= 2 && !state.isSentenceStart(front) && !state.isUnshiftable(front)
    case .reduce:
      return state.depth > 0
    case .left, .right:
      return state.depth > 0 && buffered > 0 && !state.isSentenceStart(front)
    case .startSentence:
      let second = state.bufferWord(1)
      return buffered >= 2 && second == front + 1 && !state.isSentenceStart(second)
    }
  }

  private func take(_ move: (Action, Int)?, in state: inout ParserState) {
    guard let (action, number) = move else { return state.finish() }
    let relation = moveRelations[number]
    switch action {
    case .shift: state.push()
    case .reduce: state.reduce()
    case .left:
      state.attach(state.stackWord(0), to: state.bufferWord(0), label: relation)
      state.allowShift(state.bufferWord(0))
      state.pop()
    case .right:
      state.attach(state.bufferWord(0), to: state.stackWord(0), label: relation)
      state.push()
    case .startSentence: state.startSentence(state.bufferWord(1))
    }
  }

  private func tree(_ state: ParserState, isSpace: (Int) -> Bool) -> DependencyTree {
    var tree = DependencyTree(
      heads: state.heads, relations: state.labels,
      startsSentence: Array(repeating: false, count: state.heads.count))
    for index in tree.heads.indices where tree.heads[index] < 0 {
      tree.heads[index] = Int32(index)
      tree.relations[index] = relations.root
    }
    var edges = TreeEdges(tree.heads)
    if tree.relations.contains(where: { relations.lifted[Int($0)] != nil }) {
      LiftedArcs.putBack(&tree, relations: relations, edges: edges, isSpace: isSpace)
      edges = TreeEdges(tree.heads)
    }
    for index in tree.heads.indices where tree.heads[index] == Int32(index) {
      tree.startsSentence[Int(edges.left[index])] = true
    }
    return tree
  }
}
