import CrossreadKit
import Language

/// As many lines of a command's `--input` as are answered at once: enough to keep all cores busy, and so few that
/// memory does not grow with the file.
struct RequestBlock<Request> {
  let requests: [Request]
  /// Why reading ended before the block was full, where the file was not at its end.
  let error: (any Error)?
}

/// Reads the lines of a file block by block.
struct RequestBlocks<Request> {
  private var lines: JSONLines
  private let request: ([UInt8]) throws(RequestLine.Mistake) -> Request
  private let belongs: (Request, Request) -> Bool
  /// The first request of the next block, where reading had to go on to it.
  private var ahead: Request?

  /// How many bytes of lines a block has at least, where the file goes on; and at most, where all belong together.
  private let size = 1 << 18
  private let greatestSize = 1 << 23

  /// - Parameters:
  ///   - request: reads one line.
  ///   - belongs: whether a request is to be answered together with the one before it.
  /// - Throws: `IngestionError` when the file cannot be opened.
  init(
    file: String, as request: @escaping ([UInt8]) throws(RequestLine.Mistake) -> Request,
    joining belongs: @escaping (Request, Request) -> Bool = { _, _ in false }
  ) throws {
    lines = try JSONLines(file: file)
    self.request = request
    self.belongs = belongs
  }

  /// The next lines, none at the end of the file; what stands before a bad one is kept.
  mutating func next() -> RequestBlock<Request> {
    var requests = ahead.map { [$0] } ?? []
    ahead = nil
    var read = 0
    do {
      while read < greatestSize, let line = try lines.next() {
        let found: Request
        do {
          found = try request(line)
        } catch {
          throw IngestionError(
            file: lines.file, line: lines.number,
            .malformed(format: "JSON", reason: "\(error)"))
        }
        if read >= size, let last = requests.last, !belongs(last, found) {
          ahead = found
          break
        }
        read += line.count
        requests.append(found)
      }
      return RequestBlock(requests: requests, error: nil)
    } catch {
      return RequestBlock(requests: requests, error: error)
    }
  }
}
