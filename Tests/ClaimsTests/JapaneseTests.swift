import Testing

@testable import Claims

@Suite("Japanese sentences become claims")
struct JapaneseTests {
  private func claims(_ text: String) throws -> [Claim] {
    try Reading.claims(text, language: .japanese)
  }

  @Test("a sentence is one claim, without its full stop")
  func sentences() throws {
    #expect(
      try claims("市長は橋を開通させた。議会は予算を認めた。").map(\.text)
        == ["市長は橋を開通させた", "議会は予算を認めた"])
  }

  @Test("a full stop in quotation brackets does not end a sentence")
  func brackets() throws {
    let claims = try claims("大臣は「率直な話ができた。有意義だった」と述べた。")
    #expect(Set(claims.map(\.sentence)) == [0])
  }

  @Test(
    "who is named with よると or よれば says the claim, and is no part of it",
    arguments: ["港湾局によると、船は沈んだ。", "港湾局によれば、船は沈んだ。"])
  func sources(sentence: String) throws {
    let claim = try #require(try claims(sentence).first)
    #expect(claim.text == "船は沈んだ")
    #expect(claim.voice.source == "港湾局")
  }

  @Test("a source that is an account of the event is led back to it")
  func knownSource() throws {
    let office = Reading.account(
      "船は沈んだ。", id: "K", publisher: "港湾局", language: .japanese)
    let report = Reading.account("港湾局によると、船は沈んだ。", language: .japanese)
    let claim = try #require(try Reading.claims(of: report, beside: [office]).first)
    #expect(claim.voice.repeatedAccount == "K")
  }

  @Test(
    "the ending tells denial from affirmation",
    arguments: [
      ("船は沈没しなかった。", Claim.Polarity.denied), ("船は沈没していません。", .denied),
      ("船は沈没した。", .affirmed),
    ])
  func polarity(sentence: String, expected: Claim.Polarity) throws {
    #expect(try claims(sentence).first?.polarity == expected)
  }

  @Test(
    "the ending tells plans from facts",
    arguments: [
      ("大臣は来月訪問する予定だ。", Claim.Modality.future), ("政府は増税する方針だ。", .intention),
      ("大臣は先月訪問した。", .fact),
    ])
  func modality(sentence: String, expected: Claim.Modality) throws {
    #expect(try claims(sentence).first?.modality == expected)
  }

  @Test(
    "the act is that of the last verb, alone or made of a noun and する",
    arguments: [("両大臣は会談した。", "meet"), ("両大臣は協力で合意した。", "agree")])
  func acts(sentence: String, expected: String) throws {
    #expect(try claims(sentence).first?.act?.name == expected)
  }

  @Test("values are read with their hedges")
  func values() throws {
    let value = try #require(try claims("両大臣は約25分間会談した。").first?.values.first)
    #expect(value.text == "25分間")
    #expect(value.hedge == .approximately)
  }

  @Test("a run of nouns is one thing")
  func compounds() throws {
    let terms = try claims("両大臣は地域情勢について議論した。").flatMap(\.terms).map(\.text)
    #expect(terms.contains("地域情勢"))
  }
}
