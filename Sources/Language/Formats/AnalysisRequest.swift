import Source

/// A text to analyse, as a line of JSON gives it: `{"id", "text", "language"}`.
public struct AnalysisRequest: Sendable, Hashable {
  /// The identifier as JSON, to be given back as it came; `null` where there is none.
  public let id: String
  /// The text. Half of a surrogate pair becomes U+FFFD, which is one scalar like itself.
  public let text: String
  /// The language, where the line names one.
  public let language: String?

  /// What is wrong with a line.
  public typealias Mistake = RequestLine.Mistake

  /// Reads a line.
  ///
  /// - Throws: ``Mistake`` where it is no JSON object, or its `text` or `language` is no string.
  public init(line: [UInt8]) throws(Mistake) {
    let line = try RequestLine(line)
    id = line.id
    text = try line.string("text")
    language = try line.optionalString("language")
  }

  /// Reads lines, several at a time: reading takes long enough to hold up the analysis otherwise.
  ///
  /// - Parameter threads: how many threads may work at once; as many as there are cores if not given.
  /// - Returns: the requests or mistakes in the order of the lines.
  public static func requests(
    of lines: [[UInt8]], threads: Int? = nil
  ) -> [Result<AnalysisRequest, Mistake>] {
    lines.concurrentMap(threads: threads, minimumShare: minimumShare) { line in
      Result { () throws(Mistake) in try AnalysisRequest(line: line) }
    }
  }

  /// Fewer lines than this are not worth another thread.
  private static let minimumShare = 64
}
