/// Makes paragraphs of the lines of a document's pages.
struct PDFText {
  private let rules: PDFRules
  private let layout: PDFLayout
  /// The height of most lines.
  private let usualHeight: Double
  /// The lines at the edges of pages that come again and again, their numbers made alike.
  private let running: Set<String>
  /// The words of the document in lower case, to know which hyphens are more than line breaks.
  private let words: Set<String>
  private var manuscript = Manuscript()

  /// Measures a document, in time linear in its length but for sorting the lines of each page.
  init(_ layout: PDFLayout, rules: PDFRules) {
    self.rules = rules
    self.layout = layout
    let lines = layout.pages.joined().joined()
    let heights = lines.map(\.height).sorted()
    usualHeight = heights.isEmpty ? 0 : heights[heights.count / 2]
    running = Self.runningLines(in: layout, rules: rules)
    words = Set(
      lines.flatMap { line in
        line.text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
      })
  }

  /// The paragraphs, headings and items in reading order.
  mutating func read(until deadline: Deadline) throws(IngestionError) -> Manuscript {
    manuscript = Manuscript()
    for page in layout.pages {
      let edges = edgeLines(of: page)
      for block in page {
        try deadline.check()
        let lines = block.filter { line in
          guard edges.contains(line.text) else { return true }
          let isSmall = block.count == 1 && line.height < rules.edgeHeight * usualHeight
          return !isSmall && !isEdge(line.text)
        }
        if !lines.isEmpty { append(lines) }
      }
    }
    for index in manuscript.blocks.indices where manuscript.blocks[index].role == .body {
      guard let (label, rest) = ParagraphLabel.split(manuscript.blocks[index].text) else {
        continue
      }
      manuscript.blocks[index] = .init(
        text: rest, role: .listItem, label: label, isLabelWritten: true)
    }
    ParagraphLabel.labelBareNumbers(in: &manuscript)
    if !manuscript.blocks.contains(where: { $0.role == .heading }) {
      PlainTextReader.markHeading(&manuscript)
    }
    return manuscript
  }

  // MARK: - Heads and feet of pages

  private static func runningLines(in layout: PDFLayout, rules: PDFRules) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in layout.pages {
      let edges = edgeLines(of: page, count: rules.edgeLines)
      for line in Set(edges.map(withoutNumbers)) { counts[line, default: 0] += 1 }
    }
    let needed = max(2, Int((Double(layout.pages.count) * rules.edgeShare).rounded(.up)))
    return Set(counts.filter { $0.value >= needed }.keys)
  }

  /// The lines nearest to the top and to the bottom of a page.
  private static func edgeLines(of page: [[PDFLayout.Line]], count: Int) -> Set<String> {
    let sorted = page.joined().sorted { ($0.top, $0.left) < ($1.top, $1.left) }.map(\.text)
    return Set(sorted.prefix(count) + sorted.suffix(count))
  }

  private func edgeLines(of page: [[PDFLayout.Line]]) -> Set<String> {
    Self.edgeLines(of: page, count: rules.edgeLines)
  }

  private func isEdge(_ line: String) -> Bool {
    if running.contains(Self.withoutNumbers(line)) { return true }
    // A number alone is that of the page: `12`, `- 12 -`.
    let marks = line.unicodeScalars.filter { !("0"..."9").contains($0) }
    return marks.count < line.unicodeScalars.count && line.unicodeScalars.count <= 8
      && marks.allSatisfy { ["-", "–", "—", " ", "/", "|"].contains($0) }
  }

  private static func withoutNumbers(_ line: String) -> String {
    let parts = line.split(omittingEmptySubsequences: false) { $0.isASCII && $0.isNumber }
    return parts.filter { !$0.isEmpty }.joined(separator: "#") + (parts.count > 1 ? "#" : "")
  }

  // MARK: - Paragraphs

  private mutating func append(_ lines: [PDFLayout.Line]) {
    let highest = lines.map(\.height).max() ?? 0
    if highest >= rules.headingHeight * usualHeight, lines.count <= rules.headingLines,
      !endsSentence(lines.last?.text ?? "")
    {
      let text = joined(lines.map(\.text))
      return manuscript.blocks.append(.init(text: text, role: .heading))
    }
    for paragraph in paragraphs(of: lines) {
      if goesOn(in: paragraph) {
        // Swapped out and in, since a copy for each line would make long paragraphs slow.
        let last = manuscript.blocks.count - 1
        var text = ""
        swap(&text, &manuscript.blocks[last].text)
        append(paragraph, to: &text)
        swap(&text, &manuscript.blocks[last].text)
      } else {
        manuscript.blocks.append(.init(text: paragraph))
      }
    }
  }

  /// Parts the lines of a block where a short line ends a sentence, where a label begins one, and where
  /// a line is indented and most are not.
  private func paragraphs(of lines: [PDFLayout.Line]) -> [String] {
    let left = lines.map(\.left).min() ?? 0
    let right = lines.map(\.right).max() ?? 0
    let isIndented = lines.map { $0.left - left > rules.indent * usualHeight }
    let hasIndents = isIndented.count { $0 } * 2 < lines.count
    var parts: [[String]] = []
    var isEnded = true
    for (line, isIndented) in zip(lines, isIndented) {
      let begins = ParagraphLabel.split(line.text) != nil || (hasIndents && isIndented)
      if isEnded || begins { parts.append([]) }
      parts[parts.count - 1].append(line.text)
      let isShort = line.right - left < rules.shortLine * (right - left)
      isEnded = isShort && endsSentence(line.text)
    }
    return parts.map(joined)
  }

  private func joined(_ lines: [String]) -> String {
    lines.dropFirst().reduce(into: lines.first ?? "") { append($1, to: &$0) }
  }

  /// Adds a line to a text; a hyphen that only broke a word goes.
  private func append(_ line: String, to text: inout String) {
    guard let hyphen = text.last, hyphen == "-" || hyphen == "\u{AD}" || hyphen == "‐",
      let next = line.first, next.isLowercase, let start = Self.brokenWord(endOf: text)
    else { return WrappedLines.append(line, to: &text) }
    let end = line.prefix(Self.longestWord).prefix(while: Self.isInWord)
    let isOneWord = words.contains("\(start)\(end)".lowercased())
    let isCompound = words.contains("\(start)-\(end)".lowercased())
    if hyphen == "\u{AD}" || isOneWord || !isCompound { text.removeLast() }
    text += line
  }

  /// What stands of a word before the hyphen that a text ends with; nothing where that is no letter.
  private static func brokenWord(endOf text: String) -> String? {
    // `dropLast` counts all characters of a string.
    let rest = text[..<text.index(before: text.endIndex)]
    guard rest.last?.isLetter == true else { return nil }
    return String(rest.reversed().prefix(longestWord).prefix(while: isInWord).reversed())
  }

  private static let longestWord = 100

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character == "-"
  }

  /// Whether the last paragraph, which the end of a block or a page cut, goes on with this one.
  private func goesOn(in paragraph: String) -> Bool {
    guard let last = manuscript.blocks.last, last.role == .body, !endsSentence(last.text),
      let scalar = paragraph.unicodeScalars.first
    else { return false }
    return scalar.properties.isLowercase
  }

  private func endsSentence(_ line: String) -> Bool {
    line.last.map { rules.sentenceEnds.contains(String($0)) } ?? false
  }
}
