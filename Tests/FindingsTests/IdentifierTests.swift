import CrossreadKit
import Testing

@testable import Findings

@Suite("A finding is found again under its name")
struct IdentifierTests {
  private static let first = Comparing.account(
    "A", "Fourteen people were injured in the collision. The mayor opened the new school.")
  private static let second = Comparing.account(
    "B", "Eleven people were injured in the collision. The bakery sells bread made of rye.")

  private func difference(_ accounts: Account...) async throws -> Finding {
    let comparison = try await Comparer().comparison(
      of: Event(name: "e", title: "e", accounts: accounts))
    return try #require(comparison.findings.first { $0.kind == .difference })
  }

  @Test("it is the same in the next run")
  func nextRun() async throws {
    let ids = try await Comparing.findings(Self.first, Self.second).map(\.id)
    #expect(try await Comparing.findings(Self.first, Self.second).map(\.id) == ids)
  }

  @Test("it does not depend on the order of the accounts")
  func order() async throws {
    let ids = try await Comparing.findings(Self.first, Self.second).map(\.id)
    #expect(try await Comparing.findings(Self.second, Self.first).map(\.id) == ids)
  }

  @Test("it stays when a third account comes to tell of something else")
  func anotherAccount() async throws {
    let other = Comparing.account("C", "Two herons nested on the roof of the mill.")
    let name = try await difference(Self.first, Self.second).id
    #expect(try await difference(Self.first, Self.second, other).id == name)
  }

  @Test("it stays when another paragraph of the account is changed, even one before it")
  func changeElsewhere() async throws {
    let changed = Comparing.account(
      "B",
      "Two herons nested on the roof of the mill.\n\nEleven people were injured in the collision.")
    let name = try await difference(Self.first, Self.second).id
    #expect(try await difference(Self.first, changed).id == name)
  }

  @Test("another number makes another finding")
  func anotherNumber() async throws {
    let changed = Comparing.account("B", "Nine people were injured in the collision.")
    let name = try await difference(Self.first, Self.second).id
    #expect(try await difference(Self.first, changed).id != name)
  }
}
