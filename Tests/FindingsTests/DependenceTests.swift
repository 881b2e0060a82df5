import CrossreadKit
import Source
import Testing

@testable import Findings

@Suite("Which accounts rest on which")
struct DependenceTests {
  private static let ministry = Comparing.account(
    "M", "The two ministers met for 25 minutes. They discussed the new railway.",
    publisher: "Ministry of Trade", day: 14)

  @Test("an account that attributes all it tells adds nothing of its own")
  func attributesAll() async throws {
    let found = try await Comparing.findings(
      Self.ministry,
      Comparing.account(
        "N",
        "The ministry of trade said that the two ministers met for 25 minutes. "
          + "According to the ministry of trade, they discussed the new railway."))
    let dependence = try #require(found.first { $0.kind == .dependence })
    #expect(dependence.accounts == ["N"])
    #expect(dependence.summary == "N draws on M and adds nothing of its own.")
    #expect(!found.contains { $0.kind == .agreement })
  }

  @Test("two accounts that each speak for themselves agree and do not depend on one another")
  func independent() async throws {
    let found = try await Comparing.findings(
      Self.ministry, Comparing.account("N", "The ministers spoke with each other for 25 minutes."))
    #expect(!found.contains { $0.kind == .dependence })
    #expect(found.contains { $0.kind == .agreement && $0.accounts == ["M", "N"] })
  }

  @Test("long passages word for word make the later account depend on the earlier")
  func copied() async throws {
    let passage =
      "The barge drifted along the southern quay for most of the night before two tugs could bring "
      + "it back to its berth beside the old grain store."
    let found = try await Comparing.findings(
      Comparing.account("A", passage, day: 13), Comparing.account("B", passage, day: 15))
    let copies = found.filter { $0.kind == .dependence }
    #expect(copies.map(\.accounts) == [["B"]])
    #expect(copies.first?.summary.contains("draws on") != true)
  }

  private static let barge =
    "The barge drifted along the southern quay for most of the night before two tugs could bring "
    + "it back to its berth beside the old grain store."

  @Test("which account is the earlier is told by the instant, not by the letters of the date")
  func earlierByInstant() async throws {
    var tokyo = Comparing.account("A", Self.barge)
    tokyo.published = Timestamp(iso8601: "2024-05-15T01:00:00+09:00")
    var london = Comparing.account("B", Self.barge)
    london.published = Timestamp(iso8601: "2024-05-14T18:00:00+00:00")
    let copies = try await Comparing.findings(tokyo, london).filter { $0.type == "copy" }
    #expect(copies.map(\.accounts) == [["B"]])
    #expect(copies.map(\.sources) == [["A"]])
  }

  @Test("of one day, which account copied the other is not told")
  func undated() async throws {
    let copies = try await Comparing.findings(
      Comparing.account("A", Self.barge), Comparing.account("B", Self.barge)
    ).filter { $0.type == "copy" }
    #expect(copies.map(\.accounts) == [["A", "B"]])
    #expect(copies.first?.sources == [])
    #expect(copies.first?.summary.contains("do not tell which was first") == true)
  }

  @Test("two reports that quote one statement at length copy the statement and not each other")
  func commonSource() async throws {
    let copies = try await Comparing.findings(
      Comparing.account("A", Self.barge, day: 12),
      Comparing.account("B", "The harbour was busy. " + Self.barge, day: 13),
      Comparing.account("C", Self.barge + " Nobody was hurt.", day: 14)
    ).filter { $0.type == "copy" }
    #expect(Set(copies.map(\.sources)) == [["A"]])
    #expect(Set(copies.map(\.accounts)) == [["B"], ["C"]])
  }

  @Test("Japanese, which has no spaces, is copied by letters")
  func copiedJapanese() async throws {
    let passage = "はしけは夜のあいだ南の岸壁に沿って流され、二隻の引き船がようやく古い穀物倉庫の脇にある係留場所まで連れ戻した。"
    let copies = try await Comparing.findings(
      Comparing.account("A", passage, language: .japanese, day: 13),
      Comparing.account(
        "B", passage + "市長は朝に港を訪れ、修理にどれほどの日数がかかるかをまだ誰も知らないと集まった記者たちに語った。",
        language: .japanese, day: 15)
    ).filter { $0.type == "copy" }
    #expect(copies.map(\.accounts) == [["B"]])
  }

  @Test(
    "the share of what is repeated is of the claims of the account, whatever of them stands in points by parts"
  )
  func share() async throws {
    for event in Comparing.fixtures {
      let comparison = try await Comparing.comparison(ofFixture: event)
      for finding in comparison.findings
      where finding.type == "attribution" && finding.kind == .dependence {
        let count = comparison.claims.count { [$0.account] == finding.accounts }
        #expect(finding.summary.contains("of its \(count) claims"), "\(event)")
      }
    }
  }
}
