import CrossreadKit
import Testing

@testable import Findings

@Suite("Findings of the events in the fixtures")
struct FixtureTests {
  @Test("accounts that agree have no difference")
  func agreeing() async throws {
    let found = try await Comparing.comparison(ofFixture: "agreeing-2023").findings
    #expect(found.filter { $0.kind == .difference }.map(\.summary) == [])
    #expect(found.contains { $0.kind == .agreement })
  }

  @Test("of the collision, the time, the injured and the radar are told differently, nothing else")
  func harbour() async throws {
    let found = try await Comparing.comparison(ofFixture: "harbour-crossing-2024").findings
      .filter { $0.kind == .difference }
    #expect(Set(found.map(\.type)) == ["polarity", "time", "value"])
    let texts = found.flatMap(\.evidence).map(\.text).joined(separator: "\n")
    for words in ["07:40", "07:55", "Fourteen", "Eleven"] { #expect(texts.contains(words)) }
    // The operator stands alone against the others, however many of them tell the same.
    #expect(found.allSatisfy { $0.accounts.contains("operator-statement") })
  }

  @Test("of the meeting, no value, time or denial is told differently")
  func liverpool() async throws {
    let found = try await Comparing.comparison(ofFixture: "liverpool-2021").findings
    let types = Set(found.filter { $0.kind == .difference }.map(\.type))
    #expect(types.isDisjoint(with: ["value", "time", "polarity", "duration", "date", "place"]))
  }

  @Test(
    "of the earthquake, the magnitudes differ, the counts of deaths are of two times, and the hour agrees"
  )
  func noto() async throws {
    let comparison = try await Comparing.comparison(ofFixture: "noto-2024")
    let found = comparison.findings.filter { $0.kind == .difference }
    #expect(found.map(\.type) == ["value", "update"])
    let magnitudes = try #require(found.first)
    #expect(magnitudes.accounts == ["A", "U"])
    #expect(magnitudes.summary.contains("マグニチュード 7.6 against moment magnitude 7.5"))
    let counts = try #require(found.last)
    #expect(counts.accounts == ["D", "E"])
    #expect(
      counts.summary.hasPrefix(
        "E’s count is the older: 5 as of 1 January, 23:00; D has 48 as of 2 January, 15:30"))
    let deaths = try #require(comparison.points.first { counts.points.contains($0.id) })
    #expect(!deaths.stances.values.contains { $0.verdict == .contradicted })
    let zones = try #require(comparison.findings.first { $0.type == "zones" })
    #expect(zones.kind == .agreement)
    #expect(zones.accounts == ["A", "D", "E", "U"])
  }

  @Test(
    "of the purchase, the news report draws on all sides, seller's post and release are one voice, nobody contradicts"
  )
  func nipponSteel() async throws {
    let found = try await Comparing.comparison(ofFixture: "nippon-steel-2023").findings
    let types = Set(found.filter { $0.kind == .difference }.map(\.type))
    #expect(types.isDisjoint(with: ["value", "time", "polarity", "opposite", "place"]))
    let report = try #require(found.first { $0.type == "attribution" && $0.kind == .dependence })
    #expect(report.accounts == ["N"])
    #expect(report.sources == ["B", "S", "W"])
    #expect(found.contains { $0.type == "publisher" && $0.accounts == ["P", "S"] })
    #expect(
      found.contains { finding in
        finding.kind == .agreement && Set(finding.accounts).isSuperset(of: ["B", "S"])
          && finding.evidence.contains { $0.text.contains("55ドル") }
          && finding.evidence.contains { $0.text.contains("$55") }
      })
    #expect(found.highlights.contains { $0.accounts == ["W"] && $0.kind == .omission })
  }

  @Test(
    "of the purchase, what only the union says stays its own where the news report repeats a part of it"
  )
  func repeatedInPart() async throws {
    let found = try await Comparing.comparison(ofFixture: "nippon-steel-2023").findings
    let finding = try #require(
      found.first { $0.type == "point" && $0.summary.contains("consulted the union") })
    #expect(finding.accounts == ["W"])
    #expect(finding.summary.hasSuffix("N repeats it."))
    #expect(finding.evidence.contains { $0.account == "N" })
  }

  @Test(
    "of the purchase, the first screen tells the price, what the buyer adds and what the union objects"
  )
  func firstScreenOfPurchase() async throws {
    let first = try await Comparing.comparison(ofFixture: "nippon-steel-2023").highlights
    let told = { (account: String, words: String) in
      first.contains {
        $0.evidence.contains { $0.account == account && $0.text.contains(words) }
      }
    }
    #expect(told("S", "$55.00 per share"))
    #expect(told("B", "1億トン"))
    #expect(told("W", "consulted the union"))
    #expect(first.first?.type != "topics")
  }

  @Test(
    "every quotation is the text at its range, in the paragraph named",
    arguments: Comparing.fixtures)
  func evidence(event: String) async throws {
    let comparison = try await Comparing.comparison(ofFixture: event)
    for evidence in comparison.findings.flatMap(\.evidence) {
      let account = try #require(
        comparison.event.accounts.first { $0.id == evidence.account })
      let paragraph = account.paragraphs[evidence.paragraph].range
      for quotation in evidence.quotations {
        #expect(account.text[quotation.range] == quotation.exact)
        #expect(quotation.range.clamped(to: paragraph) == quotation.range)
      }
    }
  }

  @Test(
    "every finding has a name of its own, evidence, and points that exist",
    arguments: Comparing.fixtures)
  func form(event: String) async throws {
    let comparison = try await Comparing.comparison(ofFixture: event)
    let points = Set(comparison.points.flatMap { [$0] + $0.details }.map(\.id))
    let findings = comparison.findings
    #expect(Set(findings.map(\.id)).count == findings.count)
    for finding in findings {
      #expect(!finding.evidence.isEmpty, "\(finding.summary)")
      #expect(points.isSuperset(of: finding.points), "\(finding.summary)")
      #expect((0...1).contains(finding.salience))
    }
  }

  @Test(
    "findings stand in the order of their weight, and so do the highlights, the first of them first",
    arguments: Comparing.fixtures)
  func order(event: String) async throws {
    let comparison = try await Comparing.comparison(ofFixture: event)
    let saliences = comparison.findings.map(\.salience)
    #expect(saliences == saliences.sorted(by: >))
    let highlights = comparison.highlights.map(\.id)
    #expect(highlights.count <= 10)
    #expect(comparison.findings.map(\.id).filter(highlights.contains) == highlights)
    #expect(comparison.findings.first?.id == highlights.first)
  }

  @Test(
    "every sentence is filled in: no name of the table of messages is left",
    arguments: Comparing.fixtures)
  func sentences(event: String) async throws {
    for finding in try await Comparing.comparison(ofFixture: event).findings {
      #expect(finding.summary.firstMatch(of: #/\{[a-z]+\}/#) == nil, "\(finding.summary)")
    }
  }
}
