import Source
import Testing

@testable import Findings

@Suite("Values of one thing that several accounts give")
struct RivalValueTests {
  private func differences(_ texts: [String]) async throws -> [Finding] {
    let accounts = texts.enumerated().map { index, text in
      Comparing.account("ABCDEFGH".map(String.init)[index], text, hour: 9)
    }
    return try await Comparing.comparison(of: accounts).findings.filter { $0.kind == .difference }
  }

  @Test("three figures of three accounts are told once, each with its account")
  func threeFigures() async throws {
    let found = try await differences([
      "Fourteen people were injured in the collision.",
      "Eleven people were injured in the collision.",
      "Nine people were injured in the collision.",
    ])
    #expect(found.map(\.accounts) == [["A", "B", "C"]])
    #expect(
      found.first?.summary.hasPrefix("Accounts give “Fourteen” (A), “Eleven” (B) and “Nine” (C): ")
        == true)
  }

  @Test("the figure that most accounts give comes first, with all of them")
  func mostFirst() async throws {
    let found = try await differences([
      "Fourteen people were injured in the collision.",
      "Eleven people were injured in the collision.",
      "Eleven people were injured in the collision.",
    ])
    #expect(found.map(\.summary).first?.contains("“Eleven” (B and C) and “Fourteen” (A)") == true)
    #expect(found.count == 1)
  }

  @Test("every account's own words are evidence")
  func evidence() async throws {
    let found = try await differences([
      "Fourteen people were injured in the collision.",
      "Eleven people were injured in the collision.",
      "Nine people were injured in the collision.",
    ])
    #expect(found.flatMap(\.evidence).map(\.account).sorted() == ["A", "B", "C"])
  }

  @Test("differences of two things stay two findings")
  func twoThings() async throws {
    let found = try await differences([
      "Fourteen people were injured in the collision. The talks in Bonn lasted 25 minutes.",
      "Eleven people were injured in the collision. The talks in Bonn lasted 40 minutes.",
      "Nine people were injured in the collision. The talks in Bonn lasted 50 minutes.",
    ])
    #expect(found.count == 2)
  }

  @Test("sixty accounts that all differ make one finding, and each of them is in it")
  func manyAccounts() async throws {
    let accounts = (0..<60).map { index in
      Comparing.account(
        "A\(index)", "The collision injured \(20 + index % 6 * 3) people in the harbour.", hour: 9)
    }
    let found = try await Comparing.comparison(of: accounts).findings.filter {
      $0.kind == .difference
    }
    #expect(found.count == 1)
    #expect(found.first?.accounts.count == 60)
  }

  @Test("days that are written alike and counted from other days are told by their dates")
  func sameWords() async throws {
    let text = "The library in Bonn reopens in two days."
    let found = try await Comparing.comparison(of: [
      Comparing.account("A", text, day: 14), Comparing.account("B", text, day: 15),
      Comparing.account("C", text, day: 20),
    ]).findings.filter { $0.kind == .difference }
    #expect(found.map(\.summary).first?.contains("16 May 2024 (A)") == true)
  }
}
