/// A gzip file (RFC 1952): one member or several, one behind the other.
enum GzipFile {
  fileprivate static let mark: [UInt8] = [0x1F, 0x8B]

  /// Whether bytes begin as a gzip file does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark) }

  /// What is packed in all members of a file, which may be no more than a file that is not packed.
  ///
  /// - Complexity: linear in what comes out.
  static func content(of file: SourceFile, limits: ReadingLimits) throws(IngestionError)
    -> [UInt8]
  {
    let stream = GzipStream(
      file, limit: min(limits.maximumExpandedSize, limits.maximumFileSize),
      deadline: limits.deadline)
    var content: [UInt8] = []
    while let piece = try stream.next() { content += piece }
    return content
  }
}

/// What is packed in all members of a gzip file, piece by piece, so that nobody has to hold all of it.
final class GzipStream {
  private let file: String
  private let limit: Int
  private let deadline: Deadline
  private let inflater = Inflater(.gzip)
  private var rest: ArraySlice<UInt8>
  private var count = 0
  private var isOver = false

  /// - Parameter limit: how many bytes may come out.
  init(_ file: SourceFile, limit: Int, deadline: Deadline) {
    self.file = file.name
    self.limit = limit
    self.deadline = deadline
    rest = file.bytes[...]
  }

  /// The next piece; nothing at the end.
  func next() throws(IngestionError) -> [UInt8]? {
    while !isOver {
      try deadline.check()
      let step = inflater.step(rest)
      rest = rest.dropFirst(step.used)
      count += step.output.count
      guard count <= limit else {
        throw IngestionError(file: file, .expandsTooFar(limit: limit))
      }
      switch step.state {
      case .goesOn: break
      case .ended:
        isOver = !rest.starts(with: GzipFile.mark)
        inflater.reset()
      case .damaged(let reason):
        throw IngestionError(file: file, .malformed(format: "gzip", reason: reason))
      }
      if !step.output.isEmpty { return step.output }
    }
    return nil
  }
}
