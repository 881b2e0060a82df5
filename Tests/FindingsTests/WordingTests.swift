import CrossreadKit
import Source
import Testing

@testable import Findings

@Suite("Other words for one thing")
struct WordingTests {
  private func wording(_ texts: [(String, String)], language: LanguageTag = .english) async throws
    -> Finding?
  {
    let accounts = texts.map { Comparing.account($0.0, $0.1, language: language) }
    return try await Comparer().comparison(of: Event(name: "e", title: "e", accounts: accounts))
      .findings.first { $0.kind == .wording }
  }

  @Test("what one account adds to a description is told word by word")
  func added() async throws {
    let found = try #require(
      try await wording([
        ("A", "The ministers support a calm and open Baltic Sea."),
        ("B", "The ministers support a calm, open, resilient and peaceful Baltic Sea."),
      ]))
    #expect(found.summary.hasSuffix("Beside A, B adds “resilient” and “peaceful”."))
  }

  @Test("what stands in the place of other words is told with them")
  func changed() async throws {
    let found = try #require(
      try await wording([
        ("A", "The ministers support a calm and open Baltic Sea."),
        ("B", "The ministers support a green and open Baltic Sea."),
      ]))
    #expect(found.summary.hasSuffix("Beside A, B has “green” in place of “calm”."))
  }

  @Test("times and lengths are values and no things that are described in other words")
  func values() async throws {
    #expect(
      try await wording([
        ("A", "The bakery closed within two full hours."),
        ("B", "The bakery was silent for the first half hour."),
      ]) == nil)
  }

  @Test("in Japanese, what was added is told with its endings")
  func japanese() async throws {
    let found = try #require(
      try await wording(
        [
          ("A", "両首脳は、開かれたインド太平洋を支持した。"),
          ("B", "両首脳は、自由で開かれたインド太平洋を支持した。"),
        ], language: .japanese))
    #expect(found.summary.hasSuffix("Beside A, B adds “自由で”."))
  }

  @Test("other words for something with a name weigh more than for a plain noun")
  func name() async throws {
    let name = try #require(
      try await wording([
        ("A", "The ministers support a calm and open Baltic Sea."),
        ("B", "The ministers support a green and lively Baltic Sea."),
      ]))
    let noun = try #require(
      try await wording([
        ("A", "The ministers praised strong and lasting cooperation."),
        ("B", "The ministers praised productive and close cooperation."),
      ]))
    #expect(name.salience > noun.salience)
    #expect(noun.salience < 0.5)
  }
}
