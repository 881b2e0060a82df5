import Testing

@testable import Claims

@Suite("Values as their sentence has them")
struct SentenceValueTests {
  @Test("a length of time that was enough is no time that begins now")
  func lengthTaken() throws {
    let left = try Reading.claims("They left the hall within ten minutes.").first
    #expect(left?.values.map(\.timex) == ["PT10M"])
    #expect(left?.values.map(\.hedge) == [.atMost])
    let agreed = try Reading.claims("The sides agreed on a withdrawal within 90 days.").first
    #expect(agreed?.values.map(\.kind) != [.duration])
    let coming = try Reading.claims("It will be built within 30 days.").first
    #expect(coming?.values.map(\.kind) != [.duration])
  }
}
