import Source
import Testing

@testable import Alignment

@Suite("Values of one quantity")
struct QuantityDisagreementTests {
  private func found(
    _ first: String, _ second: String, languages: (LanguageTag, LanguageTag) = (.english, .english),
    days: (Int, Int) = (14, 14), timeZone: String? = nil
  ) throws -> [Disagreement] {
    try Reading.disagreements(
      among: Reading.account(
        "A", first, language: languages.0,
        published: Timestamp(year: 2024, month: 5, day: days.0)),
      Reading.account(
        "B", second, language: languages.1,
        published: Timestamp(year: 2024, month: 5, day: days.1)), timeZone: timeZone)
  }

  @Test("two magnitudes differ across languages, and the scales are named")
  func magnitudes() throws {
    let found = try found(
      "Its moment magnitude was 6.1.", "地震の規模はマグニチュード6.3だった。",
      languages: (.english, .japanese))
    #expect(found.map(\.kind) == [.value])
    #expect(found.first?.reason == "moment magnitude 6.1 against マグニチュード 6.3")
  }

  @Test("two counts of one day contradict each other, in other words and languages")
  func counts() throws {
    #expect(
      try found("The death toll rose to 31.", "The county reported 27 deaths.").map(\.kind)
        == [.value])
    #expect(
      try found(
        "The flood killed 31 villagers.", "この洪水で27人が死亡した。",
        languages: (.english, .japanese)
      ).map(\.kind) == [.value])
  }

  @Test(
    "two distances from one place differ, and those from two places do not",
    arguments: [
      ("19 kilometres north of Bergen", 1), ("19 kilometres north of Molde", 0),
      ("12 kilometres off Bergen", 0),
    ])
  func distances(place: String, count: Int) throws {
    let found = try found(
      "The tanker sank in dense fog 12 kilometres north of Bergen.", "The tanker sank \(place).")
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.kind == .value })
  }

  @Test("a count of another day is an older one and no contradiction")
  func anotherDay() throws {
    let found = try found(
      "The flood killed 12 people.", "The flood killed 31 people.", days: (14, 16))
    #expect(found.map(\.kind) == [.update])
    #expect(found.allSatisfy { !$0.isContradiction })
    #expect(found.first?.firstTime?.isStated == false)
  }

  @Test("a count as of another time is an older one, also across languages")
  func asOf() throws {
    let found = try found(
      "Thirty-one people had died as of 6 p.m. on May 14.", "14日午前9時の時点で12人の死亡が確認された。",
      languages: (.english, .japanese), days: (14, 14))
    #expect(found.map(\.kind) == [.update])
    #expect(found.first?.firstTime?.moment.description == "14 May, 18:00")
    #expect(found.first?.secondTime?.moment.description == "14 May, 09:00")
  }

  @Test("two counts as of one time contradict each other, whenever they were published")
  func oneTime() throws {
    #expect(
      try found(
        "As of 6 p.m. on May 14, 31 people had died.",
        "The county had confirmed 27 deaths as of 6 p.m. on May 14.", days: (14, 16)
      ).map(\.kind) == [.value])
  }

  @Test("a later figure that a third account had from the first contradicts the earlier one")
  func knownAtOnce() throws {
    let day = { Timestamp(year: 2024, month: 5, day: $0) }
    let found = try Reading.disagreements(
      among: Reading.account("A", "The crash injured 11 people.", published: day(14)),
      Reading.account("B", "The crash injured 14 people.", published: day(16)),
      Reading.account("C", "Fourteen people were injured.", published: day(14)))
    #expect(found.map(\.kind) == [.value, .value])
  }

  @Test("what never grows is contradicted on any day")
  func noTally() throws {
    #expect(
      try found(
        "The tremor had a magnitude of 6.1.", "The tremor had a magnitude of 6.3.", days: (14, 16)
      ).map(\.kind) == [.value])
  }

  @Test(
    "figures that can both be right are no difference",
    arguments: [
      // A part of the whole, and two places.
      ("Twenty people died in York.", "The county reported 48 deaths."),
      ("Twenty people died in York.", "Nineteen people died in Leeds."),
      // Two things.
      ("The flood killed 12 people.", "The flood injured 31 people."),
      ("The storm killed 300 sheep.", "The storm killed 12 people."),
      // A hedge, and what has not happened.
      ("At least 12 people were killed.", "The death toll rose to 31."),
      ("The death toll could reach 100.", "The death toll rose to 31."),
      // An older figure that the other account tells too.
      ("The flood killed 12 people.", "The death toll rose from 12 to 31."),
      // The sum and its parts.
      (
        "Police counted 40 deaths.",
        "In all 40 people died: 25 people died in Leeds and 12 in York."
      ),
    ])
  func compatible(first: String, second: String) throws {
    #expect(try found(first, second).isEmpty)
    #expect(try found(second, first).isEmpty)
  }

  @Test("one instant by the clocks of two zones is no difference across languages")
  func zones() throws {
    #expect(
      try found(
        "The tremor struck at 07:10 UTC.", "午後4時10分ごろ、地震が発生した。",
        languages: (.english, .japanese), timeZone: "Asia/Tokyo"
      ).isEmpty)
  }
}
