import Source

/// A person, country, place or body that the accounts of an event name: one entity, one id, whatever each
/// account calls it and in whichever language.
public struct Entity: Sendable, Hashable, Identifiable {
  /// What sort of thing an entity is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, region, place, organisation
    /// Named by `event.yaml` and by nothing that tells what it is.
    case other
  }

  /// The entity's name for machines: it comes from its kind and what it is known by.
  public let id: String
  /// What sort of thing it is.
  public let kind: Kind
  /// The name that reports show: `event.yaml`'s, or else the fullest English one, or else the fullest one.
  public let name: String
  /// The fullest name in each language in which the event's accounts or Crossread's tables name it.
  public let names: [LanguageTag: String]
  /// The ISO 3166-1 code of the country that it is, or whose government it is a part of.
  public let region: String?
  /// Whether Crossread's tables or `event.yaml` know it, so that its absence from an account in another
  /// language means something.
  public let isKnownAcrossLanguages: Bool
}

/// Words of an account that name an entity.
public struct EntityMention: Sendable, Hashable {
  /// The id of the account.
  public let account: String
  /// The place of the words in the account's text, in Unicode scalars.
  public let range: Range<Int>
  /// The id of the entity.
  public let entity: String
}

/// Who acts in a claim.
public struct Actor: Sendable, Hashable {
  /// The words of the account.
  public let text: String
  /// The name by which reports call it: the entity's, or the words of the account where no entity is known.
  public let name: String
  /// The id of the entity, where it is known.
  public let entity: String?
}
