/// The running text of a page, as a reader sees it: runs of words without a break between them.
struct TextFlow: Sendable {
  /// Text between two breaks: a paragraph, a heading, a cell, the words of a block beside its inner
  /// blocks.
  struct Run: Sendable {
    /// The innermost block element around it.
    var container: Int32
    /// The first and the node after the last that it takes its words from.
    var nodes: Range<Int32>
    /// The bytes in the flow's text.
    var lower: Int32
    var upper: Int32
    /// The number of its scalars, of those in links, and of its commas.
    var length: Int32 = 0
    var linked: Int32 = 0
    var commas: Int32 = 0
    var marks: PageMarks.Marks

    /// The share of its text that stands in links.
    var linkShare: Double { length == 0 ? 0 : Double(linked) / Double(length) }
  }

  private(set) var runs: ContiguousArray<Run> = []
  /// The words of all runs in UTF-8, white space squeezed.
  private(set) var text: [UInt8] = []

  /// The words of a run.
  func string(of run: Run) -> String {
    String(decoding: text[Int(run.lower)..<Int(run.upper)], as: UTF8.self)
  }

  /// Reads a page, in time linear in its length.
  init(of tree: HTMLTree, marks: PageMarks) {
    var builder = Builder(tree: tree, marks: marks)
    builder.run()
    runs = builder.runs
    text = builder.text
  }

  private struct Builder {
    let tree: HTMLTree
    let marks: PageMarks
    var runs: ContiguousArray<Run> = []
    var text: [UInt8] = []
    private var blocks: [(node: Int32, end: Int32)] = []
    private var current: Run?
    private var linkEnd: Int32 = 0
    private var breaks = 0
    private var pending = Gap.none

    private enum Gap { case none, space, line }

    init(tree: HTMLTree, marks: PageMarks) {
      self.tree = tree
      self.marks = marks
      text.reserveCapacity(tree.text.count)
    }

    mutating func run() {
      var at: Int32 = 0
      let count = Int32(tree.nodes.count)
      while at < count {
        while let last = blocks.last, at >= last.end {
          flush()
          blocks.removeLast()
        }
        at = take(at)
      }
      flush()
    }

    /// Takes one node; gives the node to go on with.
    private mutating func take(_ at: Int32) -> Int32 {
      let node = tree.nodes[Int(at)]
      let traits = node.tag.traits
      if node.tag == .text {
        append(node, at)
        return at + 1
      }
      if traits.contains(.skipped) || marks.marks[Int(at)].contains(.hidden) {
        if traits.contains(.block) { flush() }
        return node.end
      }
      if node.tag == .br {
        breaks += 1
        pending = .line
        if breaks == 2 { flush() }
      } else if traits.contains(.block) {
        flush()
        blocks.append((at, node.end))
      } else if node.tag == .a, at >= linkEnd {
        linkEnd = node.end
      }
      return at + 1
    }

    private mutating func flush() {
      pending = .none
      breaks = 0
      guard var run = current else { return }
      current = nil
      run.upper = Int32(text.count)
      runs.append(run)
    }

    private mutating func append(_ node: HTMLTree.Node, _ index: Int32) {
      let isLinked = index < linkEnd
      tree.text.withUnsafeBufferPointer { source in
        var at = Int(node.lower)
        let end = Int(node.upper)
        while at < end {
          let byte = source[at]
          if byte <= 0x20 {
            if byte == 0x0A || byte == 0x0D {
              pending = .line
            } else if pending == .none {
              pending = .space
            }
            at += 1
            continue
          }
          let width = Self.width(byte)
          if byte >= 0xC2, let skipped = Self.skipped(source, at: at, end: end) {
            if skipped.isSpace, pending == .none { pending = .space }
            at += skipped.length
            continue
          }
          begin(node, index, next: source, at: at, end: end)
          if byte < 0x80 {
            at = appendWord(source, from: at, to: end, isLinked: isLinked)
            continue
          }
          let last = min(end, at + width)
          text.append(contentsOf: source[at..<last])
          current?.length += 1
          if isLinked { current?.linked += 1 }
          // The ideographic comma.
          if byte == 0xE3, width == 3, source[last - 2] == 0x80, source[last - 1] == 0x81 {
            current?.commas += 1
          }
          at = last
        }
      }
    }

    /// Copies ASCII up to the next white space; gives the place behind it.
    private mutating func appendWord(
      _ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, isLinked: Bool
    ) -> Int {
      var last = start
      var commas: Int32 = 0
      while last < end, source[last] > 0x20, source[last] < 0x80 {
        if source[last] == 0x2C { commas += 1 }
        last += 1
      }
      text.append(contentsOf: source[start..<last])
      let length = Int32(last - start)
      current?.length += length
      current?.commas += commas
      if isLinked { current?.linked += length }
      return last
    }

    /// Begins a run or goes on with one, the gap before the next character written.
    private mutating func begin(
      _ node: HTMLTree.Node, _ index: Int32, next: UnsafeBufferPointer<UInt8>, at: Int, end: Int
    ) {
      breaks = 0
      guard current != nil else {
        pending = .none
        current = Run(
          container: blocks.last?.node ?? 0, nodes: index..<(index + 1), lower: Int32(text.count),
          upper: 0, marks: marks.marks[Int(node.parent)])
        return
      }
      if let nodes = current?.nodes, nodes.upperBound <= index {
        current?.nodes = nodes.lowerBound..<(index + 1)
        current?.marks.formIntersection(marks.marks[Int(node.parent)])
      }
      guard pending != .none else { return }
      let isBetweenWide = pending == .line && isWide(next, at, end) && endsWide()
      pending = .none
      if isBetweenWide { return }
      text.append(0x20)
      current?.length += 1
      if index < linkEnd { current?.linked += 1 }
    }

    private func isWide(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
      guard bytes[at] >= 0xE3, at + 2 < end else { return false }
      return Self.isWide(bytes[at], bytes[at + 1], bytes[at + 2])
    }

    private func endsWide() -> Bool {
      guard text.count >= 3 else { return false }
      return Self.isWide(text[text.count - 3], text[text.count - 2], text[text.count - 1])
    }

    /// Whether three bytes are a kana, a Han character or a full-width form.
    private static func isWide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
      guard (0xE3...0xEF).contains(a), b & 0xC0 == 0x80, c & 0xC0 == 0x80 else { return false }
      let value = UInt32(a & 0x0F) << 12 | UInt32(b & 0x3F) << 6 | UInt32(c & 0x3F)
      return Unicode.Scalar(value).map(CharacterTraits.isWrittenWithoutSpaces) ?? false
    }

    private static func width(_ byte: UInt8) -> Int {
      byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    }

    /// Characters that are white space beyond ASCII, or that are not seen: soft hyphen, zero-width
    /// space, word joiner, byte order mark.
    private static func skipped(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int)
      -> (length: Int, isSpace: Bool)?
    {
      let first = bytes[at]
      guard first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF, at + 1 < end else {
        return nil
      }
      let second = bytes[at + 1]
      if first == 0xC2 { return second == 0xA0 ? (2, true) : second == 0xAD ? (2, false) : nil }
      guard at + 2 < end else { return nil }
      let third = bytes[at + 2]
      switch (first, second, third) {
      case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
        (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return (3, true)
      case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (3, false)
      default: return nil
      }
    }
  }
}
