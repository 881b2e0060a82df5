/// Sets parts of speech, morphology and some lemmas by rules over tags, words and relations.
///
/// Rules see all tokens as they were before any rule; where several set the same, the last one
/// counts.
struct AttributeRuler: Sendable {
  /// Where a pattern of one token belongs: to a rule, at a place in one of its sequences.
  fileprivate struct Place: Sendable, Hashable {
    let rule: Int
    /// The sequence of tokens; nil for a rule that looks at one token.
    let sequence: Int?
    let offset: Int
  }

  private struct Sequence: Sendable {
    let count: Int
    /// Which token of the sequence is changed.
    let target: Int
    let rule: Int
  }

  /// What can be said of a token from itself alone.
  struct Match: Sendable {
    /// What the rules of one token set together.
    fileprivate(set) var attributes = TokenAttributes()
    /// Whether the token can stand in a rule of several tokens.
    var isInSequence: Bool { !places.isEmpty }
    fileprivate var rules: [Int] = []
    fileprivate var places: [Place] = []
  }

  private var patterns = PatternIndex()
  /// Where each pattern belongs.
  private var places: [Place] = []
  private var sequences: [Sequence] = []
  private var attributes: [TokenAttributes] = []

  /// Reads a ruler's folder.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(folder: String) throws {
    let document = try MessagePackDocument(path: folder + "/patterns")
    for rule in document.root.elements ?? [] { try add(rule, in: document) }
  }

  private mutating func add(_ rule: MessagePackValue, in document: MessagePackDocument) throws {
    let number = attributes.count
    attributes.append(try TokenAttributes(document.require("attrs", in: rule), in: document))
    let index = document.value("index", in: rule)?.count ?? 0
    for sequence in try document.require("patterns", in: rule).elements ?? [] {
      let tokens = try (sequence.elements ?? []).map { try TokenPattern($0, in: document) }
      let target = index < 0 ? tokens.count + index : index
      guard tokens.indices.contains(target) else {
        throw document.malformed("rule \(number) changes a token that it does not have")
      }
      for (offset, token) in tokens.enumerated() {
        patterns.add(token)
        places.append(
          Place(rule: number, sequence: tokens.count == 1 ? nil : sequences.count, offset: offset))
      }
      if tokens.count > 1 {
        sequences.append(Sequence(count: tokens.count, target: target, rule: number))
      }
    }
  }

  /// Looks at a token without its neighbours.
  func match(_ token: RuledToken) -> Match {
    var match = Match()
    for place in patterns.matches(token).map({ places[$0] }) {
      if place.sequence == nil {
        match.rules.append(place.rule)
        match.attributes.apply(attributes[place.rule])
      } else {
        match.places.append(place)
      }
    }
    return match
  }

  /// What the rules set for tokens that a rule of several tokens changes, by token.
  ///
  /// - Parameter matches: what is known of each token alone.
  func attributes(_ matches: (Int) -> Match, count: Int) -> [Int: TokenAttributes] {
    var found: [Int: [Int]] = [:]
    for start in 0..<count {
      for place in matches(start).places where place.offset == 0 {
        guard let number = place.sequence else { continue }
        let sequence = sequences[number]
        guard start + sequence.count <= count else { continue }
        let holds = (1..<sequence.count).allSatisfy { offset in
          matches(start + offset).places.contains {
            $0.sequence == number && $0.offset == offset
          }
        }
        if holds { found[start + sequence.target, default: []].append(sequence.rule) }
      }
    }
    return found.reduce(into: [:]) { result, entry in
      var set = TokenAttributes()
      for rule in (matches(entry.key).rules + entry.value).sorted() { set.apply(attributes[rule]) }
      result[entry.key] = set
    }
  }
}
