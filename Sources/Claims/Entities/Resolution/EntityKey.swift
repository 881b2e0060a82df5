/// What an entity is known by before it has an id.
enum EntityKey: Hashable {
  /// An entity of `event.yaml`, by its place there.
  case listed(Int)
  /// What the tables know.
  case known(KnownName)
  /// A person, by the group of its names.
  case person(Int)
  /// A place or body, by its name in plain letters.
  case name(String)
}
