extension ReviewFile {
  /// The file as it is written in the place of another one, with the comments of that: the blocks of decisions that
  /// have not changed stay as they stand there, those of others keep their comments.
  ///
  /// - Parameter old: the text that the decisions were read from.
  public func text(replacing old: String) -> String {
    let old = NoteText.withUniformLineEnds(old)
    guard let before = try? ReviewFile(old, file: Self.name) else { return text }
    let merged = merged(CommentedReviewFile(old), before)
    if let read = try? ReviewFile(merged, file: Self.name), read == self { return merged }
    // A layout of somebody's own: the comments go to the top rather than being lost.
    let text = self.text
    let own = Set(YAMLComments.lines(of: text).compactMap(\.comment))
    let comments = YAMLComments.lines(of: old).compactMap(\.comment)
    return comments.filter { !own.contains($0) }.map { $0 + "\n" }.joined() + text
  }

  private func merged(_ layout: CommentedReviewFile, _ before: ReviewFile) -> String {
    var lines = layout.head
    for (id, decision) in decisions.sorted(by: { $0.key < $1.key }) {
      let own = layout.blocks[id]
      lines += own?.leading ?? []
      if let own, before.decisions[id] == decision {
        lines += own.lines
      } else {
        let written = block(decision).split(separator: "\n", omittingEmptySubsequences: false)
          .dropLast().map(String.init)
        lines +=
          written.prefix(1) + (own?.comments ?? []).map { "    " + $0 }
          + written.dropFirst()
      }
    }
    for (_, block) in layout.blocks.sorted(by: { $0.key < $1.key })
    where decisions[block.id] == nil {
      let leading = block.leading.map { String($0.trimmingPrefix(/\s+/)) }
      lines += (leading + block.comments).filter { !$0.isEmpty }.map { "  \($0)" }
    }
    return (lines + layout.tail).joined(separator: "\n") + "\n"
  }
}

/// A `review.yaml` cut into what stands before the decisions, the block of each, and what stands behind them.
struct CommentedReviewFile {
  /// The lines of one decision.
  struct Block {
    let id: String
    /// The comments that stand before it.
    var leading: [String]
    var lines: [String]
    /// The comments inside.
    var comments: [String]
  }

  private(set) var head: [String] = []
  private(set) var blocks: [String: Block] = [:]
  private(set) var tail: [String] = []

  /// Cuts a text in which each decision begins on a line of its own.
  ///
  /// - Complexity: linear in the length of the text.
  init(_ text: String) {
    var pending: [String] = []
    var current: Block?
    var indent: Int?
    var isInDecisions = false
    for line in YAMLComments.lines(of: text) {
      let own = line.text.prefix { $0 == " " }.count
      if !isInDecisions {
        let isStart = !line.isInside && line.text.hasPrefix("decisions:")
        isInDecisions = isStart
        head.append(isStart ? "decisions:" + (line.comment.map { "  \($0)" } ?? "") : line.text)
      } else if line.isWholeComment || (line.text.isEmpty && !line.isInside),
        own <= indent ?? own
      {
        pending.append(line.text)
      } else if !line.isInside, own > 0, own == indent ?? own,
        let key = line.text.prefixMatch(of: /\s+["']?(F-[0-9a-z]+)["']?\s*:/)
      {
        indent = own
        if let current { blocks[current.id] = current }
        current = Block(
          id: String(key.1), leading: pending, lines: [line.text],
          comments: [line.comment].compactMap { $0 })
        pending = []
      } else {
        // Comments and blank lines inside of a decision belong to it after all.
        current?.lines += pending + [line.text]
        current?.comments +=
          pending.map { String($0.trimmingPrefix(/\s+/)) }.filter { !$0.isEmpty }
          + [line.comment].compactMap { $0 }
        pending = []
      }
    }
    if let current { blocks[current.id] = current }
    tail = pending
    while tail.last?.isEmpty == true { tail.removeLast() }
  }
}

/// The lines of a YAML text with their comments. What looks like one in a quoted or block scalar is none.
struct YAMLComments {
  /// One line.
  struct Line {
    let text: String
    /// The comment on it, from its mark on.
    let comment: String?
    /// Whether it is nothing but a comment.
    let isWholeComment: Bool
    /// Whether it goes on with a scalar that began before it.
    let isInside: Bool
  }

  private var quote: Character?
  private var blockIndent: Int?

  /// - Complexity: linear in the length of the text.
  static func lines(of text: String) -> [Line] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var scan = YAMLComments()
    return lines.map { scan.take($0) }
  }

  private mutating func take(_ line: Substring) -> Line {
    let indent = line.prefix { $0 == " " }.count
    let isBlank = line.allSatisfy(\.isWhitespace)
    if let blockIndent {
      if isBlank || indent > blockIndent { return inside(line) }
      self.blockIndent = nil
    }
    let isInside = quote != nil
    var previous: Character = " "
    var isEscaped = false
    for index in line.indices {
      let character = line[index]
      defer { previous = character }
      if let open = quote {
        if character == open, !isEscaped { quote = nil }
        isEscaped = open == "\"" && character == "\\" && !isEscaped
      } else if character == "\"" || character == "'", " :-[{,".contains(previous) {
        quote = character
      } else if character == "#", previous.isWhitespace {
        let isWhole = line[..<index].allSatisfy(\.isWhitespace)
        beginBlock(line[..<index], indent)
        return Line(
          text: String(line), comment: String(line[index...]), isWholeComment: isWhole,
          isInside: isInside)
      }
    }
    if quote == nil { beginBlock(line, indent) }
    return Line(text: String(line), comment: nil, isWholeComment: false, isInside: isInside)
  }

  private mutating func beginBlock(_ line: Substring, _ indent: Int) {
    // A list's item begins where its first key stands.
    let item = line.prefixMatch(of: /\s*- +/)?.0.count
    if line.firstMatch(of: /:\s+[|>][-+0-9]*\s*$/) != nil { blockIndent = item ?? indent }
  }

  private func inside(_ line: Substring) -> Line {
    Line(text: String(line), comment: nil, isWholeComment: false, isInside: true)
  }
}
