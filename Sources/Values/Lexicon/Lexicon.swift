/// The words of one language, each with the classes it belongs to: `march` is a `month` of value 3.
struct Lexicon {
  /// One meaning of a word or of a sequence of words.
  struct Entry {
    /// The class's number.
    var category: Int
    /// The class's key where it is a number.
    var value: Double
    /// The class's key otherwise, as an index of `keys`, or -1.
    var key: Int32
    /// The words after the first.
    var rest: [Int32]
    /// The spelling that is asked for, where capitals matter.
    var spelling: [UInt32]
  }

  private(set) var words = WordTable()
  /// The keys of the classes that are no numbers.
  private(set) var keys: [String] = []
  private(set) var categories: [String: Int] = [:]
  /// All entries; those that begin with the same word stand together, the longest first.
  private(set) var entries: [Entry] = []
  /// By word: its entries.
  private(set) var ranges: [Range<Int>] = []
  /// By word: the classes of its entries, a bit each.
  private(set) var masks: [UInt128] = []

  private var collected: [(first: Int32, entry: Entry)] = []
  private var keyNumbers: [String: Int32] = [:]
  /// The language writes no spaces between words.
  let isUnspaced: Bool

  init(isUnspaced: Bool) {
    self.isUnspaced = isUnspaced
  }

  /// The number of a class; a new one for a name that is not known yet.
  mutating func category(_ name: String) -> Int {
    if let known = categories[name] { return known }
    categories[name] = categories.count
    return categories.count - 1
  }

  /// Adds a word or a sequence of words to a class.
  ///
  /// A word that has capitals, or that follows `=`, counts only as it is spelled or, if longer than two
  /// letters, all in capitals.
  mutating func add(_ phrase: String, category name: String, key: String) {
    let isExact = phrase.hasPrefix("=") && phrase.count > 1
    let phrase = isExact ? String(phrase.dropFirst()) : phrase
    let parts = intern(phrase)
    guard let first = parts.first else { return }
    let value = Double(key)
    let hasCapitals = phrase.unicodeScalars.contains { $0.isCapital }
    let entry = Entry(
      category: category(name), value: value ?? 0, key: value == nil ? keyNumber(key) : -1,
      rest: Array(parts.dropFirst()),
      spelling: isExact || hasCapitals ? phrase.unicodeScalars.map(\.value) : [])
    collected.append((first, entry))
  }

  /// The words of a phrase, as the tokenizer will find them.
  mutating func intern(_ phrase: String) -> [Int32] {
    let scalars = Array(phrase.unicodeScalars)
    if isUnspaced, scalars.contains(where: { $0.value > 0x2E80 }) {
      return [words.intern(scalars.map(\.folded))]
    }
    var parts: [Int32] = []
    var at = 0
    while at < scalars.count {
      let kind = scalars[at].scalarClass
      var upper = at + 1
      if kind == .letter || kind == .digit {
        while upper < scalars.count, scalars[upper].scalarClass == kind { upper += 1 }
      }
      if kind != .space { parts.append(words.intern(scalars[at..<upper].map(\.folded))) }
      at = upper
    }
    return parts
  }

  /// Puts the entries in order, after the last word has been added.
  mutating func seal() {
    // Stable: among equals, the order of the resource files counts.
    let order = collected.indices.sorted {
      let (left, right) = (collected[$0], collected[$1])
      if left.first != right.first { return left.first < right.first }
      let lengths = (left.entry.rest.count, right.entry.rest.count)
      return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : $0 < $1
    }
    ranges = Array(repeating: 0..<0, count: words.count)
    masks = Array(repeating: 0, count: words.count)
    entries = order.map { collected[$0].entry }
    for (place, index) in order.enumerated() {
      let first = Int(collected[index].first)
      let lower = ranges[first].isEmpty ? place : ranges[first].lowerBound
      ranges[first] = lower..<place + 1
      masks[first] |= 1 << UInt128(collected[index].entry.category)
    }
    collected = []
  }

  private mutating func keyNumber(_ key: String) -> Int32 {
    if let known = keyNumbers[key] { return known }
    let number = Int32(keys.count)
    keyNumbers[key] = number
    keys.append(key)
    return number
  }
}
