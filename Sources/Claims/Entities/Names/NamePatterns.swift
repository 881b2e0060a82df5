import Source

/// What a name of a table stands for.
enum KnownName: Sendable, Hashable {
  /// A country or territory, by its ISO 3166-1 code.
  case region(String)
  /// An international organisation or forum, by its key.
  case organisation(String)
  /// A unit of government, by its key and its country's code where that is known.
  case organ(String, region: String?)
  /// A city, sea or part of the world, by its English name.
  case place(String)
  /// A name that `event.yaml` gives, by the entity's place there.
  case listed(Int)
}

/// A name of a table, where a text has it.
struct NameMatch: Sendable, Hashable {
  let range: Range<Int>
  let name: KnownName
}

/// Finds names in texts: those in Latin letters at the borders of words of letters, others at the borders of
/// the dictionary's words; the longest first.
struct NamePatterns: Sendable {
  /// Names in Latin letters by their first word in small letters.
  private var latin: [String: [LatinPattern]] = [:]
  /// Other names by their first scalar.
  private var other: [Unicode.Scalar: [OtherPattern]] = [:]

  private struct LatinPattern: Sendable {
    let words: [String]
    let gaps: [String]
    let endsInPoint: Bool
    let name: KnownName
  }

  private struct OtherPattern: Sendable {
    let scalars: [Unicode.Scalar]
    let name: KnownName
  }

  /// Adds a name; of two that are the same, the one that was added first counts.
  mutating func add(_ text: String, as name: KnownName) {
    let scalars = text.unicodeScalars.map(Self.plain)
    guard let first = scalars.first else { return }
    guard scalars.contains(where: Self.isLatin), !scalars.contains(where: Self.isEastAsian) else {
      other[first, default: []].append(OtherPattern(scalars: scalars, name: name))
      return
    }
    let words = Self.words(in: scalars, range: scalars.indices)
    guard let key = words.first?.text.lowercased() else { return }
    latin[key, default: []].append(
      LatinPattern(
        words: words.map(\.text), gaps: Self.gaps(between: words, in: scalars),
        endsInPoint: scalars.last == ".", name: name))
  }

  /// Puts longer names before shorter ones; to be called when all are added.
  mutating func sort() {
    latin = latin.mapValues { patterns in
      patterns.enumerated().sorted {
        (-$0.element.words.count, $0.offset) < (-$1.element.words.count, $1.offset)
      }.map(\.element)
    }
    other = other.mapValues { patterns in
      patterns.enumerated().sorted {
        (-$0.element.scalars.count, $0.offset) < (-$1.element.scalars.count, $1.offset)
      }.map(\.element)
    }
  }

  /// What a whole text names.
  func name(of text: String) -> KnownName? {
    let source = SourceText(text)
    let match = matches(in: source, range: source.range, borders: [0, source.count]).first
    return match?.range == source.range ? match?.name : nil
  }

  /// The names in a part of a text, in order; none overlaps another.
  ///
  /// - Parameter borders: where the dictionary's words begin and end, for names in other than Latin letters.
  /// - Complexity: linear in the length of the part, for names of a bounded number of words.
  func matches(in text: SourceText, range: Range<Int>, borders: Set<Int>) -> [NameMatch] {
    let scalars = text.scalars[range].map(Self.plain)
    let offset = range.lowerBound
    let words = Self.words(in: scalars, range: scalars.indices)
    let wordsByStart = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1.start, $0) })
    var found: [NameMatch] = []
    var index = 0
    while index < scalars.count {
      let latinMatch = wordsByStart[index].flatMap { match(in: scalars, words: words, at: $0) }
      let otherMatch =
        latinMatch == nil && borders.contains(offset + index)
        ? match(in: scalars, at: index, borders: borders, offset: offset) : nil
      guard let match = latinMatch ?? otherMatch else {
        index += 1
        continue
      }
      found.append(
        NameMatch(range: (offset + index)..<(offset + match.end), name: match.name))
      index = match.end
    }
    return found
  }

  // MARK: - Latin letters

  private func match(
    in scalars: [Unicode.Scalar], words: [LatinWord], at index: Int
  ) -> (end: Int, name: KnownName)? {
    for pattern in latin[words[index].text.lowercased()] ?? [] {
      let end = index + pattern.words.count
      guard end <= words.count else { continue }
      let part = Array(words[index..<end])
      guard zip(pattern.words, part).allSatisfy({ isSame($0, $1.text) }),
        Self.gaps(between: part, in: scalars) == pattern.gaps, let last = part.last
      else { continue }
      let hasPoint = pattern.endsInPoint && last.end < scalars.count && scalars[last.end] == "."
      return (hasPoint ? last.end + 1 : last.end, pattern.name)
    }
    return nil
  }

  /// A word of a name in small letters may begin a sentence; one with a capital has it everywhere: "US", "us".
  private func isSame(_ wanted: String, _ word: String) -> Bool {
    wanted == word || (wanted == wanted.lowercased() && wanted == word.lowercased())
  }

  private struct LatinWord {
    let text: String
    let start: Int
    let end: Int
  }

  private static func words(in scalars: [Unicode.Scalar], range: Range<Int>) -> [LatinWord] {
    var words: [LatinWord] = []
    var start: Int?
    let close = { (end: Int) in
      guard let first = start else { return }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[first..<end])
      words.append(LatinWord(text: String(view), start: first, end: end))
      start = nil
    }
    for index in range {
      if isLatin(scalars[index]) { start = start ?? index } else { close(index) }
    }
    close(range.upperBound)
    return words
  }

  private static func gaps(between words: [LatinWord], in scalars: [Unicode.Scalar]) -> [String] {
    zip(words, words.dropFirst()).map { word, next in
      var gap = ""
      for scalar in scalars[word.end..<next.start] {
        let isSpace = scalar.properties.isWhitespace
        if isSpace, gap.hasSuffix(" ") { continue }
        gap.unicodeScalars.append(isSpace ? " " : scalar)
      }
      return gap
    }
  }

  // MARK: - Other letters

  private func match(
    in scalars: [Unicode.Scalar], at index: Int, borders: Set<Int>, offset: Int
  ) -> (end: Int, name: KnownName)? {
    let pattern = other[scalars[index]]?.first { pattern in
      scalars[index...].starts(with: pattern.scalars)
        && borders.contains(offset + index + pattern.scalars.count)
    }
    return pattern.map { (index + $0.scalars.count, $0.name) }
  }

  // MARK: - Letters

  /// The same letter or mark in its plain form: full-width letters, curly apostrophes and long hyphens have one.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: return " "
    case 0x2018, 0x2019, 0x02BC: return "'"
    case 0x2010, 0x2011: return "-"
    default: return scalar
    }
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      && !isEastAsian(scalar)
  }

  static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
      || scalar.value == 0x3005
  }
}
