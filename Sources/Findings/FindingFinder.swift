import Alignment
import Claims
import Ingestion
import Source

/// Draws findings from the points of an event.
public struct FindingFinder: Sendable {
  private let acts: ActTable
  private let messages: Messages
  private let words: FacetWords

  /// Reads the tables of acts and messages.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init() throws {
    acts = try ActTable()
    messages = try Messages()
    words = try FacetWords()
  }

  /// What the accounts say of the event itself.
  public func facets(
    of event: Event, points: [Point], entities: EntityDirectory
  ) -> [Facet] {
    FacetFinder(
      material: Material(event: event, points: points, entities: entities), acts: acts, words: words
    ).facets()
  }

  /// The findings, those that matter most first; of equals, in the order of their names.
  public func findings(
    of event: Event, points: [Point], facets: [Facet], entities: EntityDirectory
  ) -> [Finding] {
    let material = Material(event: event, points: points, entities: entities)
    let found =
      Differences(material: material, facets: facets, messages: messages).findings()
      + Omissions(material: material, facets: facets, messages: messages).findings()
      + Wordings(material: material, messages: messages).findings()
      + Dependences(material: material, messages: messages).findings()
      + Agreements(material: material, facets: facets, messages: messages).findings()
    return found.sorted { ($1.salience, $0.id) < ($0.salience, $1.id) }
  }
}
