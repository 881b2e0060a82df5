import Source

/// Reads the plain text of a message: its author's own words, and what is quoted or forwarded below
/// them.
struct MessageText {
  private let rules: MailRules
  private let limits: ReadingLimits
  private(set) var manuscript = Manuscript()
  /// The fields of a message that is forwarded without a word of the sender's own.
  private(set) var forwarded: ForwardedMessage?

  /// What stands at the head of a forwarded message.
  struct ForwardedMessage: Sendable, Hashable {
    var from: String?
    var date: String?
    var subject: String?
  }

  /// Reads a text, in time linear in its length for each level of quoting.
  init(_ text: String, rules: MailRules, limits: ReadingLimits) throws(IngestionError) {
    self.rules = rules
    self.limits = limits
    try read(try text.lines(within: limits), quote: nil, depth: 0)
    ParagraphLabel.labelBareNumbers(in: &manuscript)
  }

  private mutating func read(_ lines: [String], quote: Int?, depth: Int) throws(IngestionError) {
    var own: [String] = []
    var at = 0
    while at < lines.count {
      try limits.deadline.check()
      if rules.signatureLines.contains(lines[at]) {
        at = endOfSignature(lines, from: at)
      } else if isForwardMarker(lines[at]) {
        try append(own, quote: quote)
        return try readForwarded(lines[(at + 1)...], quote: quote, depth: depth)
      } else if lines[at].hasPrefix(">"), depth < limits.maximumDepth {
        let end = lines[at...].firstIndex { !$0.hasPrefix(">") } ?? lines.count
        let attribution = takeIntroduction(from: &own)
        try append(own, quote: quote)
        own = []
        manuscript.quotes.append(.init(kind: .passage, attribution: attribution))
        let inner = lines[at..<end].map(Self.withoutMark)
        try read(inner, quote: manuscript.quotes.count - 1, depth: depth + 1)
        at = end
      } else {
        own.append(lines[at])
        at += 1
      }
    }
    try append(own, quote: quote)
  }

  private mutating func append(_ lines: [String], quote: Int?) throws(IngestionError) {
    let read = try PlainTextReader.read(
      lines.joined(separator: "\n"), limits: limits, hasHeading: false)
    manuscript.blocks += read.blocks.map { block in
      guard let quote else { return block }
      var quoted = block
      quoted.role = block.role == .listItem ? .listItem : .quote
      quoted.quote = quote
      return quoted
    }
  }

  // MARK: - Forwarded

  private func isForwardMarker(_ line: String) -> Bool {
    rules.forwardMarkers.contains { line.hasPrefix($0) }
  }

  private mutating func readForwarded(_ lines: ArraySlice<String>, quote: Int?, depth: Int)
    throws(IngestionError)
  {
    var message = ForwardedMessage()
    var rest = lines.drop { $0.collapsingSpaces.isEmpty }
    while let line = rest.first, let (name, value) = field(of: line) {
      let fields = rules.forwardedFields
      if fields.from.contains(name) { message.from = message.from ?? value }
      if fields.date.contains(name) { message.date = message.date ?? value }
      if fields.subject.contains(name) { message.subject = message.subject ?? value }
      rest = rest.dropFirst()
    }
    guard depth < limits.maximumDepth else { return try append(Array(rest), quote: quote) }
    if manuscript.isEmpty, quote == nil {
      forwarded = forwarded ?? message
      return try read(Array(rest), quote: nil, depth: depth + 1)
    }
    let author = message.from.flatMap { Mailbox($0).title }
    manuscript.quotes.append(.init(kind: .passage, attribution: author))
    try read(Array(rest), quote: manuscript.quotes.count - 1, depth: depth + 1)
  }

  /// A field as mail programs print it: `From: ...`, `*Von:* ...`, `件名：...`.
  private func field(of line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = line[..<colon].filter { $0 != "*" && $0 != " " }.lowercased()
    let fields = rules.forwardedFields
    guard
      [fields.from, fields.date, fields.subject, fields.others].contains(where: {
        $0.contains(name)
      })
    else { return nil }
    let value = line[line.index(after: colon)...].filter { $0 != "*" }
    return (name, String(value).collapsingSpaces)
  }

  // MARK: - Quoted

  private static func withoutMark(_ line: String) -> String {
    let rest = line.dropFirst()
    return String(rest.first == " " ? rest.dropFirst() : rest)
  }

  /// A signature ends where a quoted or forwarded message begins, or with the text.
  private func endOfSignature(_ lines: [String], from start: Int) -> Int {
    lines[(start + 1)...].firstIndex { $0.hasPrefix(">") || isForwardMarker($0) } ?? lines.count
  }

  /// Takes `On Tue, 3 May 2022 at 10:12, Ada Brook <ada@town.example> wrote:` off the end of lines,
  /// and gives the name in it.
  private mutating func takeIntroduction(from lines: inout [String]) -> String? {
    guard let last = lines.lastIndex(where: { !$0.collapsingSpaces.isEmpty }) else { return nil }
    // Long introductions are wrapped.
    for first in stride(from: last, through: max(0, last - 2), by: -1) {
      guard !lines[first].collapsingSpaces.isEmpty else { return nil }
      let text = lines[first...last].joined(separator: " ").collapsingSpaces
      guard let name = author(ofIntroduction: text) else { continue }
      lines.removeSubrange(first...)
      return name
    }
    return nil
  }

  private func author(ofIntroduction text: String) -> String? {
    guard let mark = text.last, mark == ":" || mark == "：" else { return nil }
    var rest = text.dropLast()
    let verb = rules.introductions.first { rest.hasSuffix($0) }
    if let verb { rest = rest.dropLast(verb.count) }
    let hasAddress = rest.contains("@")
    guard verb != nil || hasAddress else { return nil }
    let address = rest.firstIndex(of: "<")
    let before = address.map { rest[..<$0] } ?? rest
    // What stands behind the last word with a digit, which belongs to the date, is the name.
    let words = before.split(separator: " ")
    let start = words.lastIndex { $0.contains { $0.isASCII && $0.isNumber } }.map { $0 + 1 } ?? 0
    let name = words[start...].drop { word in
      rules.introductionWords.contains(word.lowercased().filter { $0 != "," }) || word.first == "("
    }
    let title = name.joined(separator: " ").trimmingMarks
    guard title.isEmpty else { return title }
    return address.map { rest[rest.index(after: $0)...].prefix { $0 != ">" } }.map(String.init)
  }
}

extension String {
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = [",", " ", "\"", "、"]
    let start = drop { marks.contains($0) }
    return String(start.reversed().drop { marks.contains($0) }.reversed())
  }
}
