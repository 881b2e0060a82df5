/// The tables of a rule lemmatizer for one part of speech.
struct LemmaTable: Sendable {
  /// An ending and what takes its place.
  struct Rule: Sendable {
    let ending: String
    let replacement: String
  }

  let rules: [Rule]
  /// The words that are base forms, by hash.
  private let index: HashIndex
  private let exceptionPlaces: HashIndex
  private let exceptions: [[String]]

  /// Whether there is nothing in the tables.
  var isEmpty: Bool { rules.isEmpty && index.count == 0 && exceptions.isEmpty }

  /// Takes the tables' values, nil where the part of speech has none.
  init(
    rules: MessagePackValue?, index: MessagePackValue?, exceptions: MessagePackValue?,
    in document: MessagePackDocument
  ) throws {
    self.rules = try (rules?.elements ?? []).map { rule in
      let parts = (rule.elements ?? []).compactMap(document.text)
      guard parts.count == 2 else { throw document.malformed("a lemma rule has no two parts") }
      return Rule(ending: parts[0], replacement: parts[1])
    }
    let words = index?.elements ?? []
    var places = HashIndex(capacity: words.count)
    for word in words {
      guard let range = word.range else { throw document.malformed("a base form is no text") }
      places[Self.hash(range, in: document)] = 0
    }
    self.index = places
    var exceptionPlaces = HashIndex(capacity: exceptions?.entries?.count ?? 0)
    var lists: [[String]] = []
    for entry in exceptions?.entries ?? [] {
      guard let range = entry.key.range else { throw document.malformed("a form is no text") }
      exceptionPlaces[Self.hash(range, in: document)] = Int32(lists.count)
      lists.append((entry.value.elements ?? []).compactMap(document.text))
    }
    self.exceptionPlaces = exceptionPlaces
    self.exceptions = lists
  }

  private static func hash(_ range: Range<Int>, in document: MessagePackDocument) -> UInt64 {
    StringHash.hash(UnsafeRawBufferPointer(rebasing: document.file.bytes[range]))
  }

  /// Whether the word is a base form.
  func isBaseForm(_ word: String) -> Bool { index[StringHash.hash(word)] >= 0 }

  /// The lemmas of a form that follows no rule.
  func exceptions(_ word: String) -> [String] {
    let place = exceptionPlaces[StringHash.hash(word)]
    return place < 0 ? [] : exceptions[Int(place)]
  }
}
