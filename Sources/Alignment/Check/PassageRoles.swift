import Claims
import Source
import Values

/// What stands in which role in a passage, by its tree: of what a value is, and who does what.
struct PassageRoles: Sendable {
  private let passage: Passage
  let words: [Passage.SyntaxWord]
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

  /// The role of a value; nothing where it depends on nothing that carries content and is said of nothing.
  func role(of value: Value) -> ValueRole? {
    guard let top = top(of: value) else { return nil }
    var path: [String] = []
    var index = top
    for _ in 0..<Self.height where words[index].head != index {
      index = words[index].head
      if let lemma = lemmas[words[index].range.lowerBound] { path.append(lemma) }
      if isPredicate(index) { break }
    }
    let subject = subject(of: index)
    // 「規模は5.2だった」: the value is what is said.
    guard !path.isEmpty || subject != nil else { return nil }
    return ValueRole(path: path, subject: subject)
  }

  private func top(of value: Value) -> Int? {
    let own = words.indices.filter { value.range.contains(words[$0].range.lowerBound) }
    return own.first { !own.contains(words[$0].head) || words[$0].head == $0 }
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

  /// The base form of a word that carries content.
  func lemma(at index: Int) -> String? { lemmas[words[index].range.lowerBound] }

  /// A word as it stands.
  func text(at index: Int) -> String {
    let text = SourceText(passage.text)
    let range = words[index].range
    let place = range.lowerBound - passage.start..<range.upperBound - passage.start
    return place.upperBound <= text.count ? text[place] : ""
  }

  /// The auxiliary verbs as they stand, in small letters.
  var auxiliaries: Set<String> {
    Set(
      words.indices.filter { words[$0].partOfSpeech == .auxiliary }
        .map { text(at: $0).lowercased() })
  }

  /// The base forms of all subjects.
  var subjects: Set<String> {
    Set(
      words.indices.filter { words[$0].isSubject }
        .compactMap(lemma(at:)))
  }

  /// The base forms of the objects of each predicate, by its base form.
  var objects: [String: Set<String>] {
    var objects: [String: Set<String>] = [:]
    for index in words.indices where ["dobj", "obj"].contains(words[index].relation) {
      guard let predicate = lemma(at: words[index].head), let object = lemma(at: index) else {
        continue
      }
      objects[predicate, default: []].insert(object)
    }
    return objects
  }

  /// The base forms of the predicates that "not" denies: "seaworthy" in "is not seaworthy".
  var denied: Set<String> {
    let heads = Set(words.filter { $0.relation == "neg" }.map(\.head))
    let said = words.indices.filter {
      ["acomp", "attr"].contains(words[$0].relation) && heads.contains(words[$0].head)
        && words[words[$0].head].partOfSpeech == .auxiliary
    }
    return Set((heads.filter(isPredicate) + said).compactMap(lemma(at:)))
  }

  /// Whether the passage tells what somebody says or thinks, and not that it is so.
  func isReported(by acts: ActTable, _ contradictionWords: ContradictionWords) -> Bool {
    contradictionWords.attributes(passage.text, in: passage.language)
      || words.indices.contains { index in
        guard words[index].relation == "ccomp", words[index].head != index,
          let verb = lemma(at: words[index].head)
        else { return false }
        return contradictionWords.isOfThought(verb)
          || acts.act(ofWord: verb, in: passage.language)?.reports ?? false
      }
  }

  private func isPredicate(_ index: Int) -> Bool { words[index].partOfSpeech == .verb }

  private func subject(of index: Int) -> String? {
    words.indices.first {
      words[$0].head == index && $0 != index && words[$0].isSubject
    }.flatMap { lemmas[words[$0].range.lowerBound] }
  }
}
