import Claims
import Source
import Values

/// The time at which a count stood: the one that its claim tells, or that of the account.
public struct CountTime: Sendable, Hashable {
  /// When it stood.
  public let moment: Moment
  /// Whether the claim itself tells the time ("as of 3 p.m."); otherwise it is that of the account.
  public let isStated: Bool

  /// Accounts that are so many minutes apart tell of two states of things.
  private static let leastGap = 12 * 60

  /// The time of a count; nothing where neither claim nor account tells one.
  init?(of quantity: MeasuredQuantity, published: Timestamp?) {
    guard let published else { return nil }
    if let stated = quantity.asOf?.moment(before: published) {
      (moment, isStated) = (stated, true)
    } else {
      (moment, isStated) = (Moment(published), false)
    }
  }

  /// Whether two counts were made at different times: at stated times that differ, or else half a day apart.
  func differs(from other: CountTime) -> Bool {
    guard moment.isApart(from: other.moment) else { return false }
    return (isStated && other.isStated) || abs(moment.distance(to: other.moment)) >= Self.leastGap
  }
}
