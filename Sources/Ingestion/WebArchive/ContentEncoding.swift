/// How a server has compressed what it sent (RFC 9110, section 8.4).
struct ContentEncoding: Sendable {
  private let names: [String]
  // Servers use one; a row of them is made to keep a reader busy.
  private static let maximumCount = 4
  private static let maximumName = 40

  /// Why content cannot be had.
  enum Mistake: Error, Sendable, Hashable {
    case tooLarge
    case tooLate
    case unknown(name: String)
  }

  /// Takes the value of the field `Content-Encoding`.
  init(field value: String?) {
    names = (value ?? "").lowercased().split { $0 == "," || $0 == " " }
      .prefix(Self.maximumCount + 1).map { String($0.prefix(Self.maximumName)) }
  }

  /// The content with its compression undone.
  ///
  /// Crawlers often undo it and leave the field as it was, so that content which is not of the form that
  /// the field gives is taken as it stands.
  ///
  /// - Parameters:
  ///   - limit: how many bytes it may be.
  ///   - deadline: when it has to be over.
  func decoded(_ bytes: [UInt8], limit: Int, deadline: Deadline) throws(Mistake) -> [UInt8] {
    guard names.count <= Self.maximumCount else {
      let first = names.prefix(Self.maximumCount).joined(separator: ", ")
      throw .unknown(name: "\(first), …")
    }
    var content = bytes
    for name in names.reversed() {
      switch name {
      case "identity": break
      case "gzip", "x-gzip": content = try inflated(content, [.gzip], limit, deadline)
      case "deflate": content = try inflated(content, [.zlib, .none], limit, deadline)
      case _ where Self.isMarkup(content): break
      default: throw .unknown(name: name)
      }
    }
    guard content.count <= limit else { throw .tooLarge }
    return content
  }

  private func inflated(
    _ bytes: [UInt8], _ wrappings: [Inflation.Wrapping], _ limit: Int, _ deadline: Deadline
  ) throws(Mistake) -> [UInt8] {
    for wrapping in wrappings {
      do throws(Inflation.Mistake) {
        return try Inflation.inflated(bytes[...], wrapping, limit: limit, deadline: deadline)
      } catch {
        switch error {
        case .tooLarge: throw .tooLarge
        case .tooLate: throw .tooLate
        case .damaged: continue
        }
      }
    }
    return bytes
  }

  /// Whether bytes begin as a page does that is not compressed: with a tag and no control characters.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(256).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return start.first == UInt8(ascii: "<")
      && start.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
  }
}
