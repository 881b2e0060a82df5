import Claims
import Values

/// Two claims about the same thing that cannot both be right.
public struct Disagreement: Sendable {
  /// What they differ in.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case value, time, polarity, strength, modality
  }

  /// What they differ in.
  public let kind: Kind
  /// One claim.
  public let first: Claim
  /// The other.
  public let second: Claim
  /// The value of the first claim, where values differ.
  public let firstValue: Value?
  /// The value of the second claim, where values differ.
  public let secondValue: Value?
  /// The difference in words.
  public let reason: String

  /// Whether one of the two must be wrong: a stronger word is a difference and no contradiction.
  public var isContradiction: Bool { [.value, .time, .polarity].contains(kind) }
}
