import Source
import Testing

@testable import Values

@Suite("Comparison of values") struct ComparisonTests {
  private func compare(_ one: String, _ two: String) throws -> ValueComparison {
    try Recognition.value(one).compared(with: Recognition.value(two))
  }

  @Test(
    "two values are equal, compatible, different or not comparable",
    arguments: [
      ("25 minutes", "25 minutes", "equal"), ("25 minutes", "1500 seconds", "equal"),
      ("25 minutes", "about 25 minutes", "compatible"), ("25 minutes", "30 minutes", "different"),
      ("25 people", "more than 30 people", "different"),
      ("35 people", "more than 30 people", "compatible"),
      ("30 people", "more than 30 people", "different"),
      ("30 people", "at least 30 people", "compatible"),
      ("40 people", "up to 40 people", "compatible"), ("50 people", "up to 40 people", "different"),
      ("2.5 million", "2,513,000", "compatible"), ("2.5 million", "2,613,000", "different"),
      ("$5", "€5", "incomparable"), ("$5 million", "5 million dollars", "equal"),
      ("5 km", "5000 m", "equal"),
      ("5 km", "3 miles", "compatible"), ("5 km", "5 kg", "incomparable"),
      ("5 km", "9 km", "different"),
      ("11 December 2021", "December 11", "compatible"),
      ("11 December 2021", "2021-12-11", "equal"),
      ("11 December 2021", "12 December 2021", "different"),
      ("11 December 2021", "December 2021", "compatible"),
      ("11 December 2021", "yesterday", "equal"), ("11 December 2021", "on Saturday", "compatible"),
      ("11 December 2021", "on Sunday", "different"),
      ("at 12:20 local time", "at 21:20 in Japan", "equal"),
      ("at 12:20 local time", "at 21:30 in Japan", "different"), ("at 12:20", "at 12:20", "equal"),
      ("at 12:20", "at 12:25", "different"), ("at 6:45", "at 6:45 p.m.", "compatible"),
      ("25 minutes", "25 people", "incomparable"),
      ("25 minutes", "half an hour", "compatible"), ("20 minutes", "half an hour", "different"),
      ("at least 30 people", "at most 20 people", "different"),
      ("until 5 p.m.", "until 7 p.m.", "different"), ("until 5 p.m.", "until 5 p.m.", "equal"),
      ("as of 1 July 2026", "as of 1 October 2026", "different"),
      ("before 5 p.m.", "before 7 p.m.", "incomparable"),
      ("more than 20 people", "fewer than 40 people", "compatible"),
      ("68 degrees Fahrenheit", "20 °C", "equal"), ("20 °C", "25 °C", "different"),
      ("9,000 pesos", "9,000 Philippine pesos", "incomparable"),
      ("the third quarter of 2021", "August 2021", "compatible"),
      ("the third quarter of 2021", "November 2021", "different"),
      ("from 10 to 12 December 2021", "11 December 2021", "compatible"),
      ("from 10 to 12 December 2021", "14 December 2021", "different"),
      ("three fifths", "60%", "incomparable"), ("the 3rd", "the 4th", "different"),
    ])
  func relation(one: String, two: String, relation: String) throws {
    #expect(try compare(one, two).relation.rawValue == relation, "\(one) / \(two)")
    #expect(try compare(two, one).relation.rawValue == relation, "\(two) / \(one)")
  }

  @Test(
    "the reason is given in plain words",
    arguments: [
      ("25 minutes", "25 minutes", "25 minutes in both"),
      ("25 minutes", "30 minutes", "25 minutes against 30 minutes"),
      ("at 12:20 local time", "at 21:20 in Japan", "12:20 (UTC+0) is 21:20 (UTC+9)"),
      ("25 people", "more than 30 people", "25 against more than 30"),
      ("25 minutes", "25 people", "a duration against a number"),
      ("25 minutes", "half an hour", "25 minutes is 0.5 hours, rounded"),
      ("5 km", "5 kg", "5 kilometers and 5 kilograms do not measure the same"),
    ])
  func reason(one: String, two: String, reason: String) throws {
    #expect(try compare(one, two).reason == reason)
  }

  @Test(
    "a value has a normal description",
    arguments: [
      ("twenty-five minutes", "25 minutes"), ("Dec. 11, 2021", "11 December 2021"),
      ("at 12:20", "12:20"),
      ("US$2,500,000", "$2.5 million"), ("2,513,000", "2,513,000"), ("half an hour", "0.5 hours"),
      ("about 25 people", "about 25"), ("the 21st", "21st"), ("ten per cent", "10%"),
      ("20 °C", "20 °C"), ("next spring", "spring 2022"), ("last week", "week 48 of 2021"),
      ("the first Friday of July", "first Friday of July"), ("Q3", "July to September"),
      ("from 10 to 12 December 2021", "10 December 2021 to 12 December 2021"),
      ("11 December 2021 at 12:20", "11 December 2021, 12:20"),
    ])
  func description(text: String, description: String) throws {
    #expect(try Recognition.value(text).normalizedDescription == description)
  }

  @Test(
    "a value has a normal description in Japanese",
    arguments: [
      ("about twenty-five minutes", "約25分間"), ("Dec. 11, 2021", "2021年12月11日"),
      ("at 12:20", "12時20分"), ("at 12:20 p.m. in Japan", "12時20分（UTC+9）"),
      ("$14.1 billion", "141億ドル"), ("¥2,010,000,000,000", "2兆100億円"),
      ("2,513,000", "2,513,000"), ("more than 30 people", "30超"), ("at least 30", "30以上"),
      ("up to 40 people", "40以下"), ("the 21st", "第21"), ("ten per cent", "10%"),
      ("5 km", "5キロメートル"), ("an hour and a half", "1.5時間"), ("three weeks", "3週間"),
      ("Q3", "7〜9月"), ("11 December 2021 at 12:20", "2021年12月11日12時20分"),
      ("from 10 to 12 December 2021", "2021年12月10日〜2021年12月12日"),
    ])
  func japaneseDescription(text: String, description: String) throws {
    #expect(try Recognition.value(text).normalizedDescription(in: .japanese) == description)
  }

  @Test("the reason is given in Japanese as well")
  func japaneseReason() throws {
    let comparison = try compare("25 minutes", "30 minutes")
    #expect(comparison.wording.text(in: .japanese) == "25分間に対し30分間")
  }

  @Test("the digits of a code compare with nothing")
  func code() throws {
    let found = try Recognition.values("Ring 555-0188.")
    let first = try #require(found.first)
    let comparison = try first.compared(with: Recognition.value("555 people"))
    #expect(comparison.relation == .incomparable)
    #expect(comparison.reason == "the digits of a code count nothing")
  }
}
