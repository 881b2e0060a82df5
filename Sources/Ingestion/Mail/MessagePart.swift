/// A message or a part of one (RFC 2046): its header, and its content or its own parts.
struct MessagePart: Sendable {
  var header: MessageHeader
  var type: FieldParameters
  /// What stands there, in its transfer encoding; empty where there are parts.
  var content: ArraySlice<UInt8>
  var parts: [MessagePart] = []

  /// Reads a message with all its parts.
  ///
  /// - Parameter file: what messages call it.
  /// - Complexity: linear in the length, for each level of nesting.
  init(_ bytes: ArraySlice<UInt8>, file: String, limits: ReadingLimits) throws(IngestionError) {
    var count = 0
    try self.init(bytes, file: file, limits: limits, depth: 0, count: &count)
  }

  private init(
    _ bytes: ArraySlice<UInt8>, file: String, limits: ReadingLimits, depth: Int,
    count: inout Int
  ) throws(IngestionError) {
    guard depth < limits.maximumDepth else {
      throw IngestionError(file: file, .tooDeep(what: "its parts", limit: limits.maximumDepth))
    }
    count += 1
    try limits.deadline.check()
    guard count <= limits.maximumElements else {
      throw IngestionError(file: file, .tooManyElements(limit: limits.maximumElements))
    }
    (header, content) = MessageHeader.parse(bytes)
    type = FieldParameters(header.value("content-type") ?? "text/plain")
    if type.value == "message/rfc822" {
      parts = [
        try MessagePart(bytes[...], file: file, limits: limits, depth: depth + 1, count: &count)
      ]
      content = []
      return
    }
    guard type.value.hasPrefix("multipart/"), let boundary = type.parameters["boundary"],
      !boundary.isEmpty
    else { return }
    for piece in Self.pieces(of: content, boundary: boundary) {
      parts.append(
        try MessagePart(piece, file: file, limits: limits, depth: depth + 1, count: &count))
    }
    if !parts.isEmpty { content = [] }
  }

  /// The bytes of the content, its transfer encoding undone.
  var bytes: [UInt8] {
    TransferEncoding(field: header.value("content-transfer-encoding")).decoded(content)
  }

  /// What the part is to its message: `inline`, `attachment`.
  var disposition: FieldParameters {
    FieldParameters(header.value("content-disposition") ?? "inline")
  }

  /// The name that the part would have as a file.
  var fileName: String? {
    disposition.parameters["filename"] ?? type.parameters["name"]
  }

  /// The content between boundaries; what stands before the first and behind the last is no part.
  private static func pieces(of content: ArraySlice<UInt8>, boundary: String)
    -> [ArraySlice<UInt8>]
  {
    let delimiter = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var rest = content
    while !rest.isEmpty {
      let (line, next) = rest.firstLine
      if line.starts(with: delimiter) {
        let tail = line.dropFirst(delimiter.count)
        let isEnd = tail.starts(with: Array("--".utf8))
        if isEnd || tail.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
          if let start { pieces.append(content[start..<max(start, line.startIndex)]) }
          start = isEnd ? nil : next.startIndex
          if isEnd { break }
        }
      }
      rest = next
    }
    if let start { pieces.append(content[start...]) }
    return pieces
  }
}
