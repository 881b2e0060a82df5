import CrossreadKit
import Foundation
import Source
import Testing

@testable import Reports

@Suite("The machine formats")
struct MachineFormatTests {
  private static func account(_ id: String, _ text: String) -> Account {
    let source = SourceText(text)
    return Account(
      id: id, file: id + ".txt", publisher: id, kind: .news, language: .english,
      published: Timestamp(year: 2024, month: 5, day: 14), url: "https://example.org/\(id)",
      title: "T", author: "W", text: source,
      headline: nil, paragraphs: [Paragraph(range: source.range, label: "1")], sha256: "00ff",
      metadataOrigins: ["id": "file name"])
  }

  private static let accounts = [
    account(
      "A", "Née Blanc met the 👩‍🚀 crew for 25 minutes. Fourteen people were injured on 14 May."),
    account("B", "Née Blanc met the crew. Eleven people were injured on 14 May."),
  ]

  private static let comparison = Task {
    try await Comparer().comparison(
      of: Event(
        name: "e", title: "t", place: "Bonn", timeZone: "Europe/Berlin", accounts: accounts))
  }

  private func report() async throws -> [String: Any] {
    let text = try JSONReport().text(of: try await Self.comparison.value)
    #expect(text.hasSuffix("}\n"))
    return try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func objects(_ report: [String: Any], _ key: String) throws -> [[String: Any]] {
    let found = try #require(report[key] as? [[String: Any]])
    try #require(!found.isEmpty)
    return found
  }

  @Test("a comparison has the documented parts")
  func parts() async throws {
    let report = try await report()
    #expect(report["schema"] as? String == "crossread/1")
    #expect(
      Set(report.keys) == [
        "schema", "event", "accounts", "entities", "claims", "facets", "points", "findings",
        "problems", "gone",
      ])
  }

  @Test(
    "the objects of each part have the documented keys",
    arguments: [
      (
        "accounts",
        ["id", "file", "publisher", "kind", "language", "published", "url", "text", "sha256"]
      ),
      (
        "claims",
        [
          "id", "account", "text", "ranges", "voice", "voices", "actors", "entities", "polarity",
          "modality", "quotations", "hedges", "values",
        ]
      ),
      ("points", ["id", "summary", "claims", "accounts"]),
      (
        "findings",
        ["id", "kind", "type", "accounts", "points", "summary", "evidence", "salience"]
      ),
    ])
  func keys(part: String, keys: [String]) async throws {
    for object in try objects(try await report(), part) {
      #expect(Set(object.keys).isSuperset(of: keys))
    }
  }

  @Test("the event has its name, title, place and time zone")
  func event() async throws {
    let event = try #require(try await report()["event"] as? [String: String])
    #expect(
      event == ["name": "e", "title": "t", "place": "Bonn", "timezone": "Europe/Berlin"])
  }

  @Test("every point tells of each account what it does, and with which claims")
  func stances() async throws {
    let report = try await report()
    let claims = Set(try objects(report, "claims").compactMap { $0["id"] as? String })
    for point in try objects(report, "points") {
      let stances = try #require(point["accounts"] as? [String: [String: Any]])
      #expect(stances.keys.sorted() == ["A", "B"])
      for stance in stances.values {
        let verdict = try #require(stance["verdict"] as? String)
        #expect(["stated", "partly", "contradicted", "absent"].contains(verdict))
        #expect(claims.isSuperset(of: try #require(stance["claims"] as? [String])))
      }
    }
  }

  @Test("ranges of claims are pairs that count the scalars of the account's text")
  func ranges() async throws {
    for claim in try objects(try await report(), "claims") {
      let account = try #require(Self.accounts.first { $0.id == claim["account"] as? String })
      let ranges = try #require(claim["ranges"] as? [[Int]])
      let words = ranges.map { account.text[$0[0]..<$0[1]] }.joined(separator: " ")
      #expect(words == claim["text"] as? String)
    }
  }

  @Test("evidence is a text quote selector whose words stand at its place")
  func evidence() async throws {
    for finding in try objects(try await report(), "findings") {
      for quote in try objects(finding, "evidence") {
        let account = try #require(Self.accounts.first { $0.id == quote["account"] as? String })
        let start = try #require(quote["start"] as? Int)
        let end = try #require(quote["end"] as? Int)
        #expect(quote["type"] as? String == "TextQuoteSelector")
        #expect(account.text[start..<end] == quote["exact"] as? String)
        #expect(quote["prefix"] is String && quote["suffix"] is String)
      }
    }
  }

  @Test("a value has its words, place, type and normal forms")
  func values() async throws {
    let values = try objects(try await report(), "claims").flatMap {
      $0["values"] as? [[String: Any]] ?? []
    }
    let duration = try #require(values.first { $0["type"] as? String == "duration" })
    #expect(duration["text"] as? String == "25 minutes")
    #expect(duration["timex"] as? String == "PT25M")
    let start = try #require(duration["start"] as? Int)
    let end = try #require(duration["end"] as? Int)
    #expect(Self.accounts[0].text[start..<end] == "25 minutes")
  }

  @Test("the same comparison gives the same bytes")
  func sameBytes() async throws {
    let event = Event(name: "e", title: "t", accounts: Self.accounts)
    let first = try JSONReport().text(of: try await Comparer().comparison(of: event))
    let second = try JSONReport().text(of: try await Comparer().comparison(of: event))
    #expect(first == second)
  }

  @Test("an account has its text, paragraphs and where its metadata come from")
  func account() throws {
    let text = try AccountReport(accounts: [Self.accounts[1]]).json()
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["origins"] as? [String: String] == ["id": "file name"])
    let paragraph = try #require(try objects(object, "paragraphs").first)
    #expect(paragraph["start"] as? Int == 0)
    #expect(paragraph["end"] as? Int == Self.accounts[1].text.count)
    #expect(paragraph["role"] as? String == "body")
    #expect(paragraph["label"] as? String == "1")
  }

  @Test("several accounts of one file are an array")
  func severalAccounts() throws {
    let text = try AccountReport(accounts: Self.accounts).json()
    let array = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any]
    #expect(array?.count == 2)
  }
}
