import Findings
import Source

/// A comparison with the decisions that were made on its findings, each where it belongs now.
public struct ReviewedComparison: Sendable {
  /// What became of the evidence since a decision was made on it.
  public enum EvidenceChange: String, Sendable, Hashable {
    /// It is the same.
    case same
    /// Its words are the same, and other words stand around them.
    case surroundings
    /// There is more of it, of the same accounts.
    case grown
    /// There is less of it, of the same accounts.
    case shrunk
    /// Its words are others.
    case words
  }

  /// A decision on a finding.
  public struct Standing: Sendable {
    /// The decision.
    public let decision: Decision
    /// What became of its evidence.
    public let change: EvidenceChange

    /// Whether the decision still counts: it was made on these words. What was rejected stays so as well where
    /// more or less of the same is found; what was accepted has to be looked at again.
    public var holds: Bool {
      switch change {
      case .same, .surroundings: true
      case .grown, .shrunk: decision.ruling.verdict == .reject
      case .words: false
      }
    }

    /// Whether somebody has decided, and it still counts.
    public var isReviewed: Bool { holds && decision.ruling.verdict != .open }
  }

  /// A decision whose finding is gone.
  public struct Gone: Sendable {
    /// The decision.
    public let decision: Decision
    /// The words that the finding rested on, and what became of them.
    public let quotes: [(quote: Quote, fate: Fate)]
  }

  /// What became of words that a finding rested on.
  public enum Fate: String, Sendable, Hashable {
    /// They still stand in the account.
    case there
    /// The account is there without them.
    case gone
    /// No such account is there.
    case noAccount
  }

  /// The comparison.
  public let comparison: Comparison
  /// The decisions that have a finding, by its id.
  public let standings: [String: Standing]
  /// The decisions that have none, by the id that the finding had.
  public let gone: [Gone]

  /// Finds for each decision the finding that it belongs to.
  ///
  /// A finding has its decision by its id; where the words of the evidence have changed and the id with them,
  /// by likeness of the evidence.
  public init(_ comparison: Comparison, decisions: ReviewFile = ReviewFile()) {
    self.comparison = comparison
    // The fingerprints of all findings of a long event are costly.
    guard !decisions.decisions.isEmpty else {
      standings = [:]
      gone = []
      return
    }
    let current = comparison.findings.map { (id: $0.id, subject: FindingSummary($0)) }
    let ids = Set(current.map(\.id))
    let subjects = Dictionary(current.map { ($0.id, $0.subject) }) { first, _ in first }
    var standings: [String: Standing] = [:]
    for (id, decision) in decisions.decisions where ids.contains(id) {
      let isSame =
        decision.subject.fingerprint == nil
        || decision.subject.fingerprint == subjects[id]?.fingerprint
      standings[id] = Standing(decision: decision, change: isSame ? .same : .surroundings)
    }
    let others = decisions.decisions.values.filter { !ids.contains($0.finding) }
      .sorted { $0.finding < $1.finding }
    let successors = FindingMatcher.successors(
      of: others.map { ($0.finding, $0.subject) },
      among: current.filter { standings[$0.id] == nil })
    for decision in others {
      guard let id = successors[decision.finding], let subject = subjects[id] else { continue }
      standings[id] = Standing(
        decision: decision, change: Self.change(from: decision.subject, to: subject))
    }
    self.standings = standings
    let left = others.filter { successors[$0.finding] == nil }
    gone = left.isEmpty ? [] : Self.gone(left, in: comparison)
  }

  private static func change(from old: FindingSummary, to new: FindingSummary) -> EvidenceChange {
    let (before, now) = (Set(old.quotes), Set(new.quotes))
    if before == now { return old.fingerprint == new.fingerprint ? .same : .surroundings }
    guard Set(before.map(\.account)) == Set(now.map(\.account)) else { return .words }
    if before.isSubset(of: now) { return .grown }
    return now.isSubset(of: before) ? .shrunk : .words
  }

  private static func gone(_ decisions: [Decision], in comparison: Comparison) -> [Gone] {
    let texts = Dictionary(
      uniqueKeysWithValues: comparison.event.accounts.map {
        ($0.id, Quote(account: $0.id, text: $0.text.string).text)
      })
    return decisions.map { decision in
      let quotes = decision.subject.quotes.map { quote in
        (quote, fate(of: quote, in: texts[quote.account]))
      }
      return Gone(decision: decision, quotes: quotes)
    }
  }

  private static func fate(of quote: Quote, in text: String?) -> Fate {
    guard let text else { return .noAccount }
    let parts = quote.text.split(separator: " … ")
    return parts.allSatisfy { text.contains($0) } ? .there : .gone
  }

  // MARK: - What is shown where

  /// Whether a finding was rejected, and still is.
  public func isRejected(_ finding: Finding) -> Bool {
    standings[finding.id].map { $0.holds && $0.decision.ruling.verdict == .reject } ?? false
  }

  /// Whether a finding was accepted, and still is.
  public func isAccepted(_ finding: Finding) -> Bool {
    standings[finding.id].map { $0.holds && $0.decision.ruling.verdict == .accept } ?? false
  }

  /// The findings that were not rejected, those that matter most first.
  public var open: [Finding] { comparison.findings.filter { !isRejected($0) } }

  /// The findings on which nobody has decided, or whose evidence has changed since.
  public var unreviewed: [Finding] {
    comparison.findings.filter { standings[$0.id]?.isReviewed != true }
  }

  /// The comparison with those findings alone that were accepted, and the points that they rest on.
  public var accepted: Comparison {
    let findings = comparison.findings.filter(isAccepted)
    let points = Set(findings.flatMap(\.points))
    return Comparison(
      event: comparison.event, entities: comparison.entities, voices: comparison.voices,
      claims: comparison.claims, facets: comparison.facets,
      points: comparison.points.filter { points.contains($0.id) }, findings: findings,
      provenance: comparison.provenance)
  }
}
