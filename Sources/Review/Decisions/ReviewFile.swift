import Ingestion
import Yams

/// The decisions on the findings of one event, as `review.yaml` in its folder keeps them.
///
/// People may edit the file by hand. What cannot be read is an error with its line, never passed over: a
/// mistyped decision would be a lost one.
public struct ReviewFile: Sendable, Hashable {
  /// The file's name in an event's folder.
  public static let name = "review.yaml"
  /// The format that the file names.
  static let schema = "crossread-review/1"
  /// What is read at most; a decision takes about one kilobyte.
  private static let maximumSize = 64 << 20

  /// The decisions by the ids of their findings.
  public var decisions: [String: Decision]

  /// Decisions of which none has been made.
  public init(decisions: [String: Decision] = [:]) {
    self.decisions = decisions
  }

  /// Reads the `review.yaml` of a folder; no decisions where there is none.
  ///
  /// - Throws: `IngestionError` with the line where something in it cannot be read.
  public init(
    inFolder folder: String, options: ReadingOptions = ReadingOptions()
  ) throws(IngestionError) {
    let path = Self.path(inFolder: folder)
    guard let text = try TextFile.text(at: path, within: folder, options: options) else {
      self.init()
      return
    }
    try self.init(text, file: path)
  }

  /// The place of the file in a folder.
  public static func path(inFolder folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Reads the text of a `review.yaml`.
  ///
  /// - Parameter file: what messages call it.
  /// - Throws: `IngestionError` with the line where something in it cannot be read.
  public init(_ text: String, file: String) throws(IngestionError) {
    let reading = ReviewFileReading(file: file)
    decisions = [:]
    guard
      let root = try YAMLText.compose(
        text, file: file, format: "YAML", maximumSize: Self.maximumSize)
    else { return }
    if let scalar = YAMLText.scalar(root), scalar.text.isEmpty { return }
    for entry in try reading.entries(of: root, key: Self.name, known: ["schema", "decisions"]) {
      if entry.key.text == "decisions" {
        decisions = try reading.decisions(entry)
      } else if YAMLText.scalar(entry.value)?.text != Self.schema {
        throw reading.invalid(entry, "\(Self.schema), the only format that is known")
      }
    }
  }
}

/// Turns the nodes of a `review.yaml` into decisions.
private struct ReviewFileReading {
  let file: String

  private static let keys = [
    "decision", "note", "by", "at", "finding", "summary", "evidence", "quotes", "earlier",
  ]

  func decisions(_ entry: YAMLText.Entry) throws(IngestionError) -> [String: Decision] {
    if let scalar = YAMLText.scalar(entry.value), scalar.text.isEmpty { return [:] }
    guard let members = YAMLText.entries(of: entry.value) else {
      throw invalid(entry, "ids of findings, each with its decision")
    }
    var found: [String: Decision] = [:]
    for member in members {
      guard member.key.text.wholeMatch(of: /F-[0-9a-z]+/) != nil else {
        throw IngestionError(
          file: file, line: member.key.line,
          .invalidValue(key: "decisions", expected: "ids of findings, such as F-3k9a7q"))
      }
      found[member.key.text] = try decision(member)
    }
    return found
  }

  private func decision(_ member: YAMLText.Entry) throws(IngestionError) -> Decision {
    var ruling = Draft()
    var subject = FindingSummary(sort: "", summary: "", fingerprint: nil, quotes: [])
    var earlier: [Decision.Ruling] = []
    for entry in try entries(of: member.value, key: member.key.text, known: Self.keys) {
      switch entry.key.text {
      case "finding": subject.sort = try text(entry)
      case "summary": subject.summary = try text(entry)
      case "evidence": subject.fingerprint = try text(entry)
      case "quotes": subject.quotes = try quotes(entry)
      case "earlier": earlier = try rulings(entry)
      default: try set(entry, of: &ruling)
      }
    }
    guard let ruling = ruling.ruling else { throw missingDecision(member.value, member.key.text) }
    return Decision(
      finding: member.key.text, ruling: ruling, earlier: earlier, subject: subject)
  }

  /// A ruling whose parts are still being read.
  private struct Draft {
    var verdict: Decision.Verdict?
    var note = ""
    var by = ""
    var at = ""

    var ruling: Decision.Ruling? {
      verdict.map { Decision.Ruling(verdict: $0, note: note, by: by, at: at) }
    }
  }

  private func set(_ entry: YAMLText.Entry, of draft: inout Draft) throws(IngestionError) {
    let text = try text(entry)
    switch entry.key.text {
    case "note": draft.note = NoteText.normalized(text)
    case "by": draft.by = text
    case "at": draft.at = text
    default:
      guard let verdict = Decision.Verdict(rawValue: text) else {
        throw invalid(
          entry, Decision.Verdict.allCases.map(\.rawValue).joined(separator: ", "))
      }
      draft.verdict = verdict
    }
  }

  private func rulings(_ entry: YAMLText.Entry) throws(IngestionError) -> [Decision.Ruling] {
    guard case .sequence(let items) = entry.value else {
      throw invalid(entry, "a list of decisions")
    }
    var rulings: [Decision.Ruling] = []
    for item in items {
      var draft = Draft()
      let known = ["decision", "note", "by", "at"]
      for member in try entries(of: item, key: "earlier", known: known) {
        try set(member, of: &draft)
      }
      guard let ruling = draft.ruling else { throw missingDecision(item, "earlier") }
      rulings.append(ruling)
    }
    return rulings
  }

  private func quotes(_ entry: YAMLText.Entry) throws(IngestionError) -> [Quote] {
    guard case .sequence(let items) = entry.value else {
      throw invalid(entry, "a list of quotes, each `account: words`")
    }
    var quotes: [Quote] = []
    for item in items {
      for member in YAMLText.entries(of: item) ?? [] {
        quotes.append(Quote(account: member.key.text, text: try text(member)))
      }
    }
    return quotes
  }

  /// The text of a value as it stands there, its line ends kept.
  private func text(_ entry: YAMLText.Entry) throws(IngestionError) -> String {
    guard case .scalar(let scalar) = entry.value else { throw invalid(entry, "text") }
    return scalar.string
  }

  func entries(of node: Node, key: String, known: [String]) throws(IngestionError)
    -> [YAMLText.Entry]
  {
    guard let entries = YAMLText.entries(of: node) else {
      throw IngestionError(
        file: file, line: YAMLText.line(of: node),
        .invalidValue(key: key, expected: "keys with values, such as `\(known[0]): ...`"))
    }
    for entry in entries where !known.contains(entry.key.text) {
      throw IngestionError(
        file: file, line: entry.key.line,
        .unknownKey(
          key: entry.key.text,
          suggestion: NearestName.suggestion(for: entry.key.text, among: known)))
    }
    return entries
  }

  func invalid(_ entry: YAMLText.Entry, _ expected: String) -> IngestionError {
    IngestionError(
      file: file, line: YAMLText.line(of: entry.value),
      .invalidValue(key: entry.key.text, expected: expected))
  }

  private func missingDecision(_ node: Node, _ key: String) -> IngestionError {
    IngestionError(
      file: file, line: YAMLText.line(of: node),
      .invalidValue(key: key, expected: "given with a `decision:`"))
  }
}
