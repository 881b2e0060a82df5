import Source
import Values

/// A fact about the event itself — when, how long, where, who, in what form — with what each account says of it.
public struct Facet: Sendable, Identifiable {
  /// Which fact.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case date, time, duration, place, participants
    /// What sort of meeting it was, in the account's own words: a call, a working lunch, 電話会談.
    case form

    /// Whether accounts that word it in another way, or not at all, say something else by that.
    var isCompared: Bool { self != .form }
  }

  /// Which fact.
  public let kind: Kind
  /// What the accounts say of it, in the order of their ids; accounts that say nothing are left out.
  public let statements: [FacetStatement]

  /// The name of the fact.
  public var id: String { kind.rawValue }

  /// The ids of the accounts that state it for themselves.
  public var independentAccounts: [String] {
    Set(statements.filter { $0.repeats.isEmpty }.map(\.account)).sorted()
  }

  /// What one account says of it.
  public func statements(of account: String) -> [FacetStatement] {
    statements.filter { $0.account == account }
  }
}

/// What one account says of one fact about the event.
public struct FacetStatement: Sendable {
  /// The id of the account.
  public let account: String
  /// The fact as reports show it: normalised where it is a value, by its own name where it is a name.
  public let wording: Message
  /// The fact in English, as the machine formats have it: two statements with one text say the same.
  public let text: String
  /// The value, where it is one.
  public let value: Value?
  /// The words that say it.
  public let evidence: Evidence
  /// The point that holds the claim.
  public let point: String
  /// The ids of the accounts that the account repeats here.
  public let repeats: [String]
  /// Whether it is said of the event as a whole, "the talks lasted an hour", and of nothing in it.
  let isOfWhole: Bool

  init(
    account: String, wording: Message, value: Value?, evidence: Evidence, point: String,
    repeats: [String], isOfWhole: Bool
  ) {
    self.account = account
    self.wording = wording
    text = wording.text(in: .english)
    self.value = value
    self.evidence = evidence
    self.point = point
    self.repeats = repeats
    self.isOfWhole = isOfWhole
  }
}
