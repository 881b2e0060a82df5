import Claims
import Source

/// The claims of all accounts that say the same thing.
public struct Point: Sendable, Identifiable {
  /// The point's name: it comes from the claims that it holds.
  public let id: String
  /// The point in words: the claim that stands nearest to all others, without what some who state the point leave out.
  public internal(set) var summary: String
  /// The same by languages: for each in which accounts tell the point, the best of its claims.
  public internal(set) var summaries: [LanguageTag: String]
  /// Its claims, in the order of their accounts and places.
  public let claims: [Claim]
  /// What each account does with the point, by the account's id. Accounts that are silent stand here too, but
  /// not where there are many: who does not stand here is silent.
  public let stances: [String: Stance]
  /// Where its claims contradict each other.
  public let disagreements: [Disagreement]
  /// The id of the point that it is a detail of, where it is one: what some accounts of that point tell of it and
  /// others leave out.
  public let whole: String?
  /// The points of its own details, the weightiest first.
  public internal(set) var details: [Point] = []

  /// The point in words for a report in a language: in that language where an account tells it so.
  public func summary(in language: ReportLanguage) -> String {
    summaries[language.tag] ?? summary
  }

  /// What an account does with the point.
  public func verdict(of account: String) -> Verdict { stances[account]?.verdict ?? .absent }

  /// The ids of the accounts that state the point, in order, whether in their own voice or not.
  public var statingAccounts: [String] {
    stances.filter { [.stated, .contradicted].contains($0.value.verdict) }.keys.sorted()
  }

  /// The ids of the accounts that state it in their own voice: repeating another account is no voice of
  /// one's own.
  public var independentAccounts: [String] {
    statingAccounts.filter { stances[$0]?.repeats.isEmpty ?? false }
  }
}

/// What one account does with a point.
public struct Stance: Sendable {
  /// Whether the account states the point.
  public let verdict: Verdict
  /// Its claims in the point; where it states the point in part only, its claims that come near.
  public let claims: [Claim]
  /// How well its words cover the point, from 0 to 1; of a detail, how likely it tells it anywhere.
  public let support: Double
  /// The ids of the accounts that it merely repeats here; empty where it speaks for itself.
  public let repeats: [String]
}

/// What an account does with a claim.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  case stated, partly, contradicted, absent
}
