import Alignment
import Claims
import Ingestion

/// All that Crossread found out about one event: what reports are made of.
public struct Comparison: Sendable {
  /// The event with its accounts.
  public let event: Event
  /// The people, countries, places and bodies that the accounts name, by kind and name.
  public let entities: [Entity]
  /// Which accounts speak with one voice.
  public let voices: Voices
  /// The claims of all accounts, by account and place.
  public let claims: [Claim]
  /// What the accounts say of the event itself.
  public let facets: [Facet]
  /// The claims of all accounts, grouped by what they say; what most accounts state comes first.
  public let points: [Point]
  /// The findings, those that matter most first.
  public let findings: [Finding]
  /// What made the comparison, by component: `Crossread 0.1.0`, `multilingual-e5-small`.
  public let provenance: [String]

  /// Makes a comparison of its parts.
  public init(
    event: Event, entities: [Entity] = [], voices: Voices? = nil,
    claims: [Claim], facets: [Facet], points: [Point],
    findings: [Finding],
    provenance: [String]
  ) {
    self.event = event
    self.entities = entities
    self.voices = voices ?? Voices(event: event)
    self.claims = claims
    self.facets = facets
    self.points = points
    self.findings = findings
    self.provenance = provenance
  }

  /// The findings to read first.
  public var highlights: [Finding] { findings.highlights }
}
