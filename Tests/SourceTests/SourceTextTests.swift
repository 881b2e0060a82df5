import Testing

@testable import Source

@Suite("Texts, quotations, dates and names by content")
struct SourceTextTests {
  @Test("a range counts Unicode scalars, not bytes or graphemes")
  func scalars() {
    let text = SourceText("é日👩‍🚀b")
    #expect(text[1..<2] == "日")
    #expect(text.count == 6)
  }

  @Test("a quotation is the text at its range, with what stands around it")
  func quotation() {
    let quotation = Quotation(of: SourceText("They met for 25 minutes."), at: 13..<23, context: 4)
    #expect(quotation.exact == "25 minutes")
    #expect(quotation.prefix == "for ")
    #expect(quotation.suffix == ".")
  }

  @Test(
    "dates of ISO 8601 are read with what they give and no more",
    arguments: [
      ("2021-12-11", "2021-12-11"), ("2021-12-11T12:20:00Z", "2021-12-11T12:20:00+00:00"),
      ("2021-12-12T09:05:00+09:00", "2021-12-12T09:05:00+09:00"),
      ("20211211T1220-0530", "2021-12-11T12:20:00-05:30"),
    ])
  func timestamps(text: String, description: String) {
    #expect(Timestamp(iso8601: text)?.description == description)
  }

  @Test("days that do not exist are no dates", arguments: ["2021-02-29", "2021-13-01", "soon", ""])
  func noDates(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test("the checksum is SHA-256, by the standard's own example")
  func checksum() {
    #expect(
      ContentIdentifier.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("the parts of an identifier are told apart")
  func identifiers() {
    #expect(ContentIdentifier.short(["ab", "c"]) != ContentIdentifier.short(["a", "bc"]))
  }

  @Test("a language tag is reduced to its language", arguments: ["en-GB", "EN", "en_US"])
  func languages(tag: String) {
    #expect(LanguageTag(rawValue: tag) == .english)
  }
}
