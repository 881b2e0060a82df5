/// What mail programs write around the words of authors: `Resources/mail.yaml`.
struct MailRules: Sendable, Decodable {
  var subjectPrefixes: [String]
  var forwardMarkers: [String]
  var forwardedFields: ForwardedFields
  var introductions: [String]
  var introductionWords: Set<String>
  var signatureLines: Set<String>
  var plainShare: Double

  /// The names of the fields of a forwarded message.
  struct ForwardedFields: Sendable, Decodable {
    var from: Set<String>
    var date: Set<String>
    var subject: Set<String>
    var others: Set<String>
  }

  private static let loaded = Resource.decode(MailRules.self, from: "mail")

  /// The rules, read once.
  static func shared() throws(IngestionError) -> MailRules { try loaded.get() }

  /// A subject without `Re:` and `Fwd:` before it.
  func plainSubject(_ subject: String) -> String {
    var rest = subject.collapsingSpaces[...]
    while let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }),
      subjectPrefixes.contains(rest[..<colon].lowercased())
    {
      rest = rest[rest.index(after: colon)...].drop { $0 == " " }
    }
    return rest.isEmpty ? subject : String(rest)
  }
}
