import Testing

@testable import Claims

@Suite("What a Japanese claim holds")
struct JapaneseContentTests {
  private func claim(_ text: String) throws -> Claim {
    try #require(try Reading.claims(text, language: .japanese).first)
  }

  @Test(
    "the verb tells the act, with what makes one phrase with it",
    arguments: [
      ("両外相は会談を行った。", "meet"), ("両外相は電話会談した。", "meet"), ("両外相は情勢を議論した。", "discuss"),
      ("両外相は情勢について意見交換を行った。", "discuss"), ("両外相は協力で一致した。", "agree"),
      ("両外相は攻撃を非難した。", "criticize"), ("両外相は攻撃を強く非難した。", "condemn"),
      ("両外相は攻撃に懸念を表明した。", "concern"), ("両外相は合意を歓迎した。", "welcome"),
      ("両外相は解放を求めた。", "urge"), ("両外相は連携の重要性を強調した。", "confirm"),
    ])
  func acts(sentence: String, expected: String) throws {
    #expect(try claim(sentence).act?.name == expected)
  }

  @Test(
    "who acts is the topic or the subject, without its particle",
    arguments: [
      ("西田外相は訪英した。", ["西田外相"]), ("市長と知事が会った。", ["市長", "知事"]),
      ("西田外相から、攻撃を非難した。", ["西田外相"]), ("市長は帰国する予定だ。", ["市長"]),
    ])
  func actors(sentence: String, expected: [String]) throws {
    #expect(try claim(sentence).actors.map(\.text) == expected)
  }

  @Test(
    "those who act together are told from one who acts alone",
    arguments: [
      ("両外相は合意した。", true), ("双方は合意した。", true), ("市長と知事は合意した。", true),
      ("2人は合意した。", true), ("彼は合意した。", false), ("議会は合意した。", nil),
    ] as [(String, Bool?)])
  func joint(sentence: String, expected: Bool?) throws {
    #expect(try claim(sentence).actsJointly == expected)
  }

  @Test("nouns, prefixes and endings make one term, and a noun with する is none")
  func terms() throws {
    let claims = try Reading.claims("同省は安全対策と再発防止策を検討した。", language: .japanese)
    #expect(
      claims.map { $0.terms.map(\.text) } == [["同省", "安全対策"], ["同省", "再発防止策"]])
  }

  @Test("the adjectives and participles before a noun describe it")
  func qualities() throws {
    let terms = try claim("両国は公正で開かれた市場を目指す。").terms
    let market = try #require(terms.first { $0.text.hasSuffix("市場") })
    #expect(market.text == "公正で開かれた市場")
    #expect(market.qualities == ["公正", "開く"])
  }

  @Test(
    "a number is of the noun that it counts",
    arguments: ["乗客86人が避難した。", "86人の乗客が避難した。"])
  func counted(sentence: String) throws {
    let measure = try #require(try claim(sentence).measures.first)
    #expect(measure.counted == "乗客")
  }

  @Test("a time is of the verb that it dates")
  func governor() throws {
    #expect(try claim("船は午前7時40分に岸壁に衝突した。").measures.first?.governor == "衝突する")
  }

  @Test("words are compared by their base forms, numbers with their counter as one")
  func lemmas() throws {
    #expect(try claim("調査官２５人を派遣した。").lemmas == ["調査官", "25人", "派遣"])
  }
}

@Suite("Who acts where から tells it, or nobody does")
struct JapaneseActorTests {
  private func actors(_ text: String) throws -> [String] {
    try Reading.claims(text, language: .japanese).flatMap(\.actors).map(\.text)
  }

  @Test("whoever から marks expresses condolences")
  func condolences() throws {
    #expect(try actors("相沢大臣から、犠牲者に対する哀悼の意を表しました。") == ["相沢大臣"])
  }

  @Test("の for what is told before it is nobody")
  func nominalizer() throws {
    #expect(try actors("避難命令が出されたのは15時40分だった。").isEmpty)
  }
}
