/// What a claim does: meets, discusses, agrees, denies.
public struct Act: Sendable, Hashable {
  /// The act's name, the key in `acts.yaml`.
  public let name: String
  /// Acts of one group say a thing in the same way.
  public let group: String
  /// The scale on which the act has a strength, and that strength.
  public let scale: String?
  /// How strong it is on its scale, from 1.
  public let strength: Int?
  /// The act that cannot be true beside this one, of the same thing.
  public let opposite: String?
  /// Whether the objects of its verb are topics of their own.
  public let introducesTopics: Bool
  /// Whether its verb only tells who speaks.
  public let reports: Bool
  /// How what its verb introduces stands to what happened: planned, hoped for, demanded.
  public let modality: Claim.Modality?

  /// How much stronger the act is than another one of its scale: 2 for deciding against sharing a view, negative
  /// where it is weaker; nothing where the two stand on no common scale.
  public func strength(above other: Act) -> Int? {
    guard let scale, scale == other.scale, let strength, let weaker = other.strength else {
      return nil
    }
    return strength - weaker
  }
}
