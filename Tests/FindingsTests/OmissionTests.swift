import CrossreadKit
import Testing

@testable import Findings

@Suite("What one account alone tells, and what one leaves out")
struct OmissionTests {
  private static let long = Comparing.account(
    "A", "The president met the chancellor in Bonn for 25 minutes.")
  private static let short = Comparing.account("B", "The president met the chancellor in Bonn.")

  @Test("the words of the account that has the duration are the evidence")
  func evidence() async throws {
    let found = try await Comparing.findings(Self.long, Self.short)
    let duration = try #require(found.first { $0.kind == .omission && $0.type == "duration" })
    #expect(duration.accounts == ["A"])
    #expect(duration.evidence.map(\.text).contains { $0.contains("25 minutes") })
  }

  @Test("a duration that both give, in other words, is no omission")
  func bothGiveIt() async throws {
    let found = try await Comparing.findings(
      Self.long,
      Comparing.account("B", "The president met the chancellor in Bonn for about 25 minutes."))
    #expect(!found.contains { $0.kind == .omission && $0.type == "duration" })
  }

  @Test("a duration that a third account only repeats is still one account's")
  func repeated() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A", "The two ministers met for 25 minutes.", publisher: "Ministry of Trade"),
      Comparing.account("B", "The two ministers met in Bonn."),
      Comparing.account(
        "N", "The ministry of trade said that the two ministers met for 25 minutes."))
    let duration = try #require(found.first { $0.kind == .omission && $0.type == "duration" })
    #expect(duration.accounts == ["A"])
    #expect(duration.summary.contains("N repeats it"))
  }

  @Test("an account that is silent on what two others tell leaves it out")
  func silence() async throws {
    let toll = "Fourteen people were injured in the collision."
    let found = try await Comparing.findings(
      Comparing.account("A", "The ferry hit the pier. " + toll),
      Comparing.account("B", "The ferry hit the pier. " + toll),
      Comparing.account("C", "The ferry hit the pier."))
    let silences = found.filter { $0.type == "silence" && $0.summary.contains("injured") }
    #expect(silences.map(\.accounts) == [["C"]])
  }

  @Test("the silence of a post matters less than that of a statement")
  func silenceOfPost() async throws {
    let toll = "Fourteen people were injured in the collision."
    let others = ["A", "B"].map { Comparing.account($0, "The ferry hit the pier. " + toll) }
    let silence = { (kind: AccountKind) in
      try await Comparing.findings(
        others[0], others[1], Comparing.account("C", "The ferry hit the pier.", kind: kind)
      ).first { $0.type == "silence" && $0.accounts == ["C"] }?.salience
    }
    let post = try #require(try await silence(.post))
    let release = try #require(try await silence(.release))
    #expect(post < release)
  }

  @Test(
    "what one account adds to what others tell is told as an addition, of less weight than a point of its own"
  )
  func detail() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A",
        "The president met the chancellor in Bonn on Friday after a visit to the shipyard. The harbour was closed."
      ),
      Comparing.account("B", "The president met the chancellor in Bonn on Friday."))
    let detail = try #require(found.first { $0.type == "detail" })
    #expect(detail.accounts == ["A"])
    #expect(detail.summary.hasPrefix("Only A adds “") && detail.summary.contains("shipyard"))
    #expect(detail.points.count == 2)
    let point = try #require(found.first { $0.type == "point" && $0.summary.contains("harbour") })
    #expect(detail.salience < point.salience)
  }

  @Test("what a text says of itself is told by none and left out by none")
  func document() async throws {
    let text = "The mayor met the council in Bonn on Friday. They discussed the harbour."
    let found = try await Comparing.findings(
      Comparing.account("A", text + " The outline of the talks is given below.", kind: .release),
      Comparing.account("B", text + " The bridge was closed.", kind: .release))
    #expect(found.contains { $0.kind == .omission && $0.summary.contains("bridge") })
    #expect(!found.contains { $0.kind == .omission && $0.summary.contains("outline") })
  }

  @Test("where something lies is no topic")
  func direction() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A", "Two helicopters were sent to the scene, 11 miles north-east of Bonn."),
      Comparing.account("B", "Two helicopters were sent to the scene near Bonn."))
    #expect(!found.contains { $0.type == "topics" && $0.summary.contains("north-east") })
  }

  @Test("one account by itself leaves nothing out")
  func oneAccount() async throws {
    #expect(try await Comparing.findings(Self.long).isEmpty)
  }

  @Test("two accounts of the same words leave nothing out and do not differ")
  func sameWords() async throws {
    let text = "The president met the chancellor in Bonn for 25 minutes. They discussed trade."
    let found = try await Comparing.findings(
      Comparing.account("A", text), Comparing.account("B", text))
    #expect(!found.contains { [.omission, .difference, .wording].contains($0.kind) })
  }

  @Test("a sentence of a finding begins with a capital letter and ends with one full stop")
  func sentence() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A", "The ferry hit the pier. The captain said that the harbour was closed until 3:30 p.m."),
      Comparing.account("B", "The ferry hit the pier."))
    let point = try #require(found.first { $0.summary.contains("closed") })
    #expect(point.summary.hasPrefix("Only A says: The harbour was closed until 3:30 p.m."))
    #expect(!point.summary.contains(".."))
  }
}
