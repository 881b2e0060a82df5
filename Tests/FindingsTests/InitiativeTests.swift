import CrossreadKit
import Testing

@testable import Findings

@Suite("Who raised a matter and who answered")
struct InitiativeTests {
  private func initiatives(_ first: String, _ second: String) async throws -> [Finding] {
    try await Comparing.findings(Comparing.account("A", first), Comparing.account("B", second))
      .filter { $0.type == "initiative" }
  }

  @Test("one account names who raised a matter that the other has both discuss")
  func raised() async throws {
    let found = try await initiatives(
      "Chancellor Ada Berg raised the detention of sailors.",
      "The two leaders discussed the detention of sailors.")
    #expect(found.map(\.accounts) == [["A", "B"]])
    #expect(
      found.first?.summary.hasPrefix("A has Ada Berg raise it, B does not say who did: ") == true)
  }

  @Test("accounts that name the same person for it do not differ")
  func same() async throws {
    let found = try await initiatives(
      "Chancellor Ada Berg raised the detention of sailors.",
      "Chancellor Ada Berg raised the detention of the sailors.")
    #expect(found.isEmpty)
  }

  @Test("what raises a price has not raised a matter")
  func price() async throws {
    let found = try await initiatives(
      "The merger raised the capacity of the plant.", "The plant discussed the capacity.")
    #expect(found.isEmpty)
  }

  @Test("a denial is no account of a matter without who raised it")
  func denied() async throws {
    let found = try await initiatives(
      "Chancellor Ada Berg raised the detention of sailors.",
      "The detention of sailors was not discussed at the dinner of the leaders.")
    #expect(found.isEmpty)
  }

  @Test("who names the same person by another verb says who did")
  func otherVerb() async throws {
    let found = try await initiatives(
      "Chancellor Ada Berg raised the detention of sailors.",
      "Chancellor Ada Berg condemned the detention of sailors.")
    #expect(found.isEmpty)
  }
}
