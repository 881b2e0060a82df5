/// What a class or an id hints at.
struct Hints: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let unlikely = Hints(rawValue: 1)
  static let maybe = Hints(rawValue: 2)
  static let positive = Hints(rawValue: 4)
  static let negative = Hints(rawValue: 8)
  static let boilerplate = Hints(rawValue: 16)
  static let caption = Hints(rawValue: 32)
  static let byline = Hints(rawValue: 64)
  static let body = Hints(rawValue: 128)
  static let lede = Hints(rawValue: 256)

  static let named: [String: Hints] = [
    "unlikely": .unlikely, "maybe": .maybe, "positive": .positive, "negative": .negative,
    "boilerplate": .boilerplate, "caption": .caption, "byline": .byline, "body": .body,
    "lede": .lede,
  ]
}

/// Finds all words of a table in a text at once (Aho and Corasick, "Efficient string matching",
/// 1975).
///
/// Letters count without case; everything that is neither letter nor digit is an edge of a word,
/// and a word of the table that begins or ends with `|` stands at one.
struct HintMatcher: Sendable {
  private static let alphabet = 38
  private var next: [Int32] = [Int32](repeating: 0, count: alphabet)
  private var found: [Hints] = [[]]

  /// Builds the automaton, in time linear in the words' length.
  init(words: [String: [String]]) {
    for (name, list) in words.sorted(by: { $0.key < $1.key }) {
      for word in list { insert(word, Hints.named[name] ?? []) }
    }
    link()
  }

  /// What the words in a text hint at, in time linear in its length.
  func hints(in text: some Sequence<UInt8>) -> Hints {
    var hints: Hints = []
    var state = Int(next[0])
    var isEdge = true
    for byte in text {
      let symbol = Self.symbol(byte)
      if symbol == 0, isEdge { continue }
      isEdge = symbol == 0
      state = Int(next[state * Self.alphabet + symbol])
      hints.formUnion(found[state])
    }
    if !isEdge { hints.formUnion(found[Int(next[state * Self.alphabet])]) }
    return hints
  }

  private mutating func insert(_ word: String, _ hints: Hints) {
    var state = 0
    for byte in word.utf8 {
      let place = state * Self.alphabet + Self.symbol(byte)
      if next[place] == 0 {
        next[place] = Int32(found.count)
        next.append(contentsOf: repeatElement(0, count: Self.alphabet))
        found.append([])
      }
      state = Int(next[place])
    }
    found[state].formUnion(hints)
  }

  /// Turns the tree of words into an automaton: where no word goes on, the longest suffix that is
  /// the beginning of a word does.
  private mutating func link() {
    var failure = [Int](repeating: 0, count: found.count)
    var queue: [Int] = []
    for symbol in 0..<Self.alphabet where next[symbol] != 0 { queue.append(Int(next[symbol])) }
    var at = 0
    while at < queue.count {
      let state = queue[at]
      at += 1
      found[state].formUnion(found[failure[state]])
      for symbol in 0..<Self.alphabet {
        let place = state * Self.alphabet + symbol
        let fallback = next[failure[state] * Self.alphabet + symbol]
        if next[place] == 0 {
          next[place] = fallback
        } else {
          failure[Int(next[place])] = Int(fallback)
          queue.append(Int(next[place]))
        }
      }
    }
  }

  private static func symbol(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte - 0x61) + 1
    case 0x41...0x5A: Int(byte - 0x41) + 1
    case 0x30...0x39: Int(byte - 0x30) + 27
    case 0x80...: 37
    default: 0
    }
  }
}
