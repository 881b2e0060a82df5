/// A response of a web server as it was sent (RFC 9112): its status, its fields and its content.
struct HTTPResponse: Sendable {
  var status: Int
  var header: MessageHeader
  private let body: ArraySlice<UInt8>

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

  /// The content, with chunks joined and compression undone, where the fields that tell of them are true.
  ///
  /// - Parameters:
  ///   - limit: how many bytes it may be.
  ///   - deadline: when it has to be over.
  func content(limit: Int, deadline: Deadline) throws(ContentEncoding.Mistake) -> [UInt8] {
    let coding = header.value("transfer-encoding")?.lowercased() ?? ""
    let chunks = coding.contains("chunked") ? Self.joined(chunks: body) : nil
    return try ContentEncoding(field: header.value("content-encoding"))
      .decoded(chunks ?? Array(body), limit: limit, deadline: deadline)
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
