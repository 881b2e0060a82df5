/// How deep a YAML text goes, seen without parsing it.
///
/// Yams goes into nested nodes by recursion and copies what an alias stands for, so text that is nested or
/// aliased beyond all need is refused before it gets there. Keys it compares by all that is in them: where aliases
/// stand for lists of aliases, a key of a few bytes holds millions of nodes. Brackets and asterisks inside of quoted
/// scalars, block scalars and comments are text, so that a note may hold as many as it likes.
struct YAMLScan {
  private static let maximumDepth = 64
  private static let maximumAliases = 32
  /// Fewer aliases than this multiply no key by much.
  private static let maximumAliasesBesideKeys = 4

  private var line = 1
  private var depth = 0
  private var dashes = 0
  private var aliases = 0
  /// Whether a key is a list, a mapping, an alias, or marked as one that may be.
  private var hasComposedKey = false
  /// Whether the last that stood on this line is an alias or a closing bracket: a colon makes it a key.
  private var isBehindNode = false
  /// The last byte that is no space, on this line or before.
  private var previous: UInt8 = 0x0A
  /// The byte just before.
  private var neighbour: UInt8 = 0x0A
  private var indent = 0
  private var isAtLineStart = true
  /// The indent of the line whose block scalar the following lines are, where they are indented deeper.
  private var blockIndent: Int?
  private var quote: UInt8?

  /// Where a text goes beyond what any file of ours needs.
  ///
  /// - Complexity: linear in the length of the text.
  static func excess(of text: String) -> (line: Int, reason: String)? {
    var scan = YAMLScan()
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.first {
      bytes = bytes.dropFirst(scan.length(of: byte, in: bytes))
      if scan.depth > maximumDepth || scan.dashes > maximumDepth {
        return (scan.line, "it is nested too deeply")
      }
      if scan.aliases > maximumAliases { return (scan.line, "it has too many aliases") }
      if scan.hasComposedKey, scan.aliases > maximumAliasesBesideKeys {
        return (scan.line, "it has aliases, and a key that is not plain text")
      }
    }
    return nil
  }

  /// Takes a byte, or all of what it begins that is mere text, and tells how many bytes that were.
  private mutating func length(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int {
    if byte == 0x0A {
      endLine()
      return 1
    }
    if let quote { return lengthInside(quote, byte, in: bytes) }
    if isAtLineStart {
      if byte == UInt8(ascii: " ") {
        indent += 1
        return 1
      }
      isAtLineStart = false
      if let blockIndent {
        if indent > blockIndent { return lineLength(of: bytes) }
        self.blockIndent = nil
      }
    }
    if byte == UInt8(ascii: "#"), neighbour <= 0x20 { return lineLength(of: bytes) }
    take(byte)
    neighbour = byte
    if byte > 0x20 { previous = byte }
    return 1
  }

  private mutating func endLine() {
    line += 1
    dashes = 0
    if quote == nil, [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(blockMark), depth == 0,
      blockIndent == nil
    {
      blockIndent = indent
    }
    blockMark = 0
    indent = 0
    isAtLineStart = true
    isBehindNode = false
    neighbour = 0x0A
  }

  /// The `|` or `>` that the line ends with, its indicators behind it passed over.
  private var blockMark: UInt8 = 0

  private mutating func lengthInside(
    _ quote: UInt8, _ byte: UInt8, in bytes: ArraySlice<UInt8>
  ) -> Int {
    let next = bytes.dropFirst().first
    if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let next, next != 0x0A { return 2 }
    guard byte == quote else { return 1 }
    if quote == UInt8(ascii: "'"), next == quote { return 2 }
    self.quote = nil
    (previous, neighbour) = (byte, byte)
    return 1
  }

  private mutating func take(_ byte: UInt8) {
    let isFirst = previous == 0x0A || ":,-?[{".utf8.contains(previous) || neighbour == 0x0A
    noteKey(byte, isFirst: isFirst)
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    case UInt8(ascii: " ") where neighbour == UInt8(ascii: "-") || neighbour == UInt8(ascii: "?"):
      dashes += 1
    case UInt8(ascii: "*") where neighbour <= 0x20 || ",[{".utf8.contains(neighbour): aliases += 1
    case UInt8(ascii: "\"") where isFirst, UInt8(ascii: "'") where isFirst: quote = byte
    default: break
    }
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): blockMark = neighbour == UInt8(ascii: " ") ? byte : 0
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "1")...UInt8(ascii: "9"): break
    case UInt8(ascii: " "): break
    default: blockMark = 0
    }
  }

  private mutating func noteKey(_ byte: UInt8, isFirst: Bool) {
    switch byte {
    case UInt8(ascii: "?") where isFirst: hasComposedKey = true
    case UInt8(ascii: ":") where isBehindNode: hasComposedKey = true
    case UInt8(ascii: "]"), UInt8(ascii: "}"): isBehindNode = true
    case UInt8(ascii: "*") where neighbour <= 0x20 || ",[{".utf8.contains(neighbour):
      isBehindNode = true
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      break
    default: isBehindNode = false
    }
  }

  /// The bytes up to the end of the line.
  private func lineLength(of bytes: ArraySlice<UInt8>) -> Int {
    (bytes.firstIndex(of: 0x0A) ?? bytes.endIndex) - bytes.startIndex
  }
}
