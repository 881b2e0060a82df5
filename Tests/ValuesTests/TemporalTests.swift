import Source
import Testing

@testable import Values

@Suite("Dates, times, durations and ranges in English") struct TemporalTests {
  @Test(
    "an expression has its kind and its TIMEX3 value",
    arguments: [
      ("on 11 December 2021", "date", "2021-12-11"), ("December 11, 2021", "date", "2021-12-11"),
      ("on Saturday, December 11", "date", "XXXX-12-11"), ("2021-12-11", "date", "2021-12-11"),
      ("the first of May 1999", "date", "1999-05-01"), ("yesterday", "date", "2021-12-11"),
      ("on Friday", "date", "XXXX-WXX-5"), ("last Saturday", "date", "2021-12-04"),
      ("next Monday", "date", "2021-12-13"), ("on the 11th", "date", "XXXX-XX-11"),
      ("two days ago", "date", "2021-12-10"),
      ("two days before Christmas 2021", "date", "2021-12-23"),
      ("Thanksgiving 2021", "date", "2021-11-25"), ("Easter 2018", "date", "2018-04-01"),
      ("April 2017", "daterange", "2017-04"), ("in 2007", "daterange", "2007"),
      ("this week", "daterange", "2021-W49"),
      ("last year", "daterange", "2020"),
      ("in the 1990s", "daterange", "(1990-01-01,2000-01-01,P10Y)"),
      ("for five days from Monday 13 December 2021", "daterange", "(2021-12-13,2021-12-18,P5D)"),
      ("It is due five days from Monday.", "date", "2021-12-18"),
      ("from 11 to 13 December 2021", "daterange", "(2021-12-11,2021-12-13,P2D)"),
      ("December 10-12, 2021", "daterange", "(2021-12-10,2021-12-12,P2D)"),
      ("between 2014 and 2018", "daterange", "(2014-01-01,2018-01-01,P4Y)"),
      ("before 2010", "daterange", "2010"),
      ("the next three days", "daterange", "(2021-12-13,2021-12-16,P3D)"),
      ("Q1 2019", "daterange", "(2019-01-01,2019-04-01,P3M)"),
      ("at 12:20", "time", "T12:20"), ("9:20 p.m.", "time", "T21:20"), ("at noon", "time", "T12"),
      ("half past seven in the evening", "time", "T19:30"), ("at 3pm", "time", "T15"),
      ("from 5 to 6pm", "timerange", "(T17,T18,PT1H)"), ("in the morning", "timerange", "TMO"),
      ("tomorrow at 9 a.m.", "datetime", "2021-12-13T09"),
      ("11 December 2021 at 12:20", "datetime", "2021-12-11T12:20"),
      ("2021-12-11T12:20", "datetime", "2021-12-11T12:20"), ("now", "datetime", "PRESENT_REF"),
      ("yesterday afternoon", "datetimerange", "2021-12-11TAF"),
      ("last night", "datetimerange", "2021-12-11TNI"),
      ("for 25 minutes", "duration", "PT25M"), ("a 90-minute meeting", "duration", "PT90M"),
      ("half an hour", "duration", "PT0.5H"), ("two and a half hours", "duration", "PT2.5H"),
      ("an hour and a half", "duration", "PT1.5H"),
      ("1 hour and 30 minutes", "duration", "PT1H30M"),
      ("the rest of the week", "daterange", "(2021-12-12,2021-12-12,P0D)"),
      ("the rest of the year", "daterange", "(2021-12-12,2021-12-31,P19D)"),
      ("year to date", "daterange", "(2021-01-01,2021-12-12,P345D)"),
      ("three Fridays from now", "date", "2021-12-31"),
      ("the week after next", "daterange", "2021-W51"),
      ("past week", "daterange", "2021-W48"),
      ("in the third quarter", "daterange", "(XXXX-07-01,XXXX-10-01,P3M)"),
      ("the last week of March 2021", "daterange", "2021-03-W04"),
      ("in fiscal 2019", "daterange", "FY2019"),
      ("the first Tuesday of next month", "date", "XXXX-01-WXX-2-#1"),
      (
        "from the middle of May to the end of June 2021", "daterange",
        "(2021-05-16,2021-07-01,P46D)"
      ),
      (">= 2018", "daterange", "2018"), ("Ash Wednesday 2019", "date", "2019-03-06"),
      ("Eid al-Fitr 2021", "date", "2021-05-13"), ("Lunar New Year 2021", "date", "2021-02-12"),
      ("this morning at 9:15", "datetime", "2021-12-12T09:15"),
      ("Tuesday morning at 8:40", "datetime", "XXXX-WXX-2T08:40"), ("915 a.m.", "time", "T09:15"),
      ("the 14th at 6pm", "datetime", "XXXX-XX-14T18"),
      ("early on Monday morning", "datetimerange", "XXXX-WXX-1TMO"),
      ("less than an hour ago", "datetimerange", "(2021-12-12T09:30:00,2021-12-12T10:30:00,PT1H)"),
      ("three quarters of an hour", "duration", "PT0.75H"),
      ("two-and-a-half hours", "duration", "PT2.5H"), ("for a week", "duration", "P1W"),
      ("several weeks", "duration", "P3W"),
    ])
  func expression(text: String, kind: String, timex: String) throws {
    let found = try Recognition.value(text)
    #expect(found.kind.rawValue == kind)
    #expect(found.timex == timex)
  }

  @Test("a longer unit behind a shorter one begins another length of time")
  func unitsInOrder() throws {
    let found = try Recognition.values("They were held for between 14 months and nine years.")
    #expect(found.filter { $0.kind == .duration }.map(\.timex) == ["P9Y"])
  }

  @Test("without a date of writing, a relative day keeps an open form")
  func unplaced() throws {
    #expect(try Recognition.value("yesterday", reference: nil).timex == "XXXX-XX-XX")
    #expect(try Recognition.value("next week", reference: nil).timex == "XXXX-WXX")
  }

  @Test(
    "a time takes the offset of the zone that the text gives it",
    arguments: [
      ("at 21:20 in Japan", 540), ("at 9 a.m. EST", -300), ("at 15:30 GMT+2", 120),
      ("at 12:20 local time", 0),
      ("at 9:20 p.m. (Japan time)", 540), ("at 07:10 UTC", 0), ("2021-12-11T12:20+05:30", 330),
    ])
  func zone(text: String, offset: Int) throws {
    #expect(try Recognition.value(text).offset == offset)
  }

  @Test("a readout's time in two zones is two times")
  func twoZones() throws {
    let found = try Recognition.values("from 12:20 p.m. (local time; 9:20 p.m. Japan time)")
    #expect(found.map(\.text) == ["12:20 p.m.", "9:20 p.m."])
    #expect(found.map(\.offset) == [0, 540])
  }

  @Test("\"about\" and \"more than\" hedge a duration")
  func hedgedDuration() throws {
    #expect(try Recognition.value("for about 25 minutes").hedge == .approximately)
    #expect(try Recognition.value("more than 2 hours").hedge == .moreThan)
  }

  @Test(
    "what happens again and again is no date", arguments: ["every week", "twice a year", "daily"])
  func repeated(text: String) throws {
    #expect(try Recognition.lines(text) == [])
  }

  @Test("a call for help at sea is no holiday")
  func mayday() throws {
    #expect(try Recognition.lines("a mayday call") == [])
    #expect(
      try ValueRecognizer(language: .english).values(in: "on May Day").map(\.timex) == [
        "XXXX-05-01"
      ])
  }
}

@Suite("Clock times on the hour")
struct ClockTimeTests {
  @Test(
    "minutes below ten are a time and no score",
    arguments: [("at 10:00.", "T10:00"), ("at 9:05", "T09:05"), ("at 14:00 by", "T14:00")])
  func wholeHours(text: String, timex: String) throws {
    let values = try ValueRecognizer(language: .english).values(in: text)
    #expect(values.map(\.timex) == [timex])
  }

  @Test("a score is no time")
  func score() throws {
    let values = try ValueRecognizer(language: .english).values(in: "we won 3:2")
    #expect(!values.contains { $0.kind == .time })
  }

  @Test(
    "the day behind one is counted from the day that was named last",
    arguments: [
      ("They met on 30 April 2021 and left the next day.", LanguageTag.english, "2021-05-01"),
      ("They met on Friday and left the following day.", .english, "XXXX-WXX-6"),
      ("They met on 30 April and left the following day.", .english, "XXXX-05-01"),
      ("会談は4月30日に開かれ、翌日に終わった。", .japanese, "XXXX-05-01"),
      ("会談は14日に開かれ、同日に終わった。", .japanese, "XXXX-XX-14"),
      ("会談は開かれ、翌日に終わった。", .japanese, "2021-12-13"),
    ])
  func followingDay(text: String, language: LanguageTag, timex: String) throws {
    #expect(try Recognition.values(text, language).last?.timex == timex)
  }

  @Test("the day that was named last may stand before the range that is read")
  func dayBefore() throws {
    let recognizer = try Recognition.recognizer(.english)
    let text = SourceText("They met on 30 April 2021. They left the following day.")
    let day = recognizer.values(in: text, range: 0..<26).last
    let found = recognizer.values(in: text, range: 27..<text.count, behind: day)
    #expect(found.map(\.timex) == ["2021-05-01"])
  }

  @Test("an hour is one only where a word of time goes with it: for a while, 一時, is none")
  func forAWhile() throws {
    #expect(try Recognition.values("駅が一時閉鎖された。", .japanese).isEmpty)
    #expect(try Recognition.values("駅は一時、混乱した。", .japanese).isEmpty)
    #expect(try Recognition.value("駅は午後一時に開いた。", .japanese).timex == "T13")
    #expect(try Recognition.value("駅は一時半に開いた。", .japanese).timex == "T01:30")
  }

  @Test("a day that is still to come is the next one of its name, and one that is past the nearest")
  func dayToCome() throws {
    let seen = Timestamp(year: 2026, month: 3, day: 12)
    let day = try Recognition.value("on October 1", reference: nil)
    #expect(day.day(seenFrom: seen, isToCome: true) == Timestamp(year: 2026, month: 10, day: 1))
    #expect(day.day(seenFrom: seen) == Timestamp(year: 2025, month: 10, day: 1))
    // 12 March 2026 is a Thursday.
    let weekday = try Recognition.value("on Tuesday", reference: nil)
    #expect(weekday.day(seenFrom: seen, isToCome: true) == Timestamp(year: 2026, month: 3, day: 17))
    #expect(weekday.day(seenFrom: seen) == Timestamp(year: 2026, month: 3, day: 10))
    let number = try Recognition.value("5日", .japanese, reference: nil)
    #expect(number.day(seenFrom: seen, isToCome: true) == Timestamp(year: 2026, month: 4, day: 5))
  }

  @Test("\"an hour later\" is of no day, since nobody tells later than what")
  func openHour() throws {
    let value = try Recognition.value("an hour later")
    #expect(value.day(seenFrom: Recognition.reference) == nil)
    #expect(!value.hasPlace)
  }
}
