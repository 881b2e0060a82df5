import SeededRandomness
import Testing

@testable import Source

@Suite("Dates and times of ISO 8601")
struct TimestampTests {
  @Test(
    "what a source leaves out is not filled in",
    arguments: [("2024-05-14", false, false), ("2024-05-14T07:40", true, false)])
  func nothingFilledIn(text: String, hasTime: Bool, hasOffset: Bool) throws {
    let timestamp = try #require(Timestamp(iso8601: text))
    #expect((timestamp.time != nil) == hasTime)
    #expect((timestamp.offset != nil) == hasOffset)
  }

  @Test(
    "the zone is read in each of its forms, in minutes",
    arguments: [
      ("2024-05-14T07:40Z", 0), ("2024-05-14t07:40z", 0), ("2024-05-14T07:40+09", 540),
      ("2024-05-14T07:40+0900", 540), ("2024-05-14T07:40-03:30", -210),
      ("2024-05-14 07:40:12.345 +05:45", 345),
    ])
  func zones(text: String, minutes: Int) {
    #expect(Timestamp(iso8601: text)?.offset == minutes)
  }

  @Test("a negative offset of less than an hour keeps its sign")
  func smallNegativeOffset() {
    #expect(
      Timestamp(iso8601: "2024-05-14T07:40:00-00:30")?.description == "2024-05-14T07:40:00-00:30")
  }

  @Test("seconds and their fractions may be left out or given")
  func seconds() {
    #expect(Timestamp(iso8601: "2024-05-14T07:40:59.999")?.time?.second == 59)
    #expect(Timestamp(iso8601: "2024-05-14T07:40")?.time?.second == 0)
  }

  @Test("white space around a date is no part of it")
  func whiteSpace() {
    #expect(Timestamp(iso8601: " \n2024-05-14\t")?.date == "2024-05-14")
  }

  @Test(
    "the leap years of the Gregorian calendar have a 29 February, others have none",
    arguments: [("2000", true), ("2024", true), ("1900", false), ("2023", false)])
  func leapYears(year: String, exists: Bool) {
    #expect((Timestamp(iso8601: "\(year)-02-29") != nil) == exists)
  }

  @Test(
    "what is no date gives nothing",
    arguments: [
      "2024-04-31", "2024-00-10", "2024-05-00", "2024-05-14T24:00", "2024-05-14T07:60",
      "2024-05-14T07:40:61", "14 May 2024", "2024-5-14", "24-05-14", "2024-05-14T", "2024-05-14x",
      "2024-05-14T07", "2024-05-14T07:40+9",
    ])
  func refused(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test("every timestamp is read back from its description")
  func roundTrip() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var timestamp = Timestamp(
        year: .random(in: 1...9999, using: &generator),
        month: .random(in: 1...12, using: &generator), day: .random(in: 1...28, using: &generator))
      if Bool.random(using: &generator) {
        timestamp.time = Timestamp.TimeOfDay(
          hour: .random(in: 0...23, using: &generator),
          minute: .random(in: 0...59, using: &generator),
          second: .random(in: 0...59, using: &generator))
        timestamp.offset =
          Bool.random(using: &generator) ? .random(in: -720...840, using: &generator) : nil
      }
      #expect(Timestamp(iso8601: timestamp.description) == timestamp)
    }
  }
}
