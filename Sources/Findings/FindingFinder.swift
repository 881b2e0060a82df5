import Alignment
import Claims
import Ingestion
import Source

/// Draws findings from the points of an event.
public struct FindingFinder: Sendable {
  private let acts: ActTable
  private let messages: Messages
  private let words: FacetWords
  private let sources: SourceWords
  private let topics: TopicWords
  private let weights: SalienceWeights

  /// Reads the tables of acts, words, weights and messages.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init() throws {
    acts = try ActTable()
    messages = try Messages()
    words = try FacetWords()
    sources = try SourceWords()
    topics = try TopicWords()
    weights = try SalienceWeights()
  }

  /// What the accounts say of the event itself.
  public func facets(
    of event: Event, points: [Point], entities: EntityDirectory
  ) -> [Facet] {
    FacetFinder(
      material: Material(event: event, points: points, entities: entities, sources: sources),
      acts: acts, words: words
    ).facets()
  }

  /// The findings, those that matter most first; of equals, in the order of their names.
  public func findings(
    of event: Event, points: [Point], facets: [Facet], entities: EntityDirectory
  ) -> [Finding] {
    let material = Material(event: event, points: points, entities: entities, sources: sources)
    let weighing = Weighing(weights: weights, material: material)
    let differences = Differences(material: material, weighing: weighing, messages: messages)
      .findings()
    let found =
      differences
      + FacetDifferences(facets: facets, weighing: weighing, messages: messages)
      .findings(besides: differences)
      + Omissions(
        material: material, facets: facets, topics: topics, weighing: weighing, messages: messages
      ).findings()
      + Wordings(material: material, topics: topics, weighing: weighing, messages: messages)
      .findings()
      + Dependences(material: material, weighing: weighing, messages: messages).findings()
      + Agreements(material: material, facets: facets, weighing: weighing, messages: messages)
      .findings()
    // What rests on the same words and says the same has one name, and is told once.
    var seen: Set<String> = []
    let distinct = found.filter { seen.insert($0.id).inserted }
    return TopicWeighing(material: material, weights: weights).weighed(distinct)
      .sorted { ($1.salience, $0.id) < ($0.salience, $1.id) }
  }
}
