/// Tells messages (RFC 5322) and pages saved as messages (MHTML, RFC 2557) from other files.
enum MessageSniffer {
  /// Whether a file is a message, by its ending or by the fields it begins with.
  static func isMessage(_ file: SourceFile) -> Bool {
    if ["eml", "mht", "mhtml"].contains(file.ending) { return true }
    guard ["", "txt", "text", "mail", "msg"].contains(file.ending) else { return false }
    let start = file.bytes.prefix(1 << 14)
    guard start.first.map({ (0x41...0x7A).contains($0) }) == true else { return false }
    let names = Set(MessageHeader.parse(start).header.fields.map(\.name))
    // Authors head their texts with "From:" and "Date:" too; programs alone write these.
    let isByProgram = !names.isDisjoint(with: ["mime-version", "message-id", "received"])
    return isByProgram && names.contains("from")
  }
}
