/// An author's field as a name and an address: `Press Office <press@ministry.example>` (RFC 5322,
/// section 3.4).
struct Mailbox: Sendable, Hashable {
  /// The name as it is shown; nothing where there is an address alone.
  var name: String?
  /// The address.
  var address: String?

  /// Reads the first mailbox of a decoded field.
  init(_ field: String) {
    guard let open = field.firstIndex(of: "<") else {
      let text = field.collapsingSpaces
      let isAddress = text.contains("@") && !text.contains(" ")
      name = isAddress || text.isEmpty ? nil : text
      address = isAddress ? text : nil
      return
    }
    let shown = field[..<open].filter { $0 != "\"" && $0 != "'" }
    let plain = String(shown).collapsingSpaces
    let inside = field[field.index(after: open)...].prefix { $0 != ">" }
    address = inside.isEmpty ? nil : String(inside).collapsingSpaces
    name = plain.isEmpty || plain == address ? nil : plain
  }

  /// What a person would call it: the name, else the address.
  var title: String? { name ?? address }
}
