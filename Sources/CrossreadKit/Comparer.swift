import Alignment
import Claims
@_exported import Findings
@_exported import Ingestion
@_exported import Language
import Source

/// Compares the accounts of an event: the whole way from a folder to findings.
///
///     let comparison = try await Comparer().comparison(ofFolder: "fixtures/liverpool-2021")
///     print(comparison.highlights.map(\.summary))
public struct Comparer: Sendable {
  /// How a comparison is made.
  public struct Configuration: Sendable {
    /// How files are read.
    public var reading: ReadingOptions
    /// Where the models are.
    public var models: ModelStore
    /// The number of threads to use at most; nothing for as many as there are cores. It changes no result.
    public var threads: Int?

    /// Makes a configuration.
    public init(
      reading: ReadingOptions = ReadingOptions(), models: ModelStore = ModelStore(),
      threads: Int? = nil
    ) {
      self.reading = reading
      self.models = models
      self.threads = threads
    }
  }

  /// What a comparison is at.
  public enum Stage: String, Sendable, CaseIterable {
    case reading, analyzing, claims, aligning, findings
  }

  private let configuration: Configuration

  /// Makes a comparer.
  public init(configuration: Configuration = Configuration()) {
    self.configuration = configuration
  }

  /// Compares the accounts in a folder.
  ///
  /// - Parameter progress: called at the beginning of each stage.
  /// - Throws: `IngestionError` when the folder holds nothing to compare, `ModelError` when a model is
  ///   missing, `ResourceError` when the installation is broken.
  public func comparison(
    ofFolder folder: String, progress: @Sendable (Stage) -> Void = { _ in }
  ) async throws -> Comparison {
    progress(.reading)
    let event = try await EventReader(options: configuration.reading).event(at: folder)
    return try await comparison(of: event, progress: progress)
  }

  /// Compares the accounts of an event that has been read.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public func comparison(
    of event: Event, progress: @Sendable (Stage) -> Void = { _ in }
  ) async throws -> Comparison {
    progress(.analyzing)
    // The encoder takes longest to load and needs nothing of the analysis.
    // Float arithmetic, so that reports are the same on every kind of processor.
    async let encoder = SentenceEncoder(
      store: configuration.models, threads: configuration.threads, arithmetic: .float)
    let analyzed = try await analyze(event)
    progress(.claims)
    let extractor = try ClaimExtractor()
    let entities = extractor.entities(of: analyzed, in: event)
    let claims = extractor.claims(
      of: analyzed, in: event, entities: entities, threads: configuration.threads)
    progress(.aligning)
    let aligner = try PointAligner(encoder: await encoder)
    let points = try aligner.points(of: claims, in: analyzed, entities: entities)
    progress(.findings)
    let finder = try FindingFinder()
    let facets = finder.facets(of: event, points: points, entities: entities)
    return Comparison(
      event: event, entities: entities.entities,
      voices: Voices(event: event, entities: entities), claims: claims, facets: facets,
      points: points,
      findings: finder.findings(of: event, points: points, facets: facets, entities: entities),
      provenance: provenance(of: event))
  }

  /// The accounts with their sentences, analysed side by side, in the order of the event.
  private func analyze(_ event: Event) async throws -> [AnalyzedAccount] {
    let analyzer = try LanguageAnalyzer(
      store: configuration.models, languages: Set(event.accounts.map(\.language)))
    guard configuration.threads != 1 else { return try event.accounts.map(analyzer.analyze) }
    return try await withThrowingTaskGroup(of: (Int, AnalyzedAccount).self) { group in
      for (index, account) in event.accounts.enumerated() {
        group.addTask { (index, try analyzer.analyze(account)) }
      }
      var found: [Int: AnalyzedAccount] = [:]
      for try await (index, account) in group { found[index] = account }
      return event.accounts.indices.compactMap { found[$0] }
    }
  }

  private func provenance(of event: Event) -> [String] {
    let languages = Set(event.accounts.map(\.language))
    return ["Crossread \(Crossread.version)", "multilingual-e5-small"]
      + (languages.contains(.english) ? ["en_core_web_sm"] : [])
      + (languages.contains(.japanese) ? ["MeCab with IPADIC"] : [])
  }
}

/// What this program is.
public enum Crossread {
  /// The version, by semantic versioning.
  public static let version = "0.1.0"
}
