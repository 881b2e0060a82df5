/// The words of a part of speech in alphabetical order, a line each, with where their meanings stand.
struct WordNetIndex: Sendable {
  let file: MappedFile

  /// The offsets of a word's meanings in the file of their part of speech, the most common first; none where the word is
  /// not there.
  ///
  /// - Complexity: logarithmic in the length of the file.
  func offsets(of word: String) -> [Int] {
    guard !word.isEmpty else { return [] }
    let wanted = Array(word.utf8)
    var low = 0
    var high = file.count
    // The start of the line that holds a place moves between the bounds.
    while low < high {
      let line = line(around: low + (high - low) / 2)
      let name = file.bytes[line].prefix { $0 != UInt8(ascii: " ") }
      if name.elementsEqual(wanted) { return offsets(inLine: file.bytes[line]) }
      if name.lexicographicallyPrecedes(wanted) {
        low = line.upperBound + 1
      } else {
        high = line.lowerBound
      }
    }
    return []
  }

  private func line(around place: Int) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let start = file.bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return start..<(file.bytes[place...].firstIndex(of: newline) ?? file.count)
  }

  /// A line is `lemma pos synset_cnt p_cnt [ptr_symbol...] sense_cnt tagsense_cnt synset_offset...`.
  private func offsets(inLine line: Slice<UnsafeRawBufferPointer>) -> [Int] {
    let fields = line.split(separator: UInt8(ascii: " "))
    guard fields.count > 3, let pointers = Int(ascii: fields[3]) else { return [] }
    return fields.dropFirst(4 + pointers + 2).compactMap { Int(ascii: $0) }
  }
}

/// A meaning as a line of a file has it: its words, and what it points to. A line is `synset_offset lex_filenum ss_type
/// w_cnt word lex_id [word lex_id...] p_cnt [ptr...]`, each pointer `symbol synset_offset pos source/target`.
struct WordNetEntry {
  private let words: [Slice<UnsafeRawBufferPointer>]
  let pointers: [Pointer]

  /// What a meaning points to.
  struct Pointer {
    let symbol: UInt8
    let target: Synset
    /// Which word of the meaning points, and to which of the target; nothing where all do.
    let sourceWord: Int?
    let targetWord: Int?

    /// Whether the target is what the meaning is a kind or an instance of.
    var isToKind: Bool { symbol == UInt8(ascii: "@") }

    /// Whether the target has a word that is related in form to one of these, or from which an adjective or adverb is
    /// derived.
    var isToDerivation: Bool { symbol == UInt8(ascii: "+") || symbol == UInt8(ascii: "\\") }
  }

  init(line: Slice<UnsafeRawBufferPointer>) {
    let fields = line.prefix { $0 != UInt8(ascii: "|") }.split(separator: UInt8(ascii: " "))
    guard fields.count > 3, let count = Int(ascii: fields[3], radix: 16),
      fields.count > 4 + 2 * count,
      let pointerCount = Int(ascii: fields[4 + 2 * count])
    else {
      (words, pointers) = ([], [])
      return
    }
    words = (0..<count).map { fields[4 + 2 * $0] }
    let start = 5 + 2 * count
    pointers = (0..<min(pointerCount, fields.count)).compactMap { index in
      let first = start + 4 * index
      guard first + 3 < fields.count, let offset = Int(ascii: fields[first + 1]),
        let letter = fields[first + 2].first, let `class` = Synset.Class(letter: letter),
        let places = Int(ascii: fields[first + 3], radix: 16), let symbol = fields[first].first
      else { return nil }
      return Pointer(
        symbol: symbol, target: Synset(`class`, offset: offset),
        sourceWord: places >> 8 > 0 ? places >> 8 - 1 : nil,
        targetWord: places & 0xFF > 0 ? places & 0xFF - 1 : nil)
    }
  }

  /// A word of the meaning in small letters, without the mark of where an adjective may stand; nothing where there is
  /// none.
  func word(at index: Int) -> String? {
    guard words.indices.contains(index) else { return nil }
    return String(decoding: words[index].prefix { $0 != UInt8(ascii: "(") }, as: UTF8.self)
      .lowercased()
  }
}

extension Int {
  /// The number that some digits write; nothing where they are none.
  fileprivate init?(ascii digits: Slice<UnsafeRawBufferPointer>, radix: Int = 10) {
    var number = 0
    for byte in digits {
      let digit: UInt8 =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: .max
        }
      guard digit < radix, number < 1 << 40 else { return nil }
      number = number * radix + Int(digit)
    }
    guard !digits.isEmpty else { return nil }
    self = number
  }
}
