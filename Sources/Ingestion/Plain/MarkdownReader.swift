import Foundation
import Source

/// Reads Markdown (CommonMark 0.31 and the tables of GitHub's dialect) to its text: the marks go,
/// the words stay.
///
/// It is a reader of lines, not a renderer: what decides is which words belong to which paragraph,
/// and what is a heading, a list item or a quote.
struct MarkdownReader {
  private var manuscript = Manuscript()
  private var paragraph: [String] = []
  private var role: Paragraph.Role = .body
  private var label: String?
  private var quote: Int?
  private var fence: String?
  private let deadline: Deadline

  private init(deadline: Deadline) {
    self.deadline = deadline
  }

  /// The blocks of a text.
  static func read(_ text: String, limits: ReadingLimits) throws(IngestionError) -> Manuscript {
    let deadline = limits.deadline
    var reader = MarkdownReader(deadline: deadline)
    for line in try text.lines(within: limits) {
      try deadline.check()
      reader.take(line)
    }
    reader.finish()
    try deadline.check()
    return reader.manuscript
  }

  private mutating func take(_ line: String) {
    if let fence {
      let isEnd = line.trimmingSpaces.hasPrefix(fence)
      if isEnd { endParagraph() } else { paragraph.append(line) }
      self.fence = isEnd ? nil : fence
      return
    }
    let (depth, content) = Self.unquoted(line)
    if depth > 0, quote == nil { beginQuote() }
    if depth == 0, quote != nil, paragraph.isEmpty || content.trimmingSpaces.isEmpty { endQuote() }
    takeContent(content)
  }

  private mutating func takeContent(_ line: String) {
    let trimmed = line.trimmingSpaces
    if trimmed.isEmpty {
      endParagraph()
    } else if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
      endParagraph()
      fence = String(trimmed.prefix(3))
    } else if let heading = Self.heading(trimmed) {
      endParagraph()
      append(heading, role: .heading)
    } else if Self.isUnderline(trimmed), !paragraph.isEmpty, role == .body {
      role = .heading
      endParagraph()
    } else if let (label, rest) = Self.footnote(trimmed) {
      endParagraph()
      self.label = label
      paragraph = [rest]
    } else if Self.isRule(trimmed) || Self.isDefinition(trimmed) {
      endParagraph()
    } else if let cells = Self.cells(trimmed) {
      endParagraph()
      if !cells.isEmpty { append(TableRow.text(of: cells), role: .tableRow) }
    } else if let (label, rest) = Self.item(trimmed) {
      endParagraph()
      (self.label, role) = (label, .listItem)
      paragraph = [rest]
    } else {
      paragraph.append(trimmed)
    }
  }

  private mutating func finish() {
    endParagraph()
    endQuote()
  }

  private mutating func beginQuote() {
    endParagraph()
    manuscript.quotes.append(.init(kind: .passage))
    quote = manuscript.quotes.count - 1
  }

  /// Ends a quote; a last line that begins with a dash names its author.
  private mutating func endQuote() {
    endParagraph()
    guard let quote else { return }
    self.quote = nil
    guard let last = manuscript.blocks.last, last.quote == quote,
      let dash = last.text.unicodeScalars.first, ["—", "–", "―"].contains(dash),
      manuscript.blocks.dropLast().last?.quote == quote
    else { return }
    manuscript.quotes[quote].attribution =
      String(last.text.unicodeScalars.dropFirst()).trimmingSpaces
    manuscript.blocks.removeLast()
  }

  private mutating func endParagraph() {
    guard let first = paragraph.first else { return }
    let text = paragraph.dropFirst().reduce(into: first) { WrappedLines.append($1, to: &$0) }
    append(text, role: role, label: label)
    paragraph = []
    (role, label) = (.body, nil)
  }

  private mutating func append(_ text: String, role: Paragraph.Role, label: String? = nil) {
    let plain = MarkdownInline.text(of: text, until: deadline).collapsingSpaces
    guard !plain.isEmpty else { return }
    let isBody = role == .body && quote != nil
    let isBullet = label.map { ["-", "*", "+"].contains($0) } ?? false
    manuscript.blocks.append(
      .init(
        text: plain, role: isBody ? .quote : role, label: label,
        isLabelWritten: label != nil && !isBullet, quote: quote))
  }
}

extension MarkdownReader {
  /// A line without its marks of quotation, and their number.
  private static func unquoted(_ line: String) -> (depth: Int, content: String) {
    var rest = Substring(line)
    var depth = 0
    while true {
      let trimmed = rest.drop { $0 == " " }
      guard trimmed.first == ">" else { return (depth, String(rest)) }
      depth += 1
      rest = trimmed.dropFirst()
      if rest.first == " " { rest = rest.dropFirst() }
    }
  }

  private static func heading(_ line: String) -> String? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks) else { return nil }
    let rest = line.dropFirst(marks)
    guard rest.first.map({ $0 == " " || $0 == "\t" }) ?? false else { return nil }
    let text = String(rest).trimmingSpaces
    let unclosed = text.reversed().drop { $0 == "#" }
    return unclosed.first == " " ? String(unclosed.reversed()).trimmingSpaces : text
  }

  private static func isUnderline(_ line: String) -> Bool {
    line.allSatisfy { $0 == "=" } || (line.count > 1 && line.allSatisfy { $0 == "-" })
  }

  private static func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    guard let first = marks.first, "-*_".contains(first), marks.count >= 3 else { return false }
    return marks.allSatisfy { $0 == first }
  }

  /// `[^1]: words`, which stand at the foot of the page.
  private static func footnote(_ line: String) -> (label: String, rest: String)? {
    guard line.hasPrefix("[^"), let end = line.range(of: "]:") else { return nil }
    let label = line[..<end.lowerBound].dropFirst(2)
    let rest = String(line[end.upperBound...]).trimmingSpaces
    guard !label.isEmpty, label.count <= 20, !rest.isEmpty else { return nil }
    return (String(label), rest)
  }

  /// `[label]: https://...`, which is not shown.
  private static func isDefinition(_ line: String) -> Bool {
    guard line.first == "[", let end = line.range(of: "]:") else { return false }
    return !line[..<end.lowerBound].contains("](") && line[end.upperBound...].contains("/")
  }

  /// The cells of a line of a table; none for the line under its head.
  private static func cells(_ line: String) -> [String]? {
    guard line.first == "|", line.count > 1 else { return nil }
    let isDivider = line.allSatisfy { "|:- ".contains($0) }
    if isDivider { return [] }
    let inner = line.dropFirst()
    let cells = (inner.last == "|" ? inner.dropLast() : inner).split(
      separator: "|", omittingEmptySubsequences: false)
    return cells.map { String($0).trimmingSpaces }
  }

  private static func item(_ line: String) -> (label: String, rest: String)? {
    guard let first = line.first else { return nil }
    if "-*+".contains(first), line.dropFirst().first == " " {
      return (String(first), String(line.dropFirst(2)).trimmingSpaces)
    }
    guard let (label, rest) = ParagraphLabel.split(line), label.contains(where: \.isNumber) else {
      return nil
    }
    return (label, rest)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !CharacterTraits.isSpace($0) }),
      let end = scalars.lastIndex(where: { !CharacterTraits.isSpace($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
