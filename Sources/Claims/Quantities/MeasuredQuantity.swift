import Values

/// What a value is of, as a thing that is measured or counted: the magnitude of an earthquake, the deaths.
public struct MeasuredQuantity: Sendable, Hashable {
  /// The quantity's name, the key in `quantities.yaml`: `magnitude`, `deaths`.
  public let id: String
  /// Its name as the claim has it, in base forms: `moment magnitude`; nothing where a verb tells it ("died").
  public let term: String?
  /// Whether it is a count that grows as it is kept.
  public let isTally: Bool
  /// Whether it is measured at each place apart.
  public let isLocal: Bool
  /// Whether many things have one, so that it does not tell by itself that two values are of one thing.
  public let isGeneral: Bool
  /// The noun for what is counted where a verb tells the quantity: `people` in "48 people died".
  public let counted: String?
  /// What it counts, a group of things in `quantities.yaml`: `people`; nothing where it counts none.
  public let counts: String?
  /// The place to which the value is limited: "Suzu" in "20 people died in Suzu".
  public var scope: Scope?
  /// How the value stands in its claim.
  public var standing = Standing.whole
  /// The time at which the count stood, where the claim tells it: "as of 3 p.m. on 2 January".
  public var asOf: Value?

  /// A place to which a value is limited.
  public struct Scope: Sendable, Hashable {
    /// Where its words stand in the account's text.
    public let range: Range<Int>
    /// Its words.
    public let text: String
  }

  /// How a value of a quantity stands in its claim.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// It is the figure that the claim gives.
    case whole
    /// It is a part of another figure of the claim.
    case part
    /// The claim gives it as an older figure: "rose from 5 to 48".
    case superseded
  }
}
