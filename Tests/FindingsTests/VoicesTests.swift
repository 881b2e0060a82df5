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

@Suite("Accounts that carry one text are one voice")
struct SameTextTests {
  private let release = """
    The harbour office of Halden opened the pier to all ferries on Monday morning, two years after the storm that \
    broke it in half. The work cost two million pounds, of which the town paid a third and the county the rest. The \
    first ferry of the year left at noon for Orrin Island with forty people and a dog on board.
    """

  private func account(_ id: String, publisher: String, _ text: String) -> Account {
    let text = SourceText(text)
    return Account(
      id: id, file: id, publisher: publisher, kind: .release, language: .english, text: text,
      paragraphs: [Paragraph(range: text.range)], sha256: id)
  }

  private func families(_ accounts: [Account]) -> [[String]] {
    Voices(event: Event(name: "e", title: "e", accounts: accounts)).families
  }

  @Test("a release on two sites is one voice, though a site adds a sentence")
  func twoSites() {
    let added = release + "\n\nReaders may write to the desk about it."
    #expect(
      families([
        account("A", publisher: "Harbour Office", release), account("B", publisher: "Wire", added),
        account("C", publisher: "Gazette", "The pier at Halden is open again."),
      ]) == [["A", "B"], ["C"]])
  }

  @Test("an account that takes over one sentence of another is a voice of its own")
  func quoting() {
    let sentence = release.split(separator: ". ").first.map(String.init) ?? ""
    let report =
      "Ferries are back in Halden, and so are the queues of cars along the quay that everybody remembers. \(sentence)."
      + " Fishermen say that they were not asked, and that the new pier is too high for their boats at low tide."
    #expect(
      families([
        account("A", publisher: "Harbour Office", release), account("B", publisher: "Wire", report),
      ]) == [["A"], ["B"]])
  }

  @Test("short texts that are the same are no copies")
  func short() {
    let text = "The pier is open again, and the ferries run every day."
    #expect(
      families([
        account("A", publisher: "Harbour Office", text), account("B", publisher: "Wire", text),
      ]) == [["A"], ["B"]])
  }

  @Test(
    "a copy speaks with the voice of what was published first; what else its publisher says is its own"
  )
  func copyOfStatement() {
    var copy = account("B", publisher: "Wire", release)
    copy.published = Timestamp(year: 2024, month: 5, day: 14)
    var statement = account("S", publisher: "Harbour Office", release)
    statement.published = Timestamp(year: 2024, month: 5, day: 13)
    let event = Event(
      name: "e", title: "e",
      accounts: [
        copy, statement, account("T", publisher: "Harbour Office", "The pier is open."),
        account("W", publisher: "Wire", "Rain is on its way to the coast."),
      ])
    let voices = Voices(event: event)
    #expect(voices.families == [["S", "T", "B"], ["W"]])
    #expect(voices.originals(of: ["S", "T", "B"]) == ["S", "T"])
  }

  @Test("the report says that they carry the same text")
  func finding() async throws {
    let event = Event(
      name: "e", title: "e",
      accounts: [
        account("A", publisher: "Harbour Office", release),
        account("B", publisher: "Wire", release),
      ])
    let found = try await Comparer().comparison(of: event).findings
    let finding = try #require(found.first { $0.kind == .dependence })
    #expect(finding.type == "text")
    #expect(finding.summary == "A and B are one voice, not several: they carry the same text.")
    #expect(!found.contains { $0.kind == .agreement })
  }
}
