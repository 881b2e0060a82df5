import Foundation
import Testing

@Suite("extract, claims and values")
struct ReadingCommandTests {
  private static let post = Program.fixture("liverpool-2021/secblinken-post.json")

  @Test("extract prints the text of a post and nothing of its format")
  func extractPost() throws {
    let answer = try Program.run("extract", Self.post)
    expectSuccess(answer)
    #expect(answer.text.hasPrefix("Glad to have met"))
    #expect(!answer.text.contains("{"))
  }

  @Test("extract --format json gives the metadata and where each came from")
  func extractJSON() throws {
    let answer = try Program.run("extract", Self.post, "--format", "json")
    expectSuccess(answer)
    let report = try #require(try answer.json() as? [String: Any])
    let account = try #require(report["account"] as? [String: Any])
    #expect(account["kind"] as? String == "post")
    #expect(account["language"] as? String == "en")
    #expect((account["sha256"] as? String)?.count == 64)
    #expect(report["origins"] is [String: Any])
  }

  @Test("extract leaves navigation and footers of a page out")
  func extractPage() throws {
    let answer = try Program.run("extract", Program.fixture("liverpool-2021/state-release.html"))
    expectSuccess(answer)
    #expect(answer.text.contains("ASEAN centrality"))
    #expect(!answer.text.contains("<"))
  }

  @Test("Broken HTML is read")
  func brokenHTML() throws {
    let page = """
      <html><body><p>The mayor opened <b>the bridge at 10:00 on 3 May.<div></span><table><tr>
      <p>It rained &amp; nobody left <a href="x
      """
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write(page, to: "page.html")
    let extract = try Program.run("extract", "page.html", in: folder)
    expectSuccess(extract)
    #expect(extract.text.contains("The mayor opened the bridge at 10:00 on 3 May."))
    expectSuccess(try Program.run("compare", ".", in: folder))
  }

  @Test("Invalid UTF-8 behind a byte order mark is read, and the bytes are counted")
  func invalidUTF8() throws {
    let folder = try ScratchFolder()
    let bytes =
      Data([0xEF, 0xBB, 0xBF]) + Data("The mayor ".utf8) + Data([0xFF])
      + Data(" opened the bridge.\n".utf8)
    try folder.write(bytes, to: "a.txt")
    let answer = try Program.run("extract", "a.txt", in: folder)
    #expect(answer.status == 0)
    #expect(answer.text == "The mayor \u{FFFD} opened the bridge.\n")
    #expect(answer.errorLines.count == 1)
    #expect(answer.errors.hasPrefix("crossread: a.txt: 1 byte means nothing in UTF-8"))
  }

  @Test("A reader of PDF that never ends is given up when the time is over")
  func endlessPDF() throws {
    let folder = try ScratchFolder()
    try folder.write("%PDF-1.4\n", to: "a.pdf")
    try folder.write("#!/bin/sh\nexec sleep 1000\n", to: "pdftotext")
    let program = folder.place("pdftotext").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let answer = try Program.run(
      "extract", "a.pdf", "--maximum-time", "1", in: folder,
      environment: ["CROSSREAD_PDFTOTEXT": program])
    expectFailure(answer, status: 65, naming: "a.pdf: takes more than 1 second")
  }

  @Test("Random bytes end in one line, never in a crash", arguments: 0..<8)
  func randomBytes(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let bytes = (0..<4096).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let folder = try ScratchFolder()
    for name in ["a.html", "a.txt", "a.json", "a.md"] {
      try folder.write(Data(bytes), to: name)
      let answer = try Program.run("extract", name, in: folder)
      expectFailure(answer, status: 65, naming: "\(name): ")
    }
  }

  @Test(
    "A folder or nothing in place of a file ends with one line", arguments: ["extract", "claims"])
  func noFile(command: String) throws {
    let folder = try ScratchFolder()
    expectFailure(
      try Program.run(command, "nowhere.txt", in: folder), status: 65,
      naming: "nowhere.txt: ", "no such file")
    try folder.makeFolder("event")
    expectFailure(
      try Program.run(command, "event", in: folder), status: 65, naming: "event: ", "is a folder")
  }

  @Test("- reads standard input", arguments: ["extract", "claims"])
  func standardInput(command: String) throws {
    let answer = try Program.run(command, "-", input: Data(ScratchFolder.morning.utf8))
    expectSuccess(answer)
    #expect(answer.text.contains("The mayor opened the bridge at 10:00 on 3 May 2020"))
  }

  @Test("Empty standard input ends with one line")
  func emptyStandardInput() throws {
    expectFailure(
      try Program.run("extract", "-"), status: 65, naming: "standard input: ", "is empty")
  }

  @Test("claims tells whom words mean, and marks those of which that is not known")
  func references() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "Minister Paul Verne met Minister Marek Dolny. They signed a pact. He spoke first.",
      to: "a.txt")
    let text = try Program.run("claims", "a.txt", in: folder)
    expectSuccess(text)
    #expect(text.text.contains("They = Paul Verne, Marek Dolny"))
    #expect(text.text.contains("unresolved: He"))
    let answer = try Program.run("claims", "a.txt", "--format", "json", in: folder)
    let claims = try #require(try answer.json() as? [[String: Any]])
    let references = claims.flatMap { $0["references"] as? [[String: Any]] ?? [] }
    let pronouns = references.filter { $0["form"] as? String == "pronoun" }
    #expect(pronouns.map { $0["text"] as? String } == ["They", "He"])
    #expect(pronouns.map { $0["resolved"] as? Bool } == [true, false])
    #expect(pronouns.map { ($0["entities"] as? [String])?.count } == [2, 0])
    #expect(pronouns.map { $0["start"] as? Int } == [46, 66])
  }

  @Test("claims gives the place and the values of each claim")
  func claims() throws {
    let folder = try ScratchFolder()
    try folder.write(ScratchFolder.morning, to: "a.txt")
    let answer = try Program.run("claims", "a.txt", "--format", "json", in: folder)
    expectSuccess(answer)
    let claims = try #require(try answer.json() as? [[String: Any]])
    let claim = try #require(claims.first)
    #expect(claims.count == 1)
    #expect(claim["text"] as? String == "The mayor opened the bridge at 10:00 on 3 May 2020")
    #expect(claim["ranges"] as? [[Int]] == [[0, 50]])
    #expect(claim["polarity"] as? String == "affirmed")
    #expect((claim["values"] as? [Any])?.isEmpty == false)
  }

  @Test("values gives a duration in its normal form")
  func values() throws {
    let answer = try Program.run("values", "They met for 25 minutes.", "--format", "json")
    expectSuccess(answer)
    let values = try #require(try answer.json() as? [[String: Any]])
    #expect(values.filter { $0["inside"] == nil }.count == 1)
    #expect(values.last?["inside"] as? Bool == true)
    #expect(values.first?["timex"] as? String == "PT25M")
    #expect(values.first?["start"] as? Int == 13)
    #expect(values.first?["end"] as? Int == 23)
  }

  @Test("values says in one line that it knows no words of a language, and reads its digits")
  func unknownLanguage() throws {
    let answer = try Program.run("values", "25 minuten", "--language", "nl")
    #expect(answer.status == 0)
    #expect(answer.text == "25  number  25\n")
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.errors.contains("\"nl\": only digits are read"))
  }

  @Test("values tells Japanese by its script and lines its columns up")
  func script() throws {
    let answer = try Program.run("values", "約25分間、3,000人")
    expectSuccess(answer)
    #expect(
      answer.text == "25分間  duration  about 25 minutes  PT25M\n3,000   number    3,000\n")
  }

  @Test("values resolves a weekday by --reference")
  func reference() throws {
    let answer = try Program.run(
      "values", "They met last Saturday.", "--reference", "2021-12-15", "--format", "json")
    expectSuccess(answer)
    let values = try #require(try answer.json() as? [[String: Any]])
    #expect(values.first?["timex"] as? String == "2021-12-11")
  }

  @Test("values - reads standard input, and refuses bytes that are no UTF-8")
  func valuesFromStandardInput() throws {
    let answer = try Program.run("values", "-", input: Data("25 minutes".utf8))
    expectSuccess(answer)
    #expect(answer.text.contains("PT25M"))
    expectFailure(
      try Program.run("values", "-", input: Data([0x32, 0xFF, 0xFE])), status: 65,
      naming: "standard input: ", "UTF-8")
  }

  @Test("values --input answers each line, and names the line that it cannot read")
  func valuesOfLines() throws {
    let folder = try ScratchFolder()
    let good = "{\"id\": \"1\", \"text\": \"25 minutes\"}\n{\"id\": \"2\", \"text\": \"none\"}\n"
    try folder.write(good, to: "good.jsonl")
    let answer = try Program.run("values", "--input", "good.jsonl", in: folder)
    expectSuccess(answer)
    #expect(answer.text.split(separator: "\n").count == 2)
    try folder.write(good + "no JSON\n", to: "bad.jsonl")
    // Answers stream: the lines before the bad one have theirs.
    let failed = try Program.run("values", "--input", "bad.jsonl", in: folder)
    #expect(failed.status == 65)
    #expect(failed.errors.contains("bad.jsonl: line 3: is not valid JSON"))
    #expect(failed.text.split(separator: "\n").count == 2)
  }
}
