import CrossreadKit
import Review
import Source

@testable import Reports

/// Short accounts and their page, for tests.
enum Paging {
  static func account(
    _ id: String, _ text: String, publisher: String? = nil, title: String? = nil, hour: Int = 9,
    language: LanguageTag = .english
  ) -> Account {
    let source = SourceText(text)
    var paragraphs: [Paragraph] = []
    var start = 0
    for part in text.split(separator: "\n\n") {
      let end = start + part.unicodeScalars.count
      paragraphs.append(Paragraph(range: start..<end))
      start = end + 2
    }
    return Account(
      id: id, file: id + ".txt", publisher: publisher ?? "Gazette \(id)", kind: .news,
      language: language,
      published: Timestamp(
        year: 2024, month: 5, day: 14, time: .init(hour: hour, minute: 0), offset: 0),
      title: title, text: source, paragraphs: paragraphs, sha256: "00ff")
  }

  static func comparison(_ accounts: [Account], title: String = "A bridge") async throws
    -> Comparison
  {
    try await Comparer().comparison(of: Event(name: "e", title: title, accounts: accounts))
  }

  static func page(_ accounts: [Account], title: String = "A bridge") async throws -> String {
    try HTMLReport().text(
      of: ReviewedComparison(try await comparison(accounts, title: title)))
  }

  /// The page of `bridge`, made once for all tests.
  static let bridgePage = Task { try await page(bridge) }

  /// Two accounts of one meeting, of which one adds much.
  static let visit = [
    account(
      "A",
      "The president met the chancellor in the old town hall of Bonn for three hours on 13 May 2024 after a visit to "
        + "the shipyard with forty engineers and before a dinner at the castle."),
    account("B", "The president met the chancellor."),
  ]

  /// Three accounts, of which two share points and a third draws on one of them.
  static let bridge = [
    account(
      "A",
      "The mayor opened the new bridge at 10:00 on 13 May 2024. Fourteen people were injured in the collision.\n\n"
        + "The bridge cost 5 million euros.", publisher: "Ministry of Works"),
    account(
      "B",
      "Eleven people were injured in the collision. The new bridge was opened by the mayor.",
      hour: 11),
    account(
      "C",
      "The Ministry of Works said that fourteen people were injured in the collision. The Ministry of Works "
        + "said that the bridge cost 5 million euros.", hour: 12),
  ]
}
