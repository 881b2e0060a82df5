import Claims
import Ingestion
import Language
import Testing

@testable import Alignment

@Suite("What some accounts of a point tell in more detail")
struct DetailPointTests {
  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  private func points(_ texts: String...) throws -> [Point] {
    try points(of: zip(["A", "B", "C"], texts).map { Reading.account($0, $1) })
  }

  private func points(of accounts: [Account]) throws -> [Point] {
    let analyzed = try Reading.analyzed(accounts)
    return try PointAligner(encoder: Self.encoder.get())
      .points(of: Reading.claims(of: analyzed), in: analyzed)
  }

  @Test("what one account adds to a point is a point of its own, on which the other is silent")
  func addition() throws {
    let point = try #require(
      try points(
        "The two mayors met for about forty minutes on Friday.", "The two mayors met on Friday."
      ).first)
    #expect(point.statingAccounts == ["A", "B"])
    let detail = try #require(
      point.details.first { $0.summary.contains("forty minutes") })
    #expect(detail.whole == point.id)
    #expect(detail.stances["A"]?.verdict == .stated)
    #expect(detail.stances["B"]?.verdict == .absent)
  }

  @Test("of many accounts, no details are told")
  func many() throws {
    let accounts = (0..<33).map {
      Reading.account(
        "A\($0)",
        $0 == 0
          ? "The two mayors met for about forty minutes on Friday."
          : "The two mayors met on Friday.")
    }
    #expect(try points(of: accounts).flatMap(\.details).isEmpty)
    #expect(try !points(of: Array(accounts.dropLast())).flatMap(\.details).isEmpty)
  }

  @Test("what both accounts of a point tell, in whichever words, is no detail of one of them")
  func sharedDetail() throws {
    let point = try #require(
      try points(
        "The ferry struck the pier in dense fog.", "In thick fog the ferry hit the pier."
      ).first)
    #expect(point.statingAccounts == ["A", "B"])
    #expect(!point.details.contains { $0.summary.contains("fog") })
  }

  @Test("a detail that two of three accounts tell is told by both, and left out by the third")
  func twoOfThree() throws {
    let point = try #require(
      try points(
        "The ministers met in Geneva on Monday to discuss fishing quotas.",
        "To discuss fishing quotas, the ministers met on Monday in Geneva.",
        "The ministers met in Geneva on Monday."
      ).first)
    let detail = try #require(point.details.first { $0.summary.contains("quotas") })
    #expect(detail.statingAccounts == ["A", "B"])
    #expect(detail.stances["C"]?.verdict == .absent)
  }

  @Test("a point of one account alone has no details: all of it is left out by the others")
  func alone() throws {
    let found = try points(
      "The bakery sells bread made of rye on Sundays.", "A storm closed the airport.")
    #expect(found.allSatisfy { $0.details.isEmpty })
  }

  @Test("a narrow claim stands with the part of a broad one that says the same")
  func contained() throws {
    let found = try points(
      "The delegates agreed on a timetable, with a first round in Oslo in May and a second round on fishing rights in Bergen in June.",
      "A second round on fishing rights will be held in Bergen in June. Snow fell all day.")
    let point = try #require(
      found.first { $0.claims.contains { $0.account == "B" && $0.text.contains("Bergen") } })
    #expect(point.statingAccounts == ["A", "B"])
  }

  @Test(
    "a narrow claim does not stand with the part of a broad one that gives another measure",
    arguments: [("nine", true), ("14", false)])
  func containedMeasure(count: String, isOne: Bool) throws {
    let found = try points(
      "The shipping line can confirm that a leak was found in the pump house of the tanker Hedda shortly after noon, about nine nautical miles off Bergen.",
      "A leak was found on the tanker Hedda. It lay some \(count) nautical miles off Bergen.")
    let point = try #require(
      found.first { $0.claims.contains { $0.account == "B" && $0.text.contains("Bergen") } })
    #expect((point.statingAccounts == ["A", "B"]) == isOne)
  }

  @Test("a detail that an account tells elsewhere, in another sentence, is not left out by it")
  func toldElsewhere() throws {
    let points = try points(
      "The ministers met in Geneva on Monday to discuss fishing quotas in the northern sea.",
      "The ministers met in Geneva on Monday. Fishing quotas in the northern sea were discussed there."
    )
    let details = points.flatMap(\.details).filter { $0.summary.contains("quotas") }
    #expect(!details.contains { $0.verdict(of: "B") == .absent })
  }

  @Test("who gives another value than a detail contradicts it, and does not leave it out")
  func otherValue() throws {
    let point = try #require(
      try points(
        "The two mayors met for forty minutes in Bonn on Friday.",
        "The two mayors met for thirty minutes in Bonn on Friday.",
        "The two mayors met in Bonn on Friday."
      ).first)
    let detail = try #require(point.details.first { $0.summary.contains("forty minutes") })
    #expect(detail.verdict(of: "B") == .contradicted)
    #expect(detail.verdict(of: "C") == .absent)
  }
}
