import Source
import Testing

@testable import Ingestion

@Suite("event.yaml")
struct EventFileTests {
  private func trouble(_ yaml: String) -> IngestionError? {
    do {
      _ = try EventFile(yaml, file: "event.yaml")
      return nil
    } catch {
      return error
    }
  }

  @Test("all that it may say is read")
  func everything() throws {
    let file = try EventFile(
      """
      title: The bridge opens
      place: Elmsworth
      timezone: Europe/London
      names:
        - name: Joan Pettifer
          aliases: [the mayor, Mayor Pettifer]
      accounts:
        notice.html: {id: C, publisher: Council, kind: release, language: en, date: 2023-03-04, charset: sjis}
      """, file: "event.yaml")
    #expect(file.title == "The bridge opens")
    #expect(file.place == "Elmsworth")
    #expect(file.timeZone == "Europe/London")
    #expect(
      file.names == [NamedEntity(name: "Joan Pettifer", aliases: ["the mayor", "Mayor Pettifer"])])
    #expect(file.accounts["notice.html"]?.id == "C")
    #expect(file.accounts["notice.html"]?.published == Timestamp(year: 2023, month: 3, day: 4))
    #expect(file.accounts["notice.html"]?.charset == "sjis")
  }

  @Test("names may be keys with their aliases")
  func namesAsKeys() throws {
    let file = try EventFile(
      "names:\n  Joan Pettifer: [the mayor]\n  Elmsworth:\n", file: "event.yaml")
    #expect(
      file.names == [
        NamedEntity(name: "Joan Pettifer", aliases: ["the mayor"]), NamedEntity(name: "Elmsworth"),
      ])
  }

  @Test("an empty file says nothing")
  func empty() throws {
    #expect(try EventFile("# nothing\n", file: "event.yaml").title == nil)
  }

  @Test("a mistyped key is an error with its line and what was meant")
  func mistypedKey() {
    let error = trouble("title: Talks\nplcae: Liverpool\n")
    #expect(
      error?.description
        == "event.yaml: line 2: the key \"plcae\" is not known; did you mean \"place\"?")
  }

  @Test("a mistyped key of an account is an error with its line and what was meant")
  func mistypedAccountKey() {
    let error = trouble("accounts:\n  a.html:\n    id: A\n    pubisher: B\n")
    #expect(error?.line == 4)
    #expect(error?.trouble == .unknownKey(key: "pubisher", suggestion: "publisher"))
  }

  @Test(
    "broken YAML is an error with its line",
    arguments: [("title: Talks\n  x: [a, b\n", 2), ("a: b: c\n", 1), ("title: A\ntitle: B\n", 1)])
  func broken(yaml: String, line: Int) {
    let error = trouble(yaml)
    #expect(error?.line == line)
    guard case .malformed(format: "YAML", _)? = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "a value of the wrong sort is an error with its line",
    arguments: [
      ("title: [a]\n", 1, "title"), ("title: A\ntimezone: Liverpool time\n", 2, "timezone"),
      ("names: {a: {b: c}}\n", 1, "a"), ("accounts: [a]\n", 1, "accounts"),
      ("accounts:\n  a.html:\n    date: soon\n", 3, "date"),
      ("accounts:\n  a.html:\n    charset: klingon\n", 3, "charset"), ("- a\n", 1, "event.yaml"),
    ])
  func wrongSort(yaml: String, line: Int, key: String) {
    let error = trouble(yaml)
    #expect(error?.line == line)
    guard case .invalidValue(key, _)? = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "text that is nested or aliased beyond need is refused",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000) + "a",
      "a: &a [x]\n" + String(repeating: "- *a\n", count: 100),
    ])
  func excess(yaml: String) {
    #expect(trouble(yaml) != nil)
  }

  @Test(
    "the nearest name is suggested, and nothing where none is near",
    arguments: [("titel", "title"), ("accuonts", "accounts"), ("zzz", nil)])
  func suggestions(name: String, nearest: String?) {
    let found = NearestName.suggestion(for: name, among: ["title", "accounts", "place"])
    #expect(found == nearest)
  }

  @Test("topics are raised or muted")
  func topics() throws {
    let file = try EventFile(
      "topics:\n  raise: [ferry timetable, radar]\n  mute: weather\n", file: "event.yaml")
    #expect(
      file.topics == [
        EventTopic(name: "ferry timetable", emphasis: .raised),
        EventTopic(name: "radar", emphasis: .raised), EventTopic(name: "weather", emphasis: .muted),
      ])
  }

  @Test("a word for what becomes of a topic that is not known is an error with its line")
  func unknownEmphasis() {
    #expect(
      trouble("title: Talks\ntopics:\n  rise: [radar]\n")?.description
        == "event.yaml: line 3: the key \"rise\" is not known; did you mean \"raise\"?")
  }

  @Test("a topic that is raised and muted is an error at its second line")
  func raisedAndMuted() {
    let error = trouble("topics:\n  raise:\n    - radar\n  mute:\n    - fog\n    - Radar\n")
    #expect(error?.line == 6)
    #expect(error?.description.contains("either raised or muted") == true)
  }

  @Test("a topic without words is an error with its line")
  func emptyTopic() {
    #expect(trouble("topics:\n  raise:\n    - radar\n    - \"--\"\n")?.line == 4)
    #expect(trouble("topics: radar\n")?.line == 1)
  }
}
