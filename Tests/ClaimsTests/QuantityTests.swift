import Source
import Testing

@testable import Claims

@Suite("What values are of")
struct QuantityTests {
  private func told(_ text: String, _ language: LanguageTag) throws -> [String] {
    try Reading.claims(text, language: language).flatMap(\.measures).compactMap { measure in
      measure.quantity.map { quantity in
        let standing = quantity.standing == .whole ? "" : " \(quantity.standing)"
        return "\(quantity.id) \(measure.value.value ?? "")\(standing)"
      }
    }
  }

  @Test("a noun of one Japanese clause names no number of the next")
  func clauses() throws {
    #expect(try told("山火事で5人が死亡、34人が負傷した。", .japanese) == ["deaths 5", "injuries 34"])
  }

  @Test(
    "an English value is of what a noun, a verb or a state near it names",
    arguments: [
      ("Its local magnitude was 5.8.", ["magnitude 5.8"]),
      ("The tremor had a magnitude of 6.1.", ["magnitude 6.1"]),
      ("A magnitude-6.3 tremor shook the coast.", ["magnitude 6.3"]),
      ("The M6.3 tremor began at a depth of 30 km.", ["magnitude 6.3", "depth 30"]),
      ("The tremor measured 6.3 on the Richter scale.", ["magnitude 6.3"]),
      ("The tanker sank nine miles off the coast of Bergen.", ["distance from a place 9"]),
      ("The tanker sank 12 km south-west of Bergen.", ["distance from a place 12"]),
      ("The city repaired 12 kilometres of Bergen's roads.", []),
      ("The city buys 12 tonnes of fish from Bergen.", []),
      ("The county reported 31 deaths.", ["deaths 31"]),
      ("Thirty-one villagers died in the flood.", ["deaths 31"]),
      ("The flood killed 31 villagers.", ["deaths 31"]),
      ("Thirty-one villagers were killed.", ["deaths 31"]),
      ("The death toll climbed to 31.", ["deaths 31"]),
      ("The number of people injured stood at 70.", ["injuries 70"]),
      ("Nine hikers are missing.", ["missing 9"]),
      ("The blast left 12 dead.", ["deaths 12"]),
      ("The mudslide destroyed 60 homes.", ["destroyed buildings 60"]),
      ("Officers arrested 17 demonstrators.", ["arrests 17"]),
      ("Some 900 households lost power.", ["power cuts 900"]),
    ])
  func english(sentence: String, expected: [String]) throws {
    #expect(try told(sentence, .english) == expected)
  }

  @Test(
    "a Japanese value is of what a noun, a verb or a state near it names",
    arguments: [
      ("マグニチュードは5.8だった。", ["magnitude 5.8"]),
      ("マグニチュード6.1の地震があった。", ["magnitude 6.1"]),
      ("M6.3の地震が起きた。", ["magnitude 6.3"]),
      ("震源の深さは30キロと推定される。", ["depth 30"]),
      ("村で震度5の揺れを観測した。", ["intensity 5"]),
      ("県は31人の死亡を確認した。", ["deaths 31"]),
      ("この洪水で31人が死亡した。", ["deaths 31"]),
      ("死者は少なくとも31人、けが人は70人に上った。", ["deaths 31", "injuries 70"]),
      ("登山者9人が行方不明になっている。", ["missing 9"]),
      ("住宅60棟が全壊した。", ["destroyed buildings 60"]),
      ("警察は男17人を逮捕した。", ["arrests 17"]),
      ("900戸が停電した。", ["power cuts 900"]),
    ])
  func japanese(sentence: String, expected: [String]) throws {
    #expect(try told(sentence, .japanese) == expected)
  }

  @Test(
    "what is no person, or only some of those counted, is no count of them",
    arguments: [
      "The storm killed 300 sheep.", "Three of the injured left hospital.",
      "The crew painted 60 homes.", "The trial lasted 31 days.",
    ])
  func others(sentence: String) throws {
    let found = try told(sentence, .english)
    #expect(!found.contains { $0.hasPrefix("deaths") || $0.hasPrefix("injuries") })
    #expect(!found.contains { $0.hasPrefix("destroyed") })
  }

  @Test("the parts of a sum are told from the sum, and the figure left behind from the new one")
  func standing() throws {
    #expect(
      try told("Police counted 40 deaths: 25 people died in Leeds and 12 in York.", .english)
        == ["deaths 40", "deaths 25 part", "deaths 12 part"])
    #expect(
      try told("The death toll rose from 12 to 31.", .english)
        == ["deaths 12 superseded", "deaths 31"])
    #expect(
      try told("死者は12人から31人に増えた。", .japanese) == ["deaths 12 superseded", "deaths 31"])
  }

  @Test(
    "a count keeps the time at which it stood",
    arguments: [
      ("Thirty-one people had died as of 6 p.m. on March 3.", LanguageTag.english, true),
      ("By Tuesday, 31 people had died.", .english, true),
      ("The death toll rose to 31 on Tuesday.", .english, true),
      ("Thirty-one people died on Tuesday.", .english, false),
      ("3日午後6時現在で31人が死亡した。", .japanese, true),
      ("3日午後6時の時点で31人の死亡が確認された。", .japanese, true),
      ("3日午後6時までに31人の死亡が確認された。", .japanese, true),
      ("3日午後6時ごろ31人が死亡した。", .japanese, false),
    ])
  func times(sentence: String, language: LanguageTag, isStated: Bool) throws {
    let measures = try Reading.claims(sentence, language: language).flatMap(\.measures)
    let deaths = try #require(measures.first { $0.quantity?.id == "deaths" }?.quantity)
    #expect((deaths.asOf != nil) == isStated)
  }

  @Test(
    "a count is limited to the place that is named with it",
    arguments: [
      ("Twenty people died in York.", LanguageTag.english, "York"),
      ("金沢市では20人が死亡した。", .japanese, "金沢市"),
    ])
  func scope(sentence: String, language: LanguageTag, place: String) throws {
    let measures = try Reading.claims(sentence, language: language).flatMap(\.measures)
    #expect(measures.compactMap { $0.quantity?.scope?.text } == [place])
  }
}
