import Language

/// Which words of a sentence stand together in one name.
struct NameSpans {
  /// For each word, the first word of its name; itself, counted from -1 down, where it is in none.
  private var starts: [Int]
  /// For each word, the title with a subtitle that it belongs to: "Tide: A Year at Sea".
  private var titles: [Range<Int>?]

  /// - Parameter small: words that stand in small letters inside of titles.
  init(_ words: [Word], small: Set<String>) {
    var starts: [Int] = []
    for (index, word) in words.enumerated() {
      guard let type = word.entityType, !EntityLabel.values.contains(type) else {
        starts.append(-1 - index)
        continue
      }
      let continues = !word.beginsEntity && index > 0 && starts[index - 1] >= 0
      starts.append(continues ? starts[index - 1] : index)
    }
    self.starts = starts
    titles = [Range<Int>?](repeating: nil, count: words.count)
    for colon in words.indices where words[colon].text == ":" {
      guard let title = Self.title(around: colon, in: words, small) else { continue }
      for index in title {
        self.starts[index] = title.lowerBound
        titles[index] = title
      }
    }
  }

  /// Whether two words belong to the same name.
  func areOneName(_ first: Int, _ second: Int) -> Bool {
    starts[first] >= 0 && starts[first] == starts[second]
  }

  /// The title with a subtitle that a word belongs to, from its first word on.
  func title(around word: Int) -> Range<Int>? { titles[word] }

  // MARK: Titles with a subtitle

  /// The words around a colon that read like a title and its subtitle: both begin with a capital or a number and
  /// go on so, but for small words between.
  private static func title(
    around colon: Int, in words: [Word], _ small: Set<String>
  ) -> Range<Int>? {
    guard colon > 0, colon + 1 < words.count, isCapital(words[colon - 1]),
      isCapital(words[colon + 1]),
      [.properNoun, .numeral, .noun].contains(words[colon - 1].partOfSpeech)
    else { return nil }
    var first = colon - 1
    while first > 0, continuesTitle(first - 1, towards: first - 2, in: words, small) { first -= 1 }
    var last = colon + 1
    while last + 1 < words.count, continuesTitle(last + 1, towards: last + 2, in: words, small) {
      last += 1
    }
    // "(Irish: Áine)" is no title, and a long run is a sentence in capitals.
    let isAfterBracket = words[max(0, first - 1)..<colon].contains { $0.text == "(" }
    guard colon - first <= 5, last - colon <= 8, !isAfterBracket else { return nil }
    return first..<last + 1
  }

  private static func continuesTitle(
    _ word: Int, towards next: Int, in words: [Word], _ small: Set<String>
  ) -> Bool {
    if isCapital(words[word]) { return true }
    return small.contains(words[word].text.lowercased()) && words.indices.contains(next)
      && isCapital(words[next])
  }

  /// A date behind a title is no part of it: "Tide: A Year at Sea in May".
  private static func isCapital(_ word: Word) -> Bool {
    let isDate =
      word.entityType == "DATE" && [.properNoun, .numeral].contains(word.partOfSpeech)
    guard !isDate, let first = word.text.first else { return false }
    return first.isUppercase || first.isNumber
  }
}
