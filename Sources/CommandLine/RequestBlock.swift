import CrossreadKit
import Language

/// As many lines of a command's `--input` as are answered at once: enough to keep all cores busy, and so few that
/// memory does not grow with the file.
struct RequestBlock<Request> {
  private(set) var requests: [Request] = []
  /// Why reading ended before the block was full, where the file was not at its end.
  private(set) var error: (any Error)?

  /// How many bytes of lines a block has at least, where the file goes on.
  private let size = 1 << 18

  /// Reads the next lines; what stands before a bad one is kept.
  ///
  /// - Parameter request: reads one line.
  init(
    reading lines: inout JSONLines, as request: ([UInt8]) throws(RequestLine.Mistake) -> Request
  ) {
    var read = 0
    do {
      while read < size, let line = try lines.next() {
        read += line.count
        do {
          requests.append(try request(line))
        } catch {
          throw IngestionError(
            file: lines.file, line: lines.number,
            .malformed(format: "JSON", reason: "\(error)"))
        }
      }
    } catch {
      self.error = error
    }
  }
}
