import Source
import Testing

@testable import Ingestion

@Suite("plain text and front matter")
struct PlainTextTests {
  @Test("blank lines part paragraphs, and the paragraphs' ranges quote the text")
  func paragraphs() throws {
    let account = try account("The bridge is open.\n\nIt was shut for a year.\n", named: "a.txt")
    #expect(account.text.string == "The bridge is open.\n\nIt was shut for a year.")
    #expect(
      account.paragraphs.map { account.text[$0.range] }
        == ["The bridge is open.", "It was shut for a year."])
  }

  @Test("lines broken to fit a width are one paragraph")
  func wrappedLines() throws {
    let text = """
      The council of Elmsworth said on Monday that the bridge
      over the Tarn would open again in the first week of May,
      a month before the date that it gave in January.
      """
    #expect(try account(text, named: "a.txt").paragraphs.count == 1)
  }

  @Test("a date right below the first line is no part of the headline")
  func dateline() throws {
    let text =
      "Statement on the strike at Elmsworth\n29 May 2024\n\nThe company regrets the strike and remains ready to talk with the union.\n"
    let account = try account(text, named: "a.txt")
    #expect(account.headline.map { account.text[$0] } == "Statement on the strike at Elmsworth")
    #expect(account.text.string == text.replacing("Elmsworth\n", with: "Elmsworth\n\n").dropLast())
  }

  @Test("lines that their author ended are paragraphs of their own")
  func unwrappedLines() throws {
    let text = "橋は再び開通した。\n工事には一年かかり、費用は三億円だった。\n市長が式に出た。"
    #expect(try account(text, named: "a.txt").paragraphs.count == 3)
  }

  @Test("lines end at line feeds and, where asked, at separators; the last one may be empty")
  func lines() throws {
    let limits = ReadingLimits(ReadingOptions(), file: "a")
    let text = "a\n\nb\u{2028}c\u{2029}\u{2027}\n"
    #expect(try text.lines(within: limits) == ["a", "", "b\u{2028}c\u{2029}\u{2027}", ""])
    #expect(
      try text.lines(endsAtSeparators: true, within: limits)
        == ["a", "", "b", "c", "\u{2027}", ""])
    #expect(try "".lines(within: limits) == [""])
    let noTime = ReadingLimits(ReadingOptions(maximumTime: .zero), file: "a")
    #expect(throws: IngestionError(file: "a", .takesTooLong(limit: .zero))) {
      try text.lines(within: noTime)
    }
  }

  @Test("Japanese lines are joined without a space")
  func japaneseJoin() {
    for (text, line, whole) in [
      ("外務", "大臣", "外務大臣"), ("foreign", "minister", "foreign minister"),
    ] {
      var text = text
      WrappedLines.append(line, to: &text)
      #expect(text == whole)
    }
  }

  @Test(
    "the number of a paragraph is its label, outside of its range",
    arguments: [
      ("(1) The ministers met.", "(1)"), ("2. The ministers met.", "2."),
      ("３　The ministers met.", "３"), ("（４）The ministers met.", "（４）"),
      ("a) The ministers met.", "a)"), ("iv) The ministers met.", "iv)"),
    ])
  func labels(text: String, label: String) throws {
    let account = try account(text, named: "a.txt")
    #expect(account.paragraphs.first?.label == label)
    #expect(account.paragraphs.first.map { account.text[$0.range] } == "The ministers met.")
  }

  @Test(
    "quantities, years and times at the beginning are no labels",
    arguments: [
      "25 minutes were enough.", "2021 was a year.", "12:20 was the time.", "A man came.",
    ])
  func noLabels(text: String) throws {
    #expect(try account(text, named: "a.txt").paragraphs.first?.label == nil)
  }

  @Test("bare numbers that count up from 1 are labels, and stay in the text")
  func bareNumbers() throws {
    let account = try account("1 They met.\n\n2 They talked.", named: "a.txt")
    #expect(account.paragraphs.map(\.label) == ["1", "2"])
    #expect(account.text.string == "1 They met.\n\n2 They talked.")
  }

  @Test("one bare number labels nothing")
  func loneNumber() throws {
    #expect(try account("1 man came.\n\nHe left.", named: "a.txt").paragraphs[0].label == nil)
  }

  @Test("a short first line above longer text is the headline")
  func headline() throws {
    let account = try account(
      "Bridge opens\n\nThe bridge opened on Monday at noon.", named: "a.txt")
    #expect(account.title == "Bridge opens")
    #expect(account.paragraphs.first?.role == .heading)
    #expect(account.text[account.body] == "The bridge opened on Monday at noon.")
  }

  @Test("front matter gives the metadata and is no text; keys of other programs are passed over")
  func frontMatter() throws {
    let text = """
      ---
      publisher: "Ministry of Roads"
      kind: release
      language: en-GB
      date: 2021-12-11
      title: Bridge opens
      layout: wide
      url: https://roads.example/1
      ---

      The bridge is open.
      """
    let account = try account(text, named: "notice.txt")
    #expect(account.publisher == "Ministry of Roads")
    #expect(account.kind == .release)
    #expect(account.language == .english)
    #expect(account.published == Timestamp(year: 2021, month: 12, day: 11))
    #expect(account.title == "Bridge opens")
    #expect(account.url == "https://roads.example/1")
    #expect(account.text.string == "The bridge is open.")
    #expect(account.metadataOrigins["publisher"] == "front matter")
  }

  @Test("two rules around a first paragraph are no front matter")
  func rulesAroundText() throws {
    let account = try account("---\nThe bridge is open\n---\nIt is.", named: "a.txt")
    #expect(account.text.string.contains("The bridge is open"))
  }

  @Test("without any metadata the file's name gives id and publisher")
  func defaults() throws {
    let account = try account("The bridge is open.", named: "x/council-notice.txt")
    #expect(account.id == "council-notice")
    #expect(account.publisher == "council-notice")
    #expect(account.kind == .document)
    #expect(account.metadataOrigins["id"] == "file name")
  }

  @Test("the language is told by script and small words")
  func languages() throws {
    #expect(try account("橋が開通した。", named: "a.txt").language == .japanese)
    #expect(try account("The bridge is open to all.", named: "a.txt").language == .english)
    #expect(try account("Most otwarto wczoraj rano.", named: "a.txt").language == .undetermined)
  }

  @Test(
    "a short text is told by its small words",
    arguments: [
      ("The tanker sank 19 kilometres off Bergen.", LanguageTag.english),
      ("Two boats left before dawn.", .english),
      ("Die Brücke wurde gestern in Bergen eröffnet, so der Bürgermeister.", .undetermined),
      ("De brug over de rivier is in maart geopend door de burgemeester van Gent.", .undetermined),
      ("El puente no se abrió en marzo, dijo la alcaldesa de Vigo.", .undetermined),
      ("Le pont a rouvert mardi, a dit on ne sait qui au port de Brest.", .undetermined),
      ("Il ponte non ha riaperto a marzo, dicono in Comune.", .undetermined),
      ("Bron under stationen är stängd, men man kan gå över den.", .undetermined),
    ])
  func shortText(text: String, language: LanguageTag) throws {
    #expect(try account(text, named: "a.txt").language == language)
  }

  @Test("200,000 lines without a blank one take linear time", .timeLimit(.minutes(10)))
  func endlessParagraph() throws {
    let line = "The mayor of Elmsworth opened the bridge over the Tarn on Monday,\n"
    let text = String(repeating: line, count: 200_000)
    #expect(try account(text, named: "a.txt").paragraphs.count == 1)
  }

  @Test(
    "a text too short for small words is English by how its words end",
    arguments: [
      ("Police arrested 198 protesters.", LanguageTag.english),
      ("All passengers left the aircraft within 90 seconds.", .english),
      ("Polizei verhaftet 198 Demonstranten.", .undetermined),
      ("Police arrested 198 demonstrantów.", .undetermined),
      ("Madrid Mohammed Ahmed.", .undetermined),
    ])
  func shortTextByEndings(text: String, language: LanguageTag) throws {
    #expect(try account(text, named: "a.txt").language == language)
  }
}
