/// A response of a web server as it was sent (RFC 9112): its status, its fields and its content.
struct HTTPResponse: Sendable {
  var status: Int
  var header: MessageHeader
  private let body: ArraySlice<UInt8>
  private static let maximumEncodings = 4

  /// Reads the head of a response; nothing for other bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    let (line, rest) = bytes.firstLine
    let words = String(decoding: line.prefix(64), as: UTF8.self).split(separator: " ")
    guard words.count > 1, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
      return nil
    }
    self.status = status
    (header, body) = MessageHeader.parse(rest)
  }

  /// The type of the content, `text/html`, and its parameters.
  var type: FieldParameters { FieldParameters(header.value("content-type") ?? "") }

  /// Why content cannot be had.
  enum Mistake: Error, Sendable, Hashable {
    case tooLarge
    case tooLate
    case unknownEncoding(String)
  }

  /// The content, with chunks joined and compression undone.
  ///
  /// Crawlers often undo either and leave the fields as they were, so that content which is not of the
  /// form that the fields give is taken as it stands.
  ///
  /// - Parameters:
  ///   - limit: how many bytes it may be.
  ///   - deadline: when it has to be over.
  func content(limit: Int, deadline: Deadline) throws(Mistake) -> [UInt8] {
    let coding = header.value("transfer-encoding")?.lowercased() ?? ""
    let whole = coding.contains("chunked") ? Self.joined(chunks: body) ?? Array(body) : Array(body)
    let encodings = (header.value("content-encoding") ?? "").lowercased()
      .split { $0 == "," || $0 == " " }
    // Servers use one; a row of them is made to keep a reader busy.
    guard encodings.count <= Self.maximumEncodings else {
      let first = encodings.prefix(Self.maximumEncodings).joined(separator: ", ")
      throw .unknownEncoding("\(first), …")
    }
    var content = whole
    for encoding in encodings.reversed() {
      switch encoding {
      case "identity", "": break
      case "gzip", "x-gzip": content = try inflated(content, [.gzip], limit, deadline)
      case "deflate": content = try inflated(content, [.zlib, .none], limit, deadline)
      default: throw .unknownEncoding(String(encoding))
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
        return try Inflation.inflated(bytes[...], wrapping, limit: limit, deadline: deadline).bytes
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

  /// The chunks of a body as one (RFC 9112, section 7.1); nothing where it is not in chunks.
  private static func joined(chunks body: ArraySlice<UInt8>) -> [UInt8]? {
    var joined: [UInt8] = []
    var rest = body
    while !rest.isEmpty {
      let (line, next) = rest.firstLine
      let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
      guard digits.count <= 8,
        let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length >= 0
      else { return joined.isEmpty ? nil : joined }
      if length == 0 { return joined }
      joined += next.prefix(length)
      rest = next.dropFirst(length).firstLine.rest
    }
    return joined.isEmpty ? nil : joined
  }
}
