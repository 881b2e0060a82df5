import Source

/// Reads e-mail (RFC 5322 with MIME) and pages that browsers save as messages (MHTML).
struct MessageReader {
  let limits: ReadingLimits
  private static let origin = "mail header"

  /// Reads a message.
  ///
  /// - Parameter charset: the label that `event.yaml` gives for the file.
  func read(_ file: SourceFile, charset: String?) throws(IngestionError) -> FormatReading {
    var bytes = file.bytes[...]
    // The line that parts messages in a mailbox file (RFC 4155).
    if bytes.starts(with: Array("From ".utf8)) { bytes = bytes.firstLine.rest }
    let message = try MessagePart(bytes, file: file.name, limits: limits)
    if SavedPageReader.isSavedPage(message, ending: file.ending) {
      return try SavedPageReader(limits: limits).read(message, file: file.name, charset: charset)
    }
    guard message.header.fields.contains(where: { $0.name == "from" }) else {
      throw IngestionError(
        file: file.name,
        .malformed(format: "e-mail", reason: "it does not begin with fields such as \"From:\""))
    }
    let body = try MessageBody(
      of: message, file: file.name, charset: charset, deadline: limits.deadline)
    var reading = ManuscriptWithMetadata(manuscript: Manuscript(), metadata: SourceMetadata())
    for piece in body.pieces { try append(piece, to: &reading, file: file.name) }
    guard !reading.manuscript.isEmpty else { throw IngestionError(file: file.name, .noMainText) }
    try offer(message.header, to: &reading.metadata)
    addHeadline(to: &reading)
    return FormatReading(
      manuscripts: [reading], notes: body.pieces.flatMap(\.text.notes) + notes(on: body, file))
  }

  private func notes(on body: MessageBody, _ file: SourceFile) -> [IngestionError] {
    guard !body.leftOut.isEmpty else { return [] }
    let names = body.leftOut.prefix(5).joined(separator: ", ")
    let more = body.leftOut.count > 5 ? " and \(body.leftOut.count - 5) more" : ""
    return [
      IngestionError(file: file.name, isNote: true, .leftOut(parts: "attachments \(names)\(more)"))
    ]
  }

  private func append(
    _ piece: MessageBody.Piece, to reading: inout ManuscriptWithMetadata, file: String
  ) throws(IngestionError) {
    var manuscript = try manuscript(of: piece, into: &reading, file: file)
    guard !manuscript.isEmpty else { return }
    if let header = piece.attached {
      let author = try header.text("from").flatMap { Mailbox($0).title }
      manuscript.quotes = [.init(kind: .passage, attribution: author)]
      for index in manuscript.blocks.indices { manuscript.blocks[index].quote = 0 }
    }
    reading.manuscript.append(manuscript)
  }

  private func manuscript(
    of piece: MessageBody.Piece, into reading: inout ManuscriptWithMetadata, file: String
  ) throws(IngestionError) -> Manuscript {
    if piece.isHTML {
      return try FragmentReader(limits: limits).read(piece.text.utf8, file: file)
    }
    let isFlowed = piece.type.parameters["format"]?.lowercased() == "flowed"
    let deletesSpace = piece.type.parameters["delsp"]?.lowercased() == "yes"
    let text = piece.text.string
    let read = try MessageText(
      isFlowed
        ? try FlowedText.unfolded(text, deletesSpace: deletesSpace, within: limits) : text,
      rules: try MailRules.shared(), limits: limits)
    if let forwarded = read.forwarded, reading.manuscript.isEmpty {
      try offer(forwarded, to: &reading.metadata)
    }
    return read.manuscript
  }

  /// A message that is forwarded without a word is its author's account, not the sender's.
  private func offer(_ forwarded: MessageText.ForwardedMessage, to metadata: inout SourceMetadata)
    throws(IngestionError)
  {
    let origin = "forwarded message"
    let author = forwarded.from.flatMap { Mailbox($0).title }
    metadata.offer(.author, author, from: origin)
    metadata.offer(.publisher, author, from: origin)
    let rules = try MailRules.shared()
    metadata.offer(.title, forwarded.subject.map { rules.plainSubject($0) }, from: origin)
    let dates = try DateText.shared()
    metadata.offer(published: forwarded.date.flatMap { dates.timestamp(of: $0) }, from: origin)
  }

  private func offer(_ header: MessageHeader, to metadata: inout SourceMetadata)
    throws(IngestionError)
  {
    let rules = try MailRules.shared()
    let author = try header.text("from").flatMap { Mailbox($0).title }
    metadata.offer(.author, author, from: Self.origin)
    metadata.offer(.publisher, try header.text("organization"), from: Self.origin)
    metadata.offer(.publisher, author, from: Self.origin)
    metadata.offer(
      .title, try header.text("subject").map { rules.plainSubject($0) }, from: Self.origin)
    let address = try header.text("archived-at")?.filter { $0 != "<" && $0 != ">" }
    metadata.offer(.url, address, from: Self.origin)
    metadata.offer(language: header.value("content-language"), from: Self.origin)
    let dates = try DateText.shared()
    metadata.offer(
      published: header.value("date").flatMap { dates.timestamp(of: $0) }, from: Self.origin)
    metadata.offer(kind: AccountKind(rawValue: "message"), from: Self.origin)
  }

  /// The subject is what a reader sees first, unless the text begins with it.
  private func addHeadline(to reading: inout ManuscriptWithMetadata) {
    guard let title = reading.metadata.title else { return }
    if reading.manuscript.blocks.first?.text != title {
      reading.manuscript.blocks.insert(.init(text: title, role: .heading), at: 0)
    }
    reading.manuscript.blocks[0].role = .heading
    reading.manuscript.hasHeadline = true
  }
}
