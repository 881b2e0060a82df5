import Testing

@testable import Claims

@Suite("One Japanese clause, one claim")
struct JapaneseClauseTests {
  private func texts(_ text: String) throws -> [String] {
    try Reading.texts(text, language: .japanese)
  }

  @Test("joined predicates share their topic and the ending of the last")
  func joinedPredicates() throws {
    #expect(
      try texts("両知事は、水害への備えを確認し、避難計画の見直しで一致した。")
        == ["両知事は、水害への備えを確認した", "両知事は、避難計画の見直しで一致した"])
  }

  @Test("a verb whose stem changes keeps its form where the ending does not fit")
  func changingStem() throws {
    #expect(
      try texts("両知事は、工場で視察を行い、橋の補修を決めた。").first == "両知事は、工場で視察を行い")
    #expect(
      try texts("両知事は、工場で視察を行い、橋の補修を決めました。").first
        == "両知事は、工場で視察を行いました")
  }

  @Test("clauses that have their own topics keep them")
  func ownTopics() throws {
    #expect(
      try texts("村長は住民に謝罪し、議会は調査を始めた。") == ["村長は住民に謝罪した", "議会は調査を始めた"])
  }

  @Test(
    "ほか and とともに set two statements side by side",
    arguments: [
      "土砂崩れで男性1人が死亡したほか、女性3人がけがをした。", "町は避難所を開設するとともに、住民に給水を行った。",
    ])
  func joiningWords(sentence: String) throws {
    #expect(try texts(sentence).count == 2)
  }

  @Test("a clause that tells something of a name is a claim of its own")
  func addedClause() throws {
    let texts = try texts("先週フィンランドを訪れた西田外相は、首都で演説した。")
    #expect(texts == ["先週フィンランドを訪れた西田外相", "西田外相は、首都で演説した"])
  }

  @Test("what somebody named is doing is a claim of its own")
  func clauseUnderWay() throws {
    let texts = try texts("会議のためトルコを訪れている西田外相は、首都で演説した。")
    #expect(texts == ["会議のためトルコを訪れている西田外相", "西田外相は、首都で演説した"])
  }

  @Test("a clause that tells which thing is meant stays where it is")
  func restrictiveClause() throws {
    #expect(try texts("川の近くに住む人が避難した。") == ["川の近くに住む人が避難した"])
  }

  @Test("a condition stays with what depends on it")
  func condition() throws {
    #expect(try texts("雨が強まれば、電車は止まる。") == ["雨が強まれば、電車は止まる"])
  }

  @Test("the matters of a talk are claims of their own")
  func topics() throws {
    #expect(
      try texts("両大臣は、漁業資源や港湾整備、若者の交流について協議した。")
        == ["両大臣は、漁業資源について協議した", "両大臣は、港湾整備について協議した", "両大臣は、若者の交流について協議した"])
  }

  @Test("examples stand beside what they are examples of only where that says something")
  func examples() throws {
    #expect(
      try texts("両国は大気汚染や森林火災などの課題について議論した。")
        == ["両国は大気汚染について議論した", "両国は森林火災について議論した"])
  }

  @Test("a list of bare nouns is one matter")
  func bareList() throws {
    #expect(try texts("両国は平和と安定について議論した。").count == 1)
  }

  @Test("what is there or happens does nothing in the clause that it is joined to")
  func happening() throws {
    #expect(
      try texts("午後に山火事があり、県は住民に避難を呼びかけた。").last == "県は住民に避難を呼びかけた")
    #expect(try texts("午後に山火事があり、集落3か所を焼いた。").last == "集落3か所を焼いた")
  }

  @Test("who acts is told from what an adjective describes")
  func actorBeforeAdjective() throws {
    let claim = try #require(
      try Reading.claims("市長が新しい案を示した。", language: .japanese).first)
    #expect(claim.actors.map(\.text) == ["市長"])
    #expect(
      try texts("工場が全焼し、従業員2人が軽いけがをした。") == ["工場が全焼した", "従業員2人が軽いけがをした"])
  }

  @Test("an act before a comma is a claim of its own, with the topic only")
  func bareAct() throws {
    #expect(try texts("両知事は面会し、覚書に署名した。") == ["両知事は面会した", "両知事は覚書に署名した"])
  }

  @Test("what is described goes with what is described")
  func describedItems() throws {
    #expect(
      try texts("両市は、水源林の保全及び下水道の改修で一致した。")
        == ["両市は、水源林の保全で一致した", "両市は、下水道の改修で一致した"])
  }

  @Test("what is done beside the rest is a claim of its own where it can take the ending")
  func besides() throws {
    #expect(
      try texts("知事は、復興の遅れに触れつつ、支援の継続を約束した。")
        == ["知事は、復興の遅れに触れた", "知事は、支援の継続を約束した"])
    #expect(try texts("知事は、復興の遅れに触れつつ、支援の継続を約束する。").count == 1)
  }

  @Test("what is said first and what is asked for are two claims")
  func saidAndAsked() throws {
    let claims = try Reading.claims(
      "知事は、感染が広がっていると述べた上で、外出を控えるよう呼びかけた。", language: .japanese)
    #expect(claims.map(\.text) == ["感染が広がっている", "知事は、外出を控えるよう呼びかけた"])
    #expect(claims.map(\.voice.source) == ["知事", nil])
  }

  @Test("counts that act side by side are claims of their own")
  func countedSubjects() throws {
    #expect(
      try texts("土石流で、住民4人と観光客2人が死亡した。") == ["土石流で、住民4人が死亡した", "観光客2人が死亡した"])
    #expect(
      try texts("子ども6人を含む乗客30人が避難した。") == ["乗客30人が避難した", "子ども6人が避難した"])
  }

  @Test("those who do something together are one claim")
  func jointSubjects() throws {
    #expect(try texts("市長と知事が会談した。").count == 1)
  }

  @Test("a list before a word of its sort is split behind an adjective too")
  func listBeforeAdjective() throws {
    #expect(
      try texts("両知事は、山林の火災や河川の氾濫を含む幅広い課題について協議した。")
        == ["両知事は、山林の火災について協議した", "両知事は、河川の氾濫について協議した"])
  }

  @Test(
    "numbered points within a sentence are claims of their own, without their numbers",
    arguments: ["（1）", "(1)", "①"])
  func numberedPoints(label: String) throws {
    let second = label.replacing("1", with: "2").replacing("①", with: "②")
    #expect(
      try texts("両市は、\(label)水源林の保全、\(second)下水道の改修で一致した。")
        == ["両市は、水源林の保全で一致した", "両市は、下水道の改修で一致した"])
  }

  @Test("a number behind what it counts is no label")
  func bracketedNumber() throws {
    #expect(try texts("両市は協定の第4条（2）を改めた。") == ["両市は協定の第4条（2）を改めた"])
  }

  @Test("what 一致した leads to is one claim with it")
  func agreement() throws {
    #expect(try texts("両大臣は、制裁の継続が重要であるとの認識で一致した。").count == 1)
  }

  @Test("labels are no part of a claim", arguments: ["（2）", "① ", "ア　", "・"])
  func labels(label: String) throws {
    #expect(try texts(label + "両国は協定に署名した。") == ["両国は協定に署名した"])
  }

  @Test("a conjunction at the beginning is no part of a claim")
  func conjunction() throws {
    #expect(try texts("また、両国は協定に署名した。") == ["両国は協定に署名した"])
  }

  @Test("a row of nouns is no claim, unless it tells a number or what is done")
  func rowOfNouns() throws {
    #expect(try Reading.texts("貿易政策局 北欧課", language: .japanese).isEmpty)
    #expect(try Reading.texts("死者3人。", language: .japanese).count == 1)
    #expect(try Reading.texts("首相、辞任。", language: .japanese).count == 1)
  }

  @Test("what may not be done is the topic of that, and not of those who agree on it")
  func topicOfWhatIsQuoted() throws {
    #expect(
      try texts("三知事は、放置を非難するとともに、川への投棄は認められないとの認識で一致した。").last
        == "三知事は、川への投棄は認められないとの認識で一致した")
  }
}
