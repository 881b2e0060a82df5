/// The texts of a message that its reader sees, in order, and what was left out.
struct MessageBody {
  /// A text and what is known of its form.
  struct Piece {
    var text: DecodedText
    var isHTML: Bool
    var type: FieldParameters
    /// The message that was attached and holds the text; nothing for the message's own text.
    var attached: MessageHeader?
  }

  private(set) var pieces: [Piece] = []
  private(set) var leftOut: [String] = []
  private let file: String
  private let charset: String?
  private let decoding: TextDecoding

  /// Collects the texts of a message.
  ///
  /// - Parameters:
  ///   - file: what messages call it.
  ///   - charset: the label that `event.yaml` gives.
  ///   - deadline: when it has to be over.
  init(of message: MessagePart, file: String, charset: String?, deadline: Deadline)
    throws(IngestionError)
  {
    self.file = file
    self.charset = charset
    decoding = TextDecoding(rules: try ReadingRules.shared(), deadline: deadline)
    try take(message, attached: nil)
  }

  private mutating func take(_ part: MessagePart, attached: MessageHeader?) throws(IngestionError) {
    switch part.type.value {
    case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime":
      throw IngestionError(
        file: file,
        .unsupported(format: "an encrypted message", instead: "save it decrypted, or as text"))
    case "multipart/alternative":
      try takeBest(of: part.parts, attached: attached)
    case "multipart/related":
      if let root = part.root { try take(root, attached: attached) }
    case "multipart/signed":
      if let signed = part.parts.first { try take(signed, attached: attached) }
    case "message/rfc822":
      if let message = part.parts.first { try take(message, attached: message.header) }
    case _ where !part.parts.isEmpty:
      for inner in part.parts { try take(inner, attached: attached) }
    default:
      try takeText(part, attached: attached)
    }
  }

  private mutating func takeText(_ part: MessagePart, attached: MessageHeader?)
    throws(IngestionError)
  {
    let isText = ["text/plain", "text/html"].contains(part.type.value)
    guard isText, part.disposition.value != "attachment" else {
      return leftOut.append(part.fileName ?? part.type.value)
    }
    let bytes = part.bytes
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    let text = try decoding.decode(
      SourceFile(name: file, bytes: bytes), chosen: charset,
      declared: part.type.parameters["charset"])
    pieces.append(
      Piece(
        text: text, isHTML: part.type.value == "text/html", type: part.type, attached: attached))
  }

  /// Of the same text in several forms: the plain one, unless it only says that there is HTML.
  private mutating func takeBest(of parts: [MessagePart], attached: MessageHeader?)
    throws(IngestionError)
  {
    let plain = parts.first { $0.type.value == "text/plain" }
    let rich = parts.last { $0.root?.type.value == "text/html" }
    guard let plain, let rich else {
      if let only = plain ?? rich ?? parts.last { try take(only, attached: attached) }
      return
    }
    let count = pieces.count
    try take(rich, attached: attached)
    let richPieces = Array(pieces[count...])
    pieces.removeSubrange(count...)
    try take(plain, attached: attached)
    guard let piece = richPieces.first else { return }
    let length = pieces[count...].reduce(0) { $0 + $1.text.utf8.count { $0 > 0x20 } }
    let shown = Self.shownLength(of: piece.text.utf8)
    let share = try MailRules.shared().plainShare
    if Double(length) < share * Double(shown) { pieces.replaceSubrange(count..., with: richPieces) }
  }

  /// About how many bytes of some HTML are text.
  private static func shownLength(of html: [UInt8]) -> Int {
    var count = 0
    var isTag = false
    for byte in html {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag, byte > 0x20 { count += 1 }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return count
  }
}

extension MessagePart {
  /// Of parts that belong together, the one that is shown (RFC 2387, section 3.2); of any other part,
  /// itself.
  var root: MessagePart? {
    guard type.value == "multipart/related" else { return self }
    let start = type.parameters["start"]
    let named = parts.first { start != nil && $0.header.value("content-id") == start }
    return named ?? parts.first { $0.type.value == "text/html" } ?? parts.first
  }
}
