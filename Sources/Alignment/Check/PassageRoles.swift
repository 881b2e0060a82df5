import Claims
import Source
import Values

/// What stands in which role in a passage, by its tree: of what a value is, and who does what.
struct PassageRoles: Sendable {
  private let passage: Passage
  private let words: [Passage.SyntaxWord]
  /// The base forms of the content words, by where they begin.
  private let lemmas: [Int: String]

  /// How far up the tree a role reaches.
  private static let height = 8

  init(_ passage: Passage) {
    self.passage = passage
    words = passage.syntax
    lemmas = Dictionary(
      passage.words.map { ($0.range.lowerBound, $0.lemma) }, uniquingKeysWith: { one, _ in one })
  }

  /// The role of a value.
  struct ValueRole: Sendable, Hashable {
    /// The base forms of what it depends on, up to the predicate: "injured" over "people" for "14 people were injured".
    let path: [String]
    /// The base form of who or what the predicate is said of; nothing where the value is part of it or it is not told.
    let subject: String?
  }

  /// The role of a value; nothing where it depends on nothing that carries content.
  func role(of value: Value) -> ValueRole? {
    let own = words.indices.filter { value.range.contains(words[$0].range.lowerBound) }
    guard let top = own.first(where: { !own.contains(words[$0].head) || words[$0].head == $0 })
    else { return nil }
    var path: [String] = []
    var index = top
    for _ in 0..<Self.height where words[index].head != index {
      index = words[index].head
      if let lemma = lemmas[words[index].range.lowerBound] { path.append(lemma) }
      if isPredicate(index) { break }
    }
    guard !path.isEmpty else { return nil }
    return ValueRole(path: path, subject: subject(of: index))
  }

  /// The base forms of the predicates, each with who or what it is said of.
  var predicates: [String: String?] {
    var predicates: [String: String?] = [:]
    for index in words.indices where isPredicate(index) || words[index].head == index {
      if let lemma = lemmas[words[index].range.lowerBound] {
        predicates[lemma] = .some(subject(of: index))
      }
    }
    // "Was open", "was closed": what is said by a verb without a meaning of its own.
    for index in words.indices where ["acomp", "attr"].contains(words[index].relation) {
      if let lemma = lemmas[words[index].range.lowerBound] {
        predicates[lemma] = .some(subject(of: words[index].head))
      }
    }
    return predicates
  }

  /// The auxiliary verbs as they stand, in small letters.
  var auxiliaries: Set<String> {
    let text = SourceText(passage.text)
    let start = words.first?.range.lowerBound ?? 0
    return Set(
      words.filter { $0.partOfSpeech == .auxiliary }.map { word in
        let place = word.range.lowerBound - start..<word.range.upperBound - start
        return place.upperBound <= text.count ? text[place].lowercased() : ""
      })
  }

  /// The base forms of all subjects.
  var subjects: Set<String> {
    Set(
      words.filter { ["nsubj", "nsubjpass", "nsubj:pass"].contains($0.relation) }
        .compactMap { lemmas[$0.range.lowerBound] })
  }

  /// Whether a clause of the passage is what somebody is reported to say.
  func isReported(by acts: ActTable) -> Bool {
    words.indices.contains { index in
      guard words[index].relation == "ccomp", words[index].head != index,
        let verb = lemmas[words[words[index].head].range.lowerBound]
      else { return false }
      return acts.act(ofVerb: verb, in: passage.language)?.reports ?? false
    }
  }

  private func isPredicate(_ index: Int) -> Bool { words[index].partOfSpeech == .verb }

  private func subject(of index: Int) -> String? {
    words.indices.first {
      words[$0].head == index && $0 != index
        && ["nsubj", "nsubjpass", "nsubj:pass"].contains(words[$0].relation)
    }.flatMap { lemmas[words[$0].range.lowerBound] }
  }
}
