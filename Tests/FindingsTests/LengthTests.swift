import Testing

@testable import Findings

@Suite("How long the event itself was")
struct LengthTests {
  private func differences(_ first: String, _ second: String) async throws -> [String] {
    try await Comparing.findings(
      Comparing.account("A", first, hour: 9), Comparing.account("B", second, hour: 9)
    ).filter { $0.kind == .difference && $0.summary.contains("duration") }.map(\.summary)
  }

  @Test("two lengths are a difference, whatever words tell them")
  func told() async throws {
    let found = try await differences(
      "Presidents Lind and Berg held a call on Monday. The conversation lasted 50 minutes.",
      "Presidents Lind and Berg held a call on Monday. The talk continued for almost an hour and a half."
    )
    #expect(
      found == [
        "Accounts give the duration as “50 minutes” (A) and “almost an hour and a half” (B)."
      ])
  }

  @Test("what fits the other length is no difference")
  func fitting() async throws {
    let found = try await differences(
      "Presidents Lind and Berg held a call on Monday. The conversation lasted 50 minutes.",
      "Presidents Lind and Berg held a call on Monday. The talk continued for about 50 minutes.")
    #expect(found.isEmpty)
  }

  @Test("the call of two others is another event")
  func others() async throws {
    let found = try await differences(
      "President Ada Lind and President Ole Berg held a call on Monday. The conversation lasted 50 minutes.",
      "President Ada Lind and President Ole Berg held a call on Monday. The talk with Foreign Minister Jon Falk lasted 20 minutes."
    )
    #expect(found.isEmpty)
  }
}
