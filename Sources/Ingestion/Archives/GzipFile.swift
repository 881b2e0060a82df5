/// A gzip file (RFC 1952): one member or several, one behind the other.
enum GzipFile {
  private static let mark: [UInt8] = [0x1F, 0x8B]

  /// Whether bytes begin as a gzip file does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark) }

  /// What is packed in all members of a file.
  ///
  /// - Complexity: linear in what comes out, which is no more than the limit on expanded content.
  static func content(of file: SourceFile, limits: ReadingLimits) throws(IngestionError)
    -> [UInt8]
  {
    let limit = limits.maximumExpandedSize
    var content: [UInt8] = []
    var rest = file.bytes[...]
    repeat {
      do throws(Inflation.Mistake) {
        let (bytes, used) = try Inflation.inflated(
          rest, .gzip, limit: limit - content.count, deadline: limits.deadline)
        content += bytes
        rest = rest.dropFirst(used)
      } catch {
        switch error {
        case .tooLate:
          throw IngestionError(file: file.name, .takesTooLong(limit: limits.deadline.limit))
        case .tooLarge: throw IngestionError(file: file.name, .expandsTooFar(limit: limit))
        case .damaged(let reason):
          throw IngestionError(file: file.name, .malformed(format: "gzip", reason: reason))
        }
      }
    } while rest.starts(with: mark)
    return content
  }
}
