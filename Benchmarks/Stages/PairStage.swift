import Alignment
import ArgumentParser
import Claims
import CrossreadKit
import Foundation
import Ingestion
import Language

/// Compares the claims of a folder with each other, as `compare` does, and with the sentences of its accounts, as `check`
/// does, once all is analysed and encoded.
struct PairStage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Count the pairs that compare and check get through in a second, once encoded.",
    discussion: """
      Prints a line of JSON a stage: {"stage", "pairs", "seconds": [...]}, the seconds of each round. All features \
      of a pair are measured and weighed, for check the answers made.
      """)

  @Argument(help: "A folder of accounts.", completion: .directory)
  var folder: String

  @Option(help: "How many claims, at most, are compared with each other.")
  var claims = PointAligner.exhaustiveLimit

  @Option(help: "How many claims are checked against each account.")
  var checked = 40

  @Option(help: "How many threads to check with.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "How many rounds to time.")
  var rounds = 5

  private struct Line: Encodable {
    let stage: String
    let pairs: Int
    let seconds: [Double]
  }

  func run() async throws {
    let store = ModelStore()
    let event = try await EventReader(options: ReadingOptions()).event(at: folder)
    let encoder = try SentenceEncoder(store: store, arithmetic: .float)
    let analyzer = try LanguageAnalyzer(store: store, languages: [.english, .japanese])
    let accounts = try analyzer.analyze(event.accounts, threads: nil)
    let extractor = try ClaimExtractor()
    let entities = extractor.entities(of: accounts, in: event)
    let found = extractor.claims(of: accounts, in: event, entities: entities, threads: nil)
    try compare(Array(found.prefix(claims)), of: accounts, entities: entities, encoder: encoder)
    try check(found, of: event, store: store, encoder: encoder)
  }

  private func compare(
    _ claims: [Claim], of accounts: [AnalyzedAccount], entities: EntityDirectory,
    encoder: SentenceEncoder
  ) throws {
    let aligner = try PointAligner(encoder: encoder)
    let prepared = try aligner.prepared(claims, of: accounts, entities: entities)
    let seconds = time { _ = aligner.likePairs(of: prepared) }
    try tell("compare", pairs: claims.count * (claims.count - 1) / 2, seconds)
  }

  /// Checks claims from all over the event against each of its accounts.
  private func check(
    _ claims: [Claim], of event: Event, store: ModelStore, encoder: SentenceEncoder
  ) throws {
    let step = max(1, claims.count / max(checked, 1))
    let texts = stride(from: 0, to: claims.count, by: step).prefix(checked).map { claims[$0].text }
    let checker = try ClaimChecker(store: store, encoder: encoder)
    let requests = texts.flatMap { text in
      event.accounts.map { CheckRequest(claim: text, account: $0) }
    }
    let read = try checker.read(requests)
    let seconds = time { _ = checker.answers(to: read, threads: threads) }
    try tell("check", pairs: read.pairCount, seconds)
  }

  private func time(_ body: () -> Void) -> [Double] {
    let clock = ContinuousClock()
    body()
    return (0..<rounds).map { _ in clock.measure(body) / .seconds(1) }
  }

  private func tell(_ stage: String, pairs: Int, _ seconds: [Double]) throws {
    let line = try JSONEncoder().encode(Line(stage: stage, pairs: pairs, seconds: seconds))
    print(String(decoding: line, as: UTF8.self))
  }
}
