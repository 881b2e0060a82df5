import Testing

@testable import Ingestion

@Suite("the tables of what is known")
struct ResourceTests {
  @Test("every table can be read")
  func allTables() throws {
    _ = try ReadingRules.shared()
    _ = try CharsetTable.shared()
    _ = try DateText.shared()
    _ = try MetadataRules.shared()
    _ = try ExtractionRules.shared()
    _ = try MailRules.shared()
    _ = try NewsXMLRules.shared()
    _ = try OfficeRules.shared()
    _ = try PDFRules.shared()
    _ = try SubtitleRules.shared()
  }

  @Test(
    "words of classes are found at their edges only where the table says so",
    arguments: [
      ("article-body main", Hints.body), ("ad", .unlikely), ("shadow", .maybe),
      ("social-media-share", .boilerplate),
      ("leftSidebar", .unlikely), ("byline", .byline),
    ])
  func hints(name: String, hint: Hints) throws {
    #expect(try ExtractionRules.shared().hints.hints(in: name.utf8).contains(hint))
  }

  @Test(
    "a word is not found within another where the table gives edges", arguments: ["bad", "adapted"])
  func edges(name: String) throws {
    #expect(try !ExtractionRules.shared().hints.hints(in: name.utf8).contains(.unlikely))
  }

  @Test("all words are found at once, also where one is the end of another")
  func overlappingWords() {
    let matcher = HintMatcher(words: ["body": ["abcd"], "byline": ["bc"], "caption": ["|cd"]])
    #expect(matcher.hints(in: "xabcd".utf8) == [.body, .byline])
    #expect(matcher.hints(in: "x cd".utf8) == .caption)
  }
}
