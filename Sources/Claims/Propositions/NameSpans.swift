import Language

/// Which words of a sentence stand together in one name.
struct NameSpans {
  /// For each word, the first word of its name; itself, counted from -1 down, where it is in none.
  private let starts: [Int]

  init(_ words: [Word]) {
    var starts: [Int] = []
    for (index, word) in words.enumerated() {
      guard let type = word.entityType, !Self.measures.contains(type) else {
        starts.append(-1 - index)
        continue
      }
      let continues = !word.beginsEntity && index > 0 && starts[index - 1] >= 0
      starts.append(continues ? starts[index - 1] : index)
    }
    self.starts = starts
  }

  /// Whether two words belong to the same name.
  func areOneName(_ first: Int, _ second: Int) -> Bool {
    starts[first] >= 0 && starts[first] == starts[second]
  }

  /// What spaCy's pipelines mark beside names: numbers, dates and times.
  static let measures: Set = [
    "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT",
  ]
}
