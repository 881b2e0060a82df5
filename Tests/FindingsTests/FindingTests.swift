import CrossreadKit
import Source
import Testing

@testable import Findings

@Suite("Points become findings")
struct FindingTests {
  private func account(_ id: String, _ text: String, publisher: String? = nil) -> Account {
    let text = SourceText(text)
    return Account(
      id: id, file: id + ".txt", publisher: publisher ?? id, kind: .document, language: .english,
      published: Timestamp(year: 2024, month: 5, day: 14), text: text,
      paragraphs: [Paragraph(range: text.range)], sha256: id)
  }

  private func findings(_ accounts: Account...) async throws -> [Finding] {
    try await Comparer().comparison(of: Event(name: "e", title: "e", accounts: accounts)).findings
  }

  @Test("a duration in one account only is an omission of the others")
  func soleDuration() async throws {
    let found = try await findings(
      account("A", "The president met the chancellor in Bonn for 25 minutes."),
      account("B", "The president met the chancellor in Bonn."))
    #expect(
      found.contains {
        $0.kind == .omission && $0.type == "duration" && $0.summary.contains("25 minutes")
      })
  }

  @Test("two numbers for one thing are a difference")
  func value() async throws {
    let found = try await findings(
      account("A", "Fourteen people were injured in the collision."),
      account("B", "Eleven people were injured in the collision."))
    #expect(found.filter { $0.kind == .difference }.map(\.type) == ["value"])
  }

  @Test(
    "numbers that can both be right are none",
    arguments: [
      "At least 11 people were injured in the collision.",
      "Fourteen people were injured in the collision; six crew were on board.",
      "About 14 people were injured in the collision.",
    ])
  func noDifference(other: String) async throws {
    let found = try await findings(
      account("A", "Fourteen people were injured in the collision."), account("B", other))
    #expect(!found.contains { $0.kind == .difference })
  }

  @Test("numbers of two things are none, whatever the verb")
  func twoThings() async throws {
    let found = try await findings(
      account("A", "The ferry carried 86 passengers."), account("B", "The ferry carried six cars."))
    #expect(!found.contains { $0.kind == .difference })
  }

  @Test("what one expressly denies and another states is a difference of polarity")
  func denial() async throws {
    let found = try await findings(
      account("A", "The company denies that the radar of the ferry had failed."),
      account("B", "The radar of the ferry had failed before it left."))
    #expect(found.contains { $0.kind == .difference && $0.type == "polarity" })
  }

  @Test("an account that repeats another depends on it and confirms nothing")
  func dependence() async throws {
    let found = try await findings(
      account("J", "The two ministers met for 25 minutes.", publisher: "Ministry of Trade"),
      account(
        "N", "The ministry of trade said that the two ministers met for 25 minutes.",
        publisher: "The Courier"))
    #expect(found.contains { $0.kind == .dependence && $0.accounts == ["N"] })
    #expect(!found.contains { $0.kind == .agreement })
  }

  @Test("one thing under two descriptions is a finding of wording")
  func wording() async throws {
    let found = try await findings(
      account("A", "They want a free, open and secure ocean."),
      account("B", "They want a clean and open ocean."))
    #expect(found.contains { $0.kind == .wording && $0.summary.contains("clean and open ocean") })
  }

  @Test("every message has its sentence")
  func messages() throws {
    let messages = try Messages()
    for kind in Facet.Kind.allCases {
      let word = messages("facet.\(kind.rawValue)")
      #expect(word.text(in: .english).hasPrefix("the "))
      #expect(!word.text(in: .japanese).contains("facet"))
    }
  }

  @Test("a list is written as each language lists, and a long one is cut")
  func lists() throws {
    let messages = try Messages()
    let short = messages.list(["A", "B", "C"])
    #expect(short.text(in: .english) == "A, B and C")
    #expect(short.text(in: .japanese) == "A、B、C")
    let long = messages.list((1...50).map { "A\($0)" })
    #expect(long.text(in: .english) == "A1, A2, A3, A4, A5, A6, A7, A8 and 42 more")
    #expect(long.text(in: .japanese) == "A1、A2、A3、A4、A5、A6、A7、A8、ほか42件")
  }

  @Test("whoever rejects that something was not so is the one who denies")
  func doubleDenial() async throws {
    let found = try await Comparing.findings(
      Comparing.account("A", "The drain had not been cleaned for three weeks."),
      Comparing.account("B", "We reject the claim that the drain had not been cleaned."))
    let denial = try #require(found.first { $0.type == "polarity" })
    #expect(denial.summary.hasPrefix("B denies what A says: The drain had not been cleaned"))
  }

  @Test(
    "what two do, or one refuses that the other offers, is no agreement of those who tell it",
    arguments: [
      (
        "Japan will provide aid for the port of Tavin.",
        "Germany will provide aid for the port of Tavin."
      ),
      ("Norwegian troops fired first.", "Chilean troops fired first."),
      (
        "Ms Clara Lind turned down an invitation to visit Oslo.",
        "Minister Ada Berg invited Ms Clara Lind to visit Oslo."
      ),
    ])
  func twoActors(first: String, second: String) async throws {
    let found = try await findings(account("A", first), account("B", second))
    #expect(!found.contains { $0.kind == .agreement })
  }

  @Test("British and American spellings are one word")
  func spellings() async throws {
    let found = try await findings(
      account("A", "The leaders signed the Mutual Defence Treaty. They praised the centre."),
      account("B", "The leaders signed the Mutual Defense Treaty. They praised the center."))
    #expect(!found.contains { $0.type == "topics" })
  }

  @Test("a thing that does something is no side whose view another account has as that of all")
  func viewOfThing() async throws {
    let found = try await findings(
      account("A", "The two ministers discussed sanctions against 14 ships of the fleet."),
      account("B", "The next package of sanctions addresses 14 ships of the fleet."))
    #expect(!found.contains { $0.type == "attribution" })
  }
}
