import Ingestion
import Testing

@testable import Claims

@Suite("References in Japanese")
struct JapaneseReferenceTests {
  private func referring(
    _ text: String, kind: AccountKind = .news, publisher: String = "港新聞"
  ) throws -> Referring {
    try Referring(text, language: .japanese, kind: kind, publisher: publisher)
  }

  @Test(
    "two who met are 両大臣, 双方, 二人",
    arguments: ["両大臣", "双方", "二人", "2人", "両者", "両氏"])
  func two(words: String) throws {
    let found = try referring("小野大臣は、ベルク外相と会談した。\(words)は貿易を協議した。")
    #expect(found.names(words) == ["小野", "ベルク"])
    #expect(found.claims.last?.actors.map(\.name) == ["小野", "ベルク"])
  }

  @Test("both who are named side by side are meant")
  func coordinated() throws {
    let found = try referring("小野大臣とベルク外相は共同声明を出した。両外相は握手した。")
    #expect(found.names("両外相") == ["小野", "ベルク"])
  }

  @Test("両大臣 of whom one only is named stays open")
  func open() throws {
    let found = try referring("小野大臣は会見した。両大臣は貿易を協議した。")
    #expect(found.reference("両大臣") != nil)
    #expect(found.names("両大臣") == nil)
  }

  @Test("people who are only counted are nobody named before")
  func counted() throws {
    let found = try referring("小野大臣は、ベルク外相と会談した。乗客2人がけがをした。")
    #expect(found.reference("2人") == nil)
  }

  @Test("両国 are the two countries of one word or of two")
  func countries() throws {
    #expect(try referring("日英の首脳が会談した。両国は協力する。").names("両国") == ["Japan", "United Kingdom"])
    #expect(try referring("中国とインドは協議した。両国は協力する。").names("両国") == ["China", "India"])
  }

  @Test("同 means the one that was named last")
  func same() throws {
    #expect(
      try referring("小野大臣はベルク外相と会談した。山田知事は歓迎した。同大臣は帰国した。").names("同大臣") == ["小野"])
    #expect(
      try referring("気象庁は警報を出した。同庁は会見を開いた。").names("同庁")?.count == 1)
  }

  @Test("同日 is a day and no reference")
  func day() throws {
    let found = try referring("気象庁は警報を出した。気象庁は同日、会見を開いた。")
    #expect(found.reference("同日") == nil)
  }

  @Test("我が国 is the country of the ministry that speaks")
  func own() throws {
    let text = "我が国は停戦を支持する。日本の立場は変わらない。"
    #expect(
      try referring(text, kind: .release, publisher: "外務省").names("我が国") == ["Japan"])
    #expect(try referring(text).names("我が国") == nil)
  }

  @Test("彼 is the person before, and neither of two")
  func pronoun() throws {
    #expect(try referring("小野大臣は工場を視察した。彼は安全を強調した。").names("彼") == ["小野"])
    #expect(try referring("小野大臣とベルク外相は会談した。彼は安全を強調した。").names("彼") == nil)
  }

  @Test("who is quoted is 私, and a woman is 彼女 in the passive too")
  func replaced() throws {
    let quoted = try referring("山田市長は会見で「私は責任を感じている」と述べた。")
    #expect(quoted.names("私") == ["山田"])
    #expect(quoted.texts.first?.hasPrefix("山田市長は") ?? false)
    #expect(try referring("女性は階段で転んだ。彼女は病院に運ばれた。").texts.last == "女性は病院に運ばれた")
  }

  @Test("a sentence without a subject goes on about the topic before it")
  func omitted() throws {
    let found = try referring("小野大臣は工場を視察した。また、安全を強調した。")
    #expect(found.texts.last == "小野大臣は、安全を強調した")
    #expect(found.claims.last?.actors.map(\.name) == ["小野"])
    #expect(found.claims.last?.references.first?.form == .omitted)
  }

  @Test(
    "a request, a passive and a topic of its own go on about nobody",
    arguments: [
      "気象庁は警報を出した。高台へ避難してください。", "気象庁は警報を出した。津波が観測された。",
      "気象庁は警報を出した。港では波が護岸を越えた。", "警報の範囲は広い。すぐに避難所を開いた。",
    ])
  func notOmitted(text: String) throws {
    #expect(try !referring(text).claims.flatMap(\.references).contains { $0.form == .omitted })
  }

  @Test("the topic of another paragraph does not go on")
  func paragraphs() throws {
    let found = try referring("小野大臣は工場を視察した。\n\n安全を強調した。")
    #expect(!found.claims.flatMap(\.references).contains { $0.form == .omitted })
  }
}
