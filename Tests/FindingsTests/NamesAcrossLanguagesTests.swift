import CrossreadKit
import Foundation
import Testing

@testable import Findings

@Suite("Accounts in two languages name the same people and countries")
struct NamesAcrossLanguagesTests {
  private static let files = [
    "department.md": """
    ---
    publisher: U.S. Department of State
    kind: release
    language: en
    date: 2024-05-14
    url: https://www.state.gov/example
    ---

    Secretary of State Daniel Marlowe met with Japanese Foreign Minister Kamiya Tomoko in Oslo today. \
    The Secretary welcomed the work of the Quad and of the Association of Southeast Asian Nations (ASEAN). \
    Secretary Marlowe and Foreign Minister Kamiya discussed the situation in North Korea. \
    They also discussed the Arctic.
    """,
    "ministry.md": """
    ---
    publisher: 外務省
    kind: readout
    language: ja
    date: 2024-05-14
    url: https://www.mofa.go.jp/example
    ---

    5月14日、神谷智子外務大臣は、オスロにおいて、ダニエル・マーロウ米国務長官と会談した。神谷大臣とマーロウ長官は、北朝鮮の情勢を議論した。\
    両大臣は、中国を念頭に、日米豪印や東南アジア諸国連合との協力が重要であるとの認識で一致した。
    """,
    "courier.md": """
    ---
    publisher: Fjord Courier
    kind: news
    language: en
    date: 2024-05-15
    ---

    Mr. Marlowe and Ms. KAMIYA Tomoko met in Oslo on Tuesday. China was discussed, the Japanese foreign \
    ministry said.
    """,
  ]

  private static let comparison = Task { try await compare(files) }

  private static func compare(_ files: [String: String]) async throws -> Comparison {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("crossread-names-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try await Comparer().comparison(ofFolder: folder.path)
  }

  @Test("the two who meet are two people in all three accounts")
  func people() async throws {
    let comparison = try await Self.comparison.value
    let people = comparison.entities.filter { $0.kind == .person }
    #expect(people.map(\.name).sorted() == ["Daniel Marlowe", "Kamiya Tomoko"])
    #expect(people.compactMap { $0.names[.japanese] }.sorted() == ["ダニエル・マーロウ", "神谷智子"])
    for person in people {
      let accounts = Set(
        comparison.claims.filter { $0.mentions.contains { $0.entity == person.id } }
          .map(\.account))
      #expect(accounts == ["courier", "department", "ministry"])
    }
  }

  @Test("who acts is told by one name, under a bare title too")
  func actors() async throws {
    let actors = try await Self.comparison.value.claims.filter { $0.account == "department" }
      .flatMap(\.actors)
    #expect(
      Set(actors.compactMap(\.entity)).count == 2, "\(actors)")
    #expect(actors.first { $0.text == "Secretary" }?.name == "Daniel Marlowe")
  }

  @Test("the participants are the same in all accounts")
  func participants() async throws {
    let facet = try #require(
      try await Self.comparison.value.facets.first { $0.kind == .participants })
    #expect(Set(facet.statements.map(\.text)) == ["Daniel Marlowe", "Kamiya Tomoko"])
  }

  @Test("\"only\" is not said of a name that another account has in its own language")
  func onlyNames() async throws {
    let only = try await Self.comparison.value.findings
      .filter { $0.kind == .omission && $0.type == "topics" }.map(\.summary).joined()
    for name in ["North Korea", "Quad", "ASEAN", "Southeast Asian"] {
      #expect(!only.contains(name), "\(only)")
    }
    #expect(only.contains("Arctic"), "\(only)")
    // The news report names it too, but only where it repeats the ministry.
    #expect(only.contains("Only ministry names “China”. courier repeats it."), "\(only)")
  }

  @Test("a Japanese account alone in its language names a country alone")
  func onlyJapanese() async throws {
    var files = Self.files
    files["courier.md"] = nil
    let only = try await Self.compare(files).findings
      .filter { $0.kind == .omission && $0.type == "topics" && $0.accounts == ["ministry"] }
    #expect(only.map(\.summary).joined().contains("China"))
    #expect(only.flatMap(\.evidence).map(\.text).contains("中国"))
  }

  @Test("a ministry is led back to its account in another language")
  func voice() async throws {
    let claim = try #require(
      try await Self.comparison.value.claims.first { $0.text.contains("China was discussed") })
    #expect(claim.voice.repeatedAccount == "ministry")
  }

  @Test("the names of the files change nothing but the names of the accounts")
  func fileOrder() async throws {
    let renamed = [
      "department.md": "z.md", "ministry.md": "a.md", "courier.md": "m.md",
    ]
    let files = Dictionary(
      uniqueKeysWithValues: Self.files.map { (renamed[$0.key] ?? $0.key, $0.value) })
    let entities = try await Self.compare(files).entities
    #expect(entities == (try await Self.comparison.value.entities))
  }
}
