import Dispatch
import Foundation

/// A trained English pipeline: tokens, tags, lemmas, dependencies, sentences and entities.
///
/// It runs the files of a spaCy v3 package as they are, and gives the same answers as spaCy:
///
///     let pipeline = try EnglishPipeline(contentsOf: folder)
///     let document = pipeline.analyze("Blinken met Hayashi in Liverpool.")
///     document.tokens[1].relation  // "ROOT"
///
/// Where scores differ by less than the rounding of single-precision sums, which are added in another
/// order here, another move of the parser can win: seen in 6 of 392,455 tokens, in binary data that
/// was read as text. Nothing else is known to differ.
///
/// A pipeline can be used from any number of threads at once. Analysis takes time and memory linear
/// in the length of the text (a text of more than 131,072 tokens, which spaCy refuses in most cases,
/// in parts that end with a sentence), and its result depends on nothing but the text: not on what is
/// analysed beside it, nor on the number of threads.
public struct EnglishPipeline: Sendable {
  /// Texts are analysed in batches of about so many Unicode scalars, for the matrix products.
  private static let batchSize = 4_096

  private let components: PipelineComponents

  /// Reads the package in a folder: the one with `config.cfg`, or one that holds such a folder, as
  /// an installed or unpacked Python package does.
  ///
  /// - Throws: ``PipelinePackageError``.
  public init(contentsOf folder: URL) throws {
    let resources = Bundle.module.bundleURL.appendingPathComponent("Resources/English")
    self.components = try PipelineComponents(
      folder: Self.packageFolder(folder).path, resources: resources.path)
  }

  /// The folder with `config.cfg`, at most two levels down.
  private static func packageFolder(_ folder: URL) -> URL {
    let manager = FileManager.default
    var candidates = [folder]
    for _ in 0..<3 {
      if let found = candidates.first(where: {
        manager.fileExists(atPath: $0.appendingPathComponent("config.cfg").path)
      }) {
        return found
      }
      candidates = candidates.flatMap { candidate in
        let names = (try? manager.contentsOfDirectory(atPath: candidate.path)) ?? []
        return names.sorted().map { candidate.appendingPathComponent($0) }
      }
    }
    return folder
  }

  /// Analyses a text.
  public func analyze(_ text: String) -> Document {
    analyze(Array(text.unicodeScalars))
  }

  /// Analyses a text of Unicode scalars.
  public func analyze(_ scalars: [Unicode.Scalar]) -> Document {
    var worker = AnalysisWorker(components)
    return worker.analyze([scalars])[0]
  }

  /// Analyses texts, several at a time.
  ///
  /// - Parameters:
  ///   - texts: the texts: paragraphs, say, since no sentence goes over the end of one.
  ///   - threads: how many threads may work at once; as many as there are cores if not given.
  /// - Returns: the documents in the order of the texts.
  public func analyze(_ texts: [String], threads: Int? = nil) -> [Document] {
    analyze(texts.map { Array($0.unicodeScalars) }, threads: threads)
  }

  /// Analyses texts of Unicode scalars, several at a time; see ``analyze(_:threads:)-(_,_)``.
  public func analyze(_ texts: [[Unicode.Scalar]], threads: Int? = nil) -> [Document] {
    map(texts, threads: threads) { _, document in document }
  }

  /// Analyses texts, several at a time, and keeps what `transform` makes of each document only, so
  /// that memory does not grow with them and the transformation is spread over the threads, too.
  ///
  /// - Parameters:
  ///   - texts: the texts as Unicode scalars.
  ///   - threads: how many threads may work at once; as many as there are cores if not given.
  ///   - transform: takes the index of a text and its document.
  /// - Returns: the results in the order of the texts.
  public func map<Result: Sendable>(
    _ texts: [[Unicode.Scalar]], threads: Int? = nil,
    _ transform: @Sendable (Int, Document) -> Result
  ) -> [Result] {
    let batches = Self.batches(texts)
    let wanted = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let workers = max(1, min(wanted, batches.count))
    if workers == 1 { return work(texts, batches[...], transform) }
    var results = [[Result]](repeating: [], count: workers)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each thread writes one element of its own.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let first = batches.count * worker / workers
        let end = batches.count * (worker + 1) / workers
        buffer[worker] = work(texts, batches[first..<end], transform)
      }
    }
    return results.flatMap { $0 }
  }

  private func work<Result>(
    _ texts: [[Unicode.Scalar]], _ batches: ArraySlice<Range<Int>>,
    _ transform: (Int, Document) -> Result
  ) -> [Result] {
    var worker = AnalysisWorker(components)
    var results: [Result] = []
    for batch in batches {
      for (index, document) in zip(batch, worker.analyze(Array(texts[batch]))) {
        results.append(transform(index, document))
      }
    }
    return results
  }

  /// Runs of texts that together are about as long as a batch should be.
  private static func batches(_ texts: [[Unicode.Scalar]]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var size = 0
    for index in texts.indices {
      size += texts[index].count
      guard size >= batchSize else { continue }
      result.append(start..<index + 1)
      start = index + 1
      size = 0
    }
    if start < texts.count { result.append(start..<texts.count) }
    return result
  }
}
