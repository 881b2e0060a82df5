/// What an analyst decided on one finding, with what the finding rested on at that time.
public struct Decision: Sendable, Hashable {
  /// What was decided. The raw values are what `review.yaml` says.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case accept, reject
    case followUp = "follow up"
    /// Nothing yet: there is only a note.
    case open
  }

  /// The verdict with its note, and who gave it when.
  public struct Ruling: Sendable, Hashable {
    /// What was decided.
    public var verdict: Verdict
    /// The analyst's own words, in Markdown; empty where there are none.
    public var note: String
    /// Who decided.
    public var by: String
    /// When, as ISO 8601 has it.
    public var at: String

    /// Makes a ruling.
    public init(verdict: Verdict, note: String = "", by: String, at: String) {
      self.verdict = verdict
      self.note = note
      self.by = by
      self.at = at
    }
  }

  /// The finding's id at the time.
  public var finding: String
  /// What was decided last.
  public var ruling: Ruling
  /// What was decided before, the latest first: nothing that was decided is ever lost.
  public var earlier: [Ruling]
  /// The finding as it was.
  public var subject: FindingSummary

  /// Makes a decision.
  public init(
    finding: String, ruling: Ruling, earlier: [Ruling] = [], subject: FindingSummary
  ) {
    self.finding = finding
    self.ruling = ruling
    self.earlier = earlier
    self.subject = subject
  }
}

/// A finding as far as it must be remembered to be known again.
public struct FindingSummary: Sendable, Hashable {
  /// Its kind and type: `omission/duration`; empty where they are not known.
  public var sort: String
  /// The finding in one sentence.
  public var summary: String
  /// The fingerprint of its evidence; nothing where it is not known.
  public var fingerprint: String?
  /// The words that it rests on.
  public var quotes: [Quote]

  /// Makes a summary.
  public init(sort: String, summary: String, fingerprint: String?, quotes: [Quote]) {
    self.sort = sort
    self.summary = summary
    self.fingerprint = fingerprint
    self.quotes = quotes
  }
}

/// Words of an account, on one line.
public struct Quote: Sendable, Hashable {
  /// The id of the account.
  public var account: String
  /// The words, each run of white space in them one space.
  public var text: String

  /// Makes a quote of some words, whatever white space is in them.
  public init(account: String, text: String) {
    self.account = account
    // A byte order mark inside of a text says nothing, and YAML does not keep it. Told apart as scalars: to Swift, a
    // space and the accent behind it are one character.
    self.text = text.unicodeScalars.filter { $0 != "\u{FEFF}" }
      .split(whereSeparator: \.properties.isWhitespace).map { String(String.UnicodeScalarView($0)) }
      .joined(separator: " ")
  }
}
