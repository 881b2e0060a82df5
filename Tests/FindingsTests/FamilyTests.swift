import CrossreadKit
import Testing

@testable import Findings

@Suite("Accounts that are one voice, and texts of several voices")
struct FamilyTests {
  private static let english = """
    The two ministers met in Leeds on Friday for 40 minutes. They agreed to build a new railway. \
    They confirmed the plan for a joint school.
    """
  private static let japanese = "両大臣は金曜日、リーズで40分間会談しました。両大臣は、新しい鉄道を建設することで一致しました。"

  @Test(
    "a text and its translation are one voice, and the text in the publisher's own language is the original"
  )
  func translation() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "E", Self.english, publisher: "Ministry of Foreign Affairs of Japan", kind: .release),
      Comparing.account(
        "J", Self.japanese, publisher: "Ministry of Foreign Affairs of Japan", kind: .release,
        language: .japanese))
    let family = try #require(found.first { $0.kind == .dependence })
    #expect(family.type == "translation")
    #expect(
      family.summary
        == "E is a translation of J, the text of Ministry of Foreign Affairs of Japan: one voice, not two."
    )
    #expect(!found.contains { $0.kind == .agreement && $0.type == "point" })
  }

  @Test("two voices in two languages that say the same agree, and neither translates the other")
  func independent() async throws {
    let found = try await Comparing.findings(
      Comparing.account("E", Self.english, publisher: "Ministry of Transport", kind: .release),
      Comparing.account(
        "J", Self.japanese, publisher: "Leeds City Council", kind: .release, language: .japanese))
    #expect(!found.contains { $0.kind == .dependence })
    #expect(found.contains { $0.kind == .agreement && $0.accounts == ["E", "J"] })
  }

  @Test("a post and a release of one publisher are one voice, but no versions of one text")
  func postAndRelease() async throws {
    let found = try await Comparing.findings(
      Comparing.account("A", Self.english, publisher: "Ministry of Transport", kind: .release),
      Comparing.account(
        "P", "The two ministers met in Leeds on Friday.", publisher: "Ministry of Transport",
        kind: .post))
    #expect(found.contains { $0.kind == .dependence && $0.type == "publisher" })
    #expect(!found.contains { $0.type == "version" })
  }

  @Test("a statement that two sides issue together is told apart from what one side says alone")
  func joint() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "J", Self.english, publisher: "Governments of Arland and Borland", kind: .release,
        title: "Joint Statement on the Railway"),
      Comparing.account(
        "A", "The two ministers agreed to build a new railway. Arland will pay for it.",
        publisher: "Government of Arland", kind: .release))
    let joint = try #require(found.first { $0.type == "joint" })
    #expect(joint.accounts == ["A", "J"])
    #expect(
      joint.summary
        == "J speaks for all sides, A for one: what A alone says is the view of that side.")
  }
}
