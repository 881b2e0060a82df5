import CrossreadKit
import Source
import Testing

@testable import Findings

@Suite("Accounts of one publisher are one voice")
struct VoicesTests {
  private func account(
    _ id: String, publisher: String, language: LanguageTag = .english, _ text: String
  ) -> Account {
    let text = SourceText(text)
    return Account(
      id: id, file: id, publisher: publisher, kind: .release, language: language,
      published: Timestamp(year: 2023, month: 3, day: 6), text: text,
      paragraphs: [Paragraph(range: text.range)], sha256: id)
  }

  private func event(_ accounts: [Account]) -> Event {
    Event(
      name: "e", title: "e",
      names: [NamedEntity(name: "Ministry of Transport", aliases: ["運輸省"])], accounts: accounts)
  }

  private var english: Account {
    account(
      "M", publisher: "Ministry of Transport",
      "The two ministers met in Osaka on 3 March for 40 minutes.")
  }

  private var japanese: Account {
    account(
      "MJ", publisher: "運輸省", language: .japanese, "両大臣は3月3日、大阪で約40分間会談を行いました。")
  }

  private var paper: Account {
    account("P", publisher: "Bay Times", "The two ministers met in Osaka on 3 March.")
  }

  @Test("names under which event.yaml knows a publisher are one; the main language leads")
  func families() {
    let voices = Voices(event: event([japanese, english, paper]))
    #expect(voices.families == [["M", "MJ"], ["P"]])
    #expect(voices.count(["M", "MJ"]) == 1)
    #expect(voices.others(than: "MJ", among: ["M", "MJ", "P"]) == ["P"])
  }

  @Test("what only a statement and its translation say is said by one voice")
  func soleFacet() async throws {
    let found = try await Comparer().comparison(of: event([english, japanese, paper])).findings
    let duration = try #require(found.first { $0.kind == .omission && $0.type == "duration" })
    #expect(duration.accounts == ["M", "MJ"])
    #expect(duration.summary.hasPrefix("Only M and MJ, one voice, give the duration"))
  }

  @Test("a statement and its translation agree as versions and confirm nothing")
  func versions() async throws {
    let found = try await Comparer().comparison(of: event([english, japanese])).findings
    let agreements = found.filter { $0.kind == .agreement }
    #expect(agreements.map(\.type) == ["versions"])
    #expect(agreements.first?.summary.contains("40 minutes") == true)
    #expect(found.contains { $0.kind == .dependence && $0.type == "translation" })
    #expect(!found.contains { $0.type == "silence" })
  }

  @Test("a version that leaves out what the other says is told so")
  func missing() async throws {
    let longer = account(
      "M", publisher: "Ministry of Transport",
      "The two ministers met in Osaka on 3 March for 40 minutes. "
        + "The harbour of Sakai will be dredged next spring.")
    let found = try await Comparer().comparison(of: event([longer, japanese])).findings
    let missing = found.filter { $0.type == "version" }
    #expect(missing.map(\.accounts) == [["MJ"]])
    #expect(missing.first?.summary.contains("dredged") == true)
  }
}
