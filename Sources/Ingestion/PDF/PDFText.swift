/// Makes paragraphs of the lines of a document's pages.
struct PDFText {
  let rules: PDFRules

  /// The text with a line a paragraph and a blank line between two.
  ///
  /// - Parameter pages: the text of each page.
  /// - Complexity: linear in the length.
  func paragraphs(of pages: [String]) -> String {
    let lines = pages.map { page in
      page.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0).collapsingSpaces }
    }
    let running = runningLines(in: lines)
    var paragraphs: [String] = []
    for page in lines {
      let body = withoutEdges(page, running: running)
      var found = body.split(separator: "").flatMap { self.paragraphs(ofBlock: Array($0)) }
      if let last = paragraphs.last, let first = found.first, goesOn(last, in: first) {
        WrappedLines.append(first, to: &paragraphs[paragraphs.count - 1])
        found.removeFirst()
      }
      paragraphs += found
    }
    return paragraphs.joined(separator: "\n\n")
  }

  // MARK: - Heads and feet of pages

  /// The lines at the edges of pages that come again and again, their numbers made alike.
  private func runningLines(in pages: [[String]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      let filled = page.filter { !$0.isEmpty }
      let edges = filled.prefix(rules.edgeLines) + filled.suffix(rules.edgeLines)
      for line in Set(edges.map(Self.withoutNumbers)) { counts[line, default: 0] += 1 }
    }
    let needed = max(2, Int((Double(pages.count) * rules.edgeShare).rounded(.up)))
    return Set(counts.filter { $0.value >= needed }.keys)
  }

  private func withoutEdges(_ page: [String], running: Set<String>) -> [String] {
    var lines = page[...]
    for _ in 0..<rules.edgeLines {
      lines = lines.drop(while: \.isEmpty)
      guard let first = lines.first, isEdge(first, running) else { break }
      lines.removeFirst()
    }
    for _ in 0..<rules.edgeLines {
      while lines.last?.isEmpty == true { lines.removeLast() }
      guard let last = lines.last, isEdge(last, running) else { break }
      lines.removeLast()
    }
    return Array(lines)
  }

  private func isEdge(_ line: String, _ running: Set<String>) -> Bool {
    if running.contains(Self.withoutNumbers(line)) { return true }
    // A number alone is that of the page: `12`, `- 12 -`.
    let marks = line.unicodeScalars.filter { !("0"..."9").contains($0) }
    return marks.count < line.unicodeScalars.count && line.unicodeScalars.count <= 8
      && marks.allSatisfy { ["-", "–", "—", " ", "/", "|"].contains($0) }
  }

  private static func withoutNumbers(_ line: String) -> String {
    line.split { $0.isNumber }.joined(separator: "#")
      + (line.contains(where: \.isNumber) ? "#" : "")
  }

  // MARK: - Paragraphs

  /// Joins the lines of a block, but where a short line ends a sentence and where a label begins one.
  private func paragraphs(ofBlock lines: [String]) -> [String] {
    let longest = lines.map(\.unicodeScalars.count).max() ?? 0
    var paragraphs: [String] = []
    var isEnded = true
    for line in lines {
      if !isEnded, !paragraphs.isEmpty, ParagraphLabel.split(line) == nil {
        WrappedLines.append(line, to: &paragraphs[paragraphs.count - 1])
      } else {
        paragraphs.append(line)
      }
      let isShort = Double(line.unicodeScalars.count) < rules.shortLine * Double(longest)
      isEnded = isShort && endsSentence(line)
    }
    return paragraphs
  }

  /// Whether a paragraph that the end of a page cut goes on with another one.
  private func goesOn(_ last: String, in first: String) -> Bool {
    guard !endsSentence(last), let scalar = first.unicodeScalars.first else { return false }
    return scalar.properties.isLowercase
      || (CharacterTraits.isWrittenWithoutSpaces(scalar) && ParagraphLabel.split(first) == nil)
  }

  private func endsSentence(_ line: String) -> Bool {
    line.last.map { rules.sentenceEnds.contains(String($0)) } ?? false
  }
}
