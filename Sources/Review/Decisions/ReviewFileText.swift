extension ReviewFile {
  /// The file as it is written: decisions by the ids of their findings, so that two people's reviews merge
  /// line by line. Reading it gives the same decisions.
  public var text: String {
    let head = """
      # What was decided on the findings of this folder. `crossread review` writes this file from an edited
      # report; it may be edited by hand.
      schema: \(Self.schema)
      decisions:

      """
    guard !decisions.isEmpty else { return head.replacing("decisions:", with: "decisions: {}") }
    return head
      + decisions.sorted { $0.key < $1.key }.map { block($0.value) }.joined()
  }

  func block(_ decision: Decision) -> String {
    let subject = decision.subject
    var lines = ["  \(decision.finding):"] + lines(of: decision.ruling, indent: 4)
    if !subject.sort.isEmpty { lines.append("    finding: \(scalar(subject.sort))") }
    if !subject.summary.isEmpty { lines.append("    summary: \(scalar(subject.summary))") }
    if let fingerprint = subject.fingerprint {
      lines.append("    evidence: \(scalar(fingerprint))")
    }
    if !subject.quotes.isEmpty { lines.append("    quotes:") }
    lines += subject.quotes.map { quote in
      let account = scalar(quote.account)
      // YAML asks for marks where a key has more than 1024 characters.
      let isLong = account.unicodeScalars.count > 1000
      return (isLong ? "      - ? \(account)\n        : " : "      - \(account): ")
        + scalar(quote.text)
    }
    if !decision.earlier.isEmpty { lines.append("    earlier:") }
    for ruling in decision.earlier {
      // The first key of a list's item stands behind its dash.
      lines += self.lines(of: ruling, indent: 8).enumerated().map { index, line in
        index == 0 ? "      - " + line.drop { $0 == " " } : line
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of ruling: Decision.Ruling, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines = ["\(margin)decision: \(ruling.verdict.rawValue)"]
    if !ruling.note.isEmpty { lines += note(ruling.note, margin: margin) }
    if !ruling.by.isEmpty { lines.append("\(margin)by: \(scalar(ruling.by))") }
    if !ruling.at.isEmpty { lines.append("\(margin)at: \(scalar(ruling.at))") }
    return lines
  }

  /// A note of several lines as a block, so that it reads as it was written; in quotes where a block would
  /// not keep it.
  private func note(_ note: String, margin: String) -> [String] {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    let isPlain = note.unicodeScalars.allSatisfy { $0 == "\n" || !Self.isEscaped($0) }
    guard lines.count > 1, isPlain, !note.hasPrefix(" "), !note.hasPrefix("\n") else {
      return ["\(margin)note: \(scalar(note))"]
    }
    return ["\(margin)note: |-"] + lines.map { $0.isEmpty ? "" : "\(margin)  \($0)" }
  }

  /// A scalar in double quotes, escaped as JSON and YAML both have it; words of ours stand plain.
  private func scalar(_ text: String) -> String {
    guard
      text.wholeMatch(of: /[A-Za-z][A-Za-z\/]*/) == nil || Self.words.contains(text.lowercased())
    else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where Self.isEscaped(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether YAML refuses a scalar as it is, or takes it for a line end.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// What YAML 1.1 takes for something else than text.
  private static let words: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
}
