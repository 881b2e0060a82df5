/// How much a finding matters, and why: a sum of parts, each of which has a name.
public struct Salience: Sendable, Hashable {
  /// What makes a finding matter more or less.
  public enum Factor: String, Sendable, Hashable, CaseIterable {
    /// What sort of finding it is: a contradiction matters more than an addition.
    case sort
    /// How few of the voices tell it.
    case rarity
    /// How many voices tell it.
    case voices
    /// That a party to the event or an authority tells it, and no report of others.
    case source
    /// Numbers, dates or amounts in it.
    case values
    /// What it does: a denial, a demand or an agreement matters more than a mention.
    case act
    /// That it stands at the head of its account.
    case position
    /// That other accounts found it worth repeating.
    case repetition
    /// How many things it names, or how many words are told otherwise.
    case extent
    /// That it is about something with a name.
    case name
    /// What the silence of an account means: of a peer that tells what stands around it much, of a short post or of an
    /// account that was there before little.
    case silence
    /// That it tells of the text, and not of the event.
    case document
    /// That `event.yaml` raises or mutes the topic.
    case topic
  }

  /// One reason and what it weighs.
  public struct Part: Sendable, Hashable {
    /// The reason.
    public let factor: Factor
    /// What it adds to the salience; negative where it takes away.
    public let weight: Double
  }

  /// The reasons that weigh anything, in the order of `Factor`.
  public let parts: [Part]

  /// Adds up reasons; those of one factor are one.
  init(_ weights: [Factor: Double]) {
    parts = Factor.allCases.compactMap { factor in
      weights[factor].flatMap { $0 == 0 ? nil : Part(factor: factor, weight: $0) }
    }
  }

  /// The salience, from 0 to 1.
  public var value: Double { min(max(parts.map(\.weight).reduce(0, +), 0), 1) }

  /// What a factor weighs.
  public func weight(of factor: Factor) -> Double {
    parts.first { $0.factor == factor }?.weight ?? 0
  }

  /// The salience with one more reason.
  func adding(_ factor: Factor, _ weight: Double) -> Salience {
    var weights = Dictionary(uniqueKeysWithValues: parts.map { ($0.factor, $0.weight) })
    weights[factor, default: 0] += weight
    return Salience(weights)
  }
}
