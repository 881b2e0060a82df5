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

  @Test("all mistakes of a file are told of at once, each with its line")
  func allMistakes() {
    let error = trouble(
      """
      titel: The bridge opens
      timezone: London
      accounts:
        a.txt: {id: A, pubisher: Council}
        b.txt:
          date: soon
          kind: [news]
          entry: 0
        c.txt: words
      """)
    let all = error.map { [$0] + $0.others } ?? []
    #expect(all.map(\.line) == [1, 2, 4, 6, 7, 8, 9])
    #expect(all.first?.trouble == .unknownKey(key: "titel", suggestion: "title"))
    #expect(Set(all.map(\.description)).count == 7)
  }

  @Test("an entry without keys says nothing of its account")
  func entryWithoutKeys() throws {
    #expect(try EventFile("accounts:\n  a.txt:\n", file: "event.yaml").accounts.count == 1)
  }

  @Test("the schema names the same keys as the reader knows")
  func schema() throws {
    let text = try ResourceTable.text(from: "event.schema.json", in: Resource.bundle)
    let properties = try #require(
      try JSONValue(parsing: text.utf8, deadline: tomorrow)["properties"])
    guard case .object(let members) = properties,
      case .object(let settings)? = properties["accounts"]?["additionalProperties"]?["properties"]
    else {
      Issue.record("the schema has no properties")
      return
    }
    #expect(Set(members.map(\.key)) == Set(EventFile.keys))
    #expect(Set(settings.map(\.key)) == Set(AccountSettings.keys))
  }
}

@Suite("an event.yaml that is written")
struct EventFileTextTests {
  private func account(
    _ file: String, publisher: String, title: String? = nil, published: Timestamp? = nil
  ) -> Account {
    Account(
      id: file, file: file, publisher: publisher, kind: .news, language: .english,
      published: published, title: title, text: SourceText("Text."),
      paragraphs: [Paragraph(range: 0..<5)], sha256: "", metadataOrigins: ["id": "file name"])
  }

  @Test("reading it gives what the accounts say of themselves, with short ids that differ")
  func roundTrip() throws {
    let date = Timestamp(
      year: 2024, month: 5, day: 13, time: .init(hour: 18, minute: 0), offset: 60)
    let event = Event(
      name: "e", title: "Pier: \"open\" #1",
      accounts: [
        account("a b/x.html", publisher: "Halden Gazette", title: "A: b", published: date),
        account("no", publisher: "Harbour: Office"), account("桟橋.txt", publisher: "みなと新報"),
      ])
    let text = EventFileText(of: event).text
    let file = try EventFile(text, file: "event.yaml")
    #expect(file.title == "Pier: \"open\" #1")
    #expect(file.accounts.keys.sorted() == ["a b/x.html", "no", "桟橋.txt"])
    #expect(file.accounts["a b/x.html"]?.published == date)
    #expect(file.accounts["a b/x.html"]?.publisher == "Halden Gazette")
    #expect(file.accounts["no"]?.publisher == "Harbour: Office")
    #expect(file.accounts["no"]?.kind == "news")
    #expect(file.accounts.values.compactMap(\.id).sorted() == ["H", "H2", "み"])
    #expect(text.contains("# A: b"))
  }

  @Test("a file of several accounts is one entry, with how to take one of them")
  func severalAccounts() throws {
    let accounts = [1, 2].map { number in
      var item = account("feed.rss", publisher: "Gazette")
      item.id = "feed-\(number)"
      return item
    }
    let text = EventFileText(of: Event(name: "e", title: "e", accounts: accounts)).text
    #expect(text.contains("holds 2 accounts"))
    #expect(try EventFile(text, file: "event.yaml").accounts["feed.rss"]?.id == nil)
  }

  @Test("copies of a file are told of")
  func copies() {
    let accounts = ["a.txt", "b.txt", "c.txt"].map { name in
      var account = account(name, publisher: name)
      account.sha256 = name == "b.txt" ? "b" : "a"
      return account
    }
    let text = EventFileText(of: Event(name: "e", title: "e", accounts: accounts)).text
    #expect(text.contains("  c.txt:\n    # the same bytes as a.txt\n"))
    #expect(text.split(separator: "\n").count { $0.contains("the same bytes") } == 1)
  }

  @Test(
    "names that YAML takes only with marks or escapes are read again",
    arguments: [
      String(repeating: "a/", count: 600), "a\u{FFFE}b", "a\u{FEFF}b", "\u{80}", "a: b",
    ])
  func unusualNames(name: String) throws {
    let account = Account(
      id: "a", file: name, publisher: name, kind: .news, language: .english, title: name,
      text: SourceText("x"), paragraphs: [], sha256: "", metadataOrigins: ["id": "event.yaml"])
    let text = EventFileText(of: Event(name: "e", title: name, accounts: [account])).text
    let read = try EventFile(text, file: "event.yaml")
    #expect(read.title == name)
    #expect(read.accounts[name]?.publisher == name)
  }

  @Test(
    "names of files are kept with all their white space",
    arguments: ["a  b.txt", " a.txt", "a\nb\tc", "a\u{3000}b"])
  func namesWithSpaces(name: String) throws {
    let text = EventFileText(
      of: Event(name: "e", title: "e", accounts: [account(name, publisher: "Gazette")])
    ).text
    let read = try EventFile(text, file: "event.yaml")
    #expect(read.accounts.keys.map(\.self) == [name])
  }
}
