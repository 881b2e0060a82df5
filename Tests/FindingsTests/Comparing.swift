import CrossreadKit
import Foundation
import Source

@testable import Findings

/// Short accounts and their comparison, for tests.
enum Comparing {
  static func account(
    _ id: String, _ text: String, publisher: String? = nil, kind: AccountKind = .document,
    language: LanguageTag = .english, title: String? = nil, day: Int? = 14, hour: Int? = nil
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
      id: id, file: id + ".txt", publisher: publisher ?? id, kind: kind, language: language,
      published: day.map {
        Timestamp(
          year: 2024, month: 5, day: $0, time: hour.map { .init(hour: $0, minute: 0) })
      },
      title: title, text: source,
      paragraphs: paragraphs, sha256: id)
  }

  static func comparison(_ accounts: Account...) async throws -> Comparison {
    try await comparison(of: accounts)
  }

  static func comparison(of accounts: [Account]) async throws -> Comparison {
    try await Comparer().comparison(of: Event(name: "e", title: "e", accounts: accounts))
  }

  static func findings(_ accounts: Account...) async throws -> [Finding] {
    try await comparison(of: accounts).findings
  }

  /// The events in the fixtures.
  static let fixtures = [
    "agreeing-2023", "harbour-crossing-2024", "liverpool-2021", "nippon-steel-2023", "noto-2024",
  ]

  /// The comparison of a fixture, made once for all tests.
  static func comparison(ofFixture name: String) async throws -> Comparison {
    guard let comparison = comparisons[name] else { throw NoSuchFixture(name: name) }
    return try await comparison.value
  }

  private struct NoSuchFixture: Error { let name: String }

  private static let comparisons = Dictionary(
    uniqueKeysWithValues: fixtures.map { name in
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let folder = root.appendingPathComponent("fixtures/\(name)").path
      return (name, Task { try await Comparer().comparison(ofFolder: folder) })
    })
}
