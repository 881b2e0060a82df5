import Claims
import Source
import Values

/// Two claims about the same thing that differ.
public struct Disagreement: Sendable {
  /// What they differ in.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case value, time, polarity, strength, modality
    /// Acts or states of which one excludes the other: agreed and refused, rose and fell.
    case opposite
    /// Two towns in which one act took place.
    case place
    /// Two people of whom only one can have done it: chaired the session, won the race.
    case participants
    /// Two figures of a count that grows, told of different times: the older one is not contradicted.
    case update
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
  /// What differs, of each side: a value, the name of an act, a word.
  public let sides: (one: Message, other: Message)

  /// The time of the first count, where one count is only older than the other.
  public var firstTime: CountTime? = nil
  /// The time of the second count, where one count is only older than the other.
  public var secondTime: CountTime? = nil

  /// The difference in words: `25 minutes against 30 minutes`.
  public var reason: String {
    "\(sides.one.text(in: .english)) against \(sides.other.text(in: .english))"
  }

  /// Whether one of the two must be wrong: a stronger word and an older count are
  /// differences and no contradictions.
  public var isContradiction: Bool {
    [.value, .time, .polarity, .opposite, .place, .participants].contains(kind)
  }
}
