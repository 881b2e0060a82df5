import Source
import Testing

@testable import Values

@Suite("Numbers in English") struct NumberTests {
  @Test(
    "a number is read in digits, words and both",
    arguments: [
      ("2,513,000 people", "2,513,000", "2513000"),
      ("2.5 million people", "2.5 million", "2500000"),
      ("twenty-six delegates", "twenty-six", "26"), ("a dozen eggs", "a dozen", "12"),
      ("one hundred and six", "one hundred and six", "106"),
      ("two hundred and two thousand", "two hundred and two thousand", "202000"),
      ("three fifths", "three fifths", "0.6"), ("two and a half", "two and a half", "2.5"),
      ("five and a half million fish", "five and a half million", "5500000"),
      ("10 1/2", "10 1/2", "10.5"), ("⅔ of it", "⅔", "0.666666666666667"),
      ("12,34,567.89", "12,34,567.89", "1234567.89"),
      ("1 234 567.89", "1 234 567.89", "1234567.89"),
      ("it fell by -5", "-5", "-5"), ("1.3e6", "1.3e6", "1300000"), ("10k", "10k", "10000"),
      ("half a million", "half a million", "500000"),
      ("one in three", "one in three", "0.333333333333333"),
    ])
  func number(text: String, words: String, value: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind == .number)
    #expect(found.text == words)
    #expect(found.value == value)
  }

  @Test("a number in decimals keeps no rounding error in its normal form")
  func decimals() throws {
    #expect(try Recognition.value("-12e-1").value == "-1.2")
    #expect(try Recognition.value("2.2億", .japanese).value == "220000000")
  }

  @Test(
    "the numbers inside a value of another kind can be had",
    arguments: [
      ("It costs $20.", LanguageTag.english, ["20 | number"]),
      ("2018年5月17日に会った。", .japanese, ["2018 | number", "5 | number", "17 | number"]),
      ("forty two and a third", .english, ["third | ordinal"]),
      ("2.5 metres", .english, ["2.5 | number"]), ("4.8", .english, []),
    ])
  func inside(text: String, language: LanguageTag, numbers: [String]) throws {
    let recognizer = try Recognition.recognizer(language)
    let source = SourceText(text)
    let values = recognizer.values(in: source, range: source.range)
    let found = recognizer.numbers(inside: values, of: source)
    #expect(found.map { "\($0.text) | \($0.kind.rawValue)" } == numbers)
  }

  @Test(
    "the place of a hedge is known, before the value and after it",
    arguments: [
      ("They spoke for about 25 minutes.", LanguageTag.english, "about 25 minutes"),
      ("会談は約25分間行われた。", .japanese, "約25分間"), ("死者は40人以上に上った。", .japanese, "40人以上"),
      ("They spoke for 25 minutes.", .english, "25 minutes"),
    ])
  func hedgedRange(text: String, language: LanguageTag, words: String) throws {
    let value = try Recognition.value(text, language)
    #expect(SourceText(text)[value.hedgedRange] == words)
  }

  @Test("two numbers joined by \"and\" stay two where the second cannot continue the first")
  func twoNumbers() throws {
    #expect(
      try Recognition.lines("3 hundred and 2 hundred")
        == ["3 hundred | number | 300", "2 hundred | number | 200"])
  }

  @Test(
    "digits in names, codes and idioms are no values",
    arguments: [
      "The G7 met.", "COVID-19 spread.", "An F-16 landed.", "AUKUS2 was planned.",
      "They agreed on a 2+2 meeting.", "Shops open 24/7 there.", "The law passed after 9/11.",
      "See https://example.org/2021/12/11/25-minutes too.", "Mail desk25@example.org please.",
      "One of them spoke.", "No one spoke.",
      "The one they chose left.", "They may march.", "This may not be so.", "Boeing 777F",
      "A 5G mast was built.", "We bought #one and $DEC.",
    ])
  func lookalikes(text: String) throws {
    #expect(try Recognition.lines(text) == [])
  }

  @Test(
    "an ordinal is read in digits and words",
    arguments: [
      ("the 21st meeting", "21"), ("the twenty-third round", "23"), ("their third talks", "3"),
    ])
  func ordinal(text: String, value: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind == .ordinal)
    #expect(found.value == value)
  }

  @Test(
    "a percentage is read with its sign or its word",
    arguments: [
      ("12.5% of it", "12.5"), ("ten per cent of it", "10"), ("minus five percent", "-5"),
    ])
  func percentage(text: String, value: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind == .percentage)
    #expect(found.value == value)
  }

  @Test(
    "the groups of a telephone number or an address are numbers that count nothing",
    arguments: [
      ("Ring 555-0188 at noon.", ["555", "0188"]),
      ("The server is 10.0.0.7.", ["10", "0", "0", "7"]),
    ])
  func codes(text: String, groups: [String]) throws {
    let found = try Recognition.values(text).filter { $0.kind == .number }
    #expect(found.map(\.text) == groups)
    #expect(found.map(\.isPartOfCode) == groups.map { _ in true })
  }

  @Test(
    "a fraction may have an ordinal of several words below its line",
    arguments: [
      ("one thirty-second of it", "one thirty-second", "0.03125"),
      ("three twenty-fifths of it", "three twenty-fifths", "0.12"),
      ("two hundred forty-fifths", "two hundred forty-fifths", "4.44444444444444"),
      ("one half of it", "one half", "0.5"), ("half a dozen eggs", "half a dozen", "6"),
      ("sixty hundredths", "sixty hundredths", "0.6"),
    ])
  func ordinalFractions(text: String, words: String, value: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind == .number)
    #expect(found.text == words)
    #expect(found.value == value)
  }

  @Test("\"one over twenty\" is a ratio, \"2,000 over three days\" is none")
  func ratios() throws {
    #expect(
      try Recognition.lines("The odds are one over eight.") == ["one over eight | number | 0.125"])
    #expect(
      try Recognition.lines("They sold 2,000 over three days.")
        == ["2,000 | number | 2000", "three days | duration | P3D"])
  }

  @Test(
    "an ordinal of several words is no length of time, but with an article",
    arguments: [
      ("the forty-second session", "forty-second | ordinal | 42"),
      ("a forty-second pause", "forty-second | duration | PT40S"),
      ("a 30-second pause", "30-second | duration | PT30S"),
      ("seven hundred and twelfth", "seven hundred and twelfth | ordinal | 712"),
    ])
  func seconds(text: String, line: String) throws {
    #expect(try Recognition.lines(text) == [line])
  }

  @Test("a list of numbers has no decimal commas")
  func list() throws {
    #expect(
      try Recognition.values("They drew 31,32,34,37.").map(\.text) == ["31", "32", "34", "37"])
  }
}
