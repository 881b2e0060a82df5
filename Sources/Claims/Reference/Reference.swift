import Source

/// Words of an account that stand for somebody or something: a name, a pronoun, "the two ministers", 両大臣.
public struct Reference: Sendable, Hashable {
  /// How the words refer.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// By a name or a short form of it.
    case name
    /// By a pronoun: "they", 彼.
    case pronoun
    /// By what those are who are meant: "the two ministers", 両大臣, "the ministry".
    case description
    /// By no word at all: a Japanese clause whose subject is the topic of the sentence before, "Glad to have met ...".
    case omitted
  }

  /// Where the words stand in the account's text, in Unicode scalars; empty where no word stands there.
  public let range: Range<Int>
  /// The words.
  public let text: String
  /// How they refer.
  public let form: Form
  /// The ids of the entities that are meant, in the order in which the account named them; none where they
  /// cannot be told, or where what is meant is no entity of the event.
  public let entities: [String]
  /// The names of those who are meant, as reports show them; of what is no entity, the words of the account.
  public let names: [String]
  /// The phrase of the same account that the words stand for, as it reads in a sentence of its own: "the ferry";
  /// nothing where it cannot be told.
  public let antecedent: String?

  /// Whether it is known what is meant.
  public var isResolved: Bool { !entities.isEmpty || antecedent != nil }
}

/// A reference with what grammar tells of its place, which decides whether its words can be replaced.
struct PlacedReference {
  let reference: Reference
  /// Whether it is what its clause is about, and not a part of that: "they", not "their talks".
  let isSubject: Bool
  /// What can stand in place of the words; nothing where that would read badly.
  let filling: String?
  /// Where what is meant was named last before.
  let place: Range<Int>?
}
