/// Takes the decisions of an edited report into those that are kept.
///
/// Only what was edited counts: boxes and notes that are as they were written change nothing, so two people may
/// edit copies of one report. What is replaced stays with the decision as an earlier one.
public struct ReviewMerge: Sendable {
  /// What became of one decision.
  public struct Change: Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
      case added, changed, withdrawn
    }

    /// The finding's id.
    public let finding: String
    /// What happened.
    public let kind: Kind
    /// What somebody else had decided since the report was written, which is replaced.
    public let replaced: Decision.Ruling?
  }

  /// The decisions afterwards.
  public private(set) var file: ReviewFile
  /// What changed, in the order of the report.
  public private(set) var changes: [Change] = []
  /// Edits that contradict each other.
  public private(set) var problems: [ReportProblem] = []

  private let by: String
  private let at: String

  /// Merges what a report says into a file.
  ///
  /// - Parameters:
  ///   - report: what messages call the report.
  ///   - by: who decided.
  ///   - at: when, as ISO 8601 has it.
  public init(
    _ entries: [ReportEntry], into file: ReviewFile, report: String, by: String, at: String
  ) {
    self.file = file
    self.by = by
    self.at = at
    for entry in edited(entries, report: report) { take(entry) }
  }

  /// One entry a finding: of several the edited one.
  private mutating func edited(_ entries: [ReportEntry], report: String) -> [ReportEntry] {
    var chosen: [ReportEntry] = []
    var places: [String: Int] = [:]
    var disputed: Set<String> = []
    // Where no decision is kept at all, those that a report shows are nowhere else.
    let isLost = file.decisions.isEmpty
    for entry in entries
    where entry.isEdited || (isLost && entry.isReviewable && entry.state != nil) {
      guard let place = places[entry.finding] else {
        places[entry.finding] = chosen.count
        chosen.append(entry)
        continue
      }
      guard chosen[place].state != entry.state else { continue }
      disputed.insert(entry.finding)
      problems.append(
        ReportProblem(
          file: report, line: entry.line,
          trouble: .duplicate(finding: entry.finding, otherLine: chosen[place].line)))
    }
    return chosen.filter { !disputed.contains($0.finding) }
  }

  private mutating func take(_ entry: ReportEntry) {
    let direct = file.decisions[entry.finding]
    let origin = entry.mark?.origin.flatMap { file.decisions[$0] }
    // What the report showed as decided may have been decided under another id.
    let shown = direct ?? (entry.mark?.state == nil ? nil : origin)
    let kept = shown?.ruling.state
    guard kept != entry.state else { return }
    if entry.mark == nil, entry.state == nil { return }
    let isOvertaken = kept != entry.mark?.state
    // Somebody else's decision is not withdrawn by a copy of the report that never showed it.
    if entry.state == nil, isOvertaken { return }

    let previous = [direct, origin].compactMap { $0 }
    let earlier = previous.flatMap { [$0.ruling] + $0.earlier }
    let ruling = Decision.Ruling(
      verdict: entry.verdict ?? .open, note: entry.note, by: by, at: at)
    if let origin { file.decisions[origin.finding] = nil }
    file.decisions[entry.finding] = Decision(
      finding: entry.finding, ruling: ruling, earlier: earlier,
      subject: subject(of: entry, before: direct))
    let replaced = shown.flatMap { isOvertaken && $0.ruling.by != by ? $0.ruling : nil }
    changes.append(
      Change(
        finding: entry.finding,
        kind: entry.state == nil ? .withdrawn : (previous.isEmpty ? .added : .changed),
        replaced: replaced))
  }

  private func subject(of entry: ReportEntry, before: Decision?) -> FindingSummary {
    guard let mark = entry.mark else {
      return before?.subject
        ?? FindingSummary(
          sort: "", summary: entry.summary, fingerprint: nil, quotes: entry.quotes)
    }
    return FindingSummary(
      sort: mark.sort, summary: entry.summary, fingerprint: mark.fingerprint, quotes: entry.quotes)
  }
}
