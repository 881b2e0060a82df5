import CrossreadKit
import Source
import Testing

@testable import Findings

@Suite("The findings to read first")
struct HighlightTests {
  private func finding(
    _ number: Int, _ kind: Finding.Kind, _ type: String, of account: String, salience: Double,
    points: [String]? = nil, evidence: [Evidence] = []
  ) -> Finding {
    Finding(
      kind: kind, type: type, accounts: [account], points: points ?? ["P-\(number)"],
      summary: Message("\(kind) \(number)"), evidence: evidence,
      salience: Salience([.sort: salience]))
  }

  @Test("of points four at most, two of them of one account; of agreements and silences two")
  func variety() {
    let points = (0..<6).map {
      finding($0, .omission, "point", of: $0 < 3 ? "A" : "B\($0)", salience: 0.9)
    }
    let silences = (20..<24).map { finding($0, .omission, "silence", of: "S\($0)", salience: 0.8) }
    let agreements = (30..<34).map { finding($0, .agreement, "point", of: "S\($0)", salience: 0.7) }
    let highlights = (points + silences + agreements).highlights
    #expect(
      highlights.map(\.accounts) == [
        ["A"], ["A"], ["B3"], ["B4"], ["S20"], ["S21"], ["S30"], ["S31"],
      ])
  }

  @Test("ten at most")
  func most() {
    let found = (0..<20).map { finding($0, .difference, "t\($0)", of: "A", salience: 0.9) }
    #expect(found.highlights.map(\.summary) == found.prefix(10).map(\.summary))
  }

  @Test(
    "five at least where there are as many, however little they weigh and however alike they are")
  func fewest() {
    let found = (0..<8).map { finding($0, .omission, "point", of: "A", salience: 0.3) }
    #expect(found.highlights.count == 5)
    #expect(found.prefix(3).map { $0 }.highlights.count == 3)
  }

  @Test("that several accounts leave out the same is told of the first of them")
  func sameSilence() {
    let silences = ["A", "B", "C"].map {
      finding(0, .omission, "silence", of: $0, salience: 0.9, points: [$0 == "C" ? "P-2" : "P-1"])
    }
    let rest = (3..<8).map { finding($0, .wording, "t\($0)", of: "B", salience: 0.7) }
    #expect(
      (silences + rest).highlights.filter { $0.type == "silence" }.map(\.accounts) == [
        ["A"], ["C"],
      ])
  }

  @Test(
    "words that a difference has set against others are not told again as what one account alone says"
  )
  func contradicted() {
    let text = SourceText("The radar had failed. The radar had not failed. The crew was calm.")
    let words = [0..<20, 22..<46, 48..<65].map {
      Evidence(account: "A", paragraph: 0, quotations: [Quotation(of: text, at: $0)])
    }
    let difference = finding(
      0, .difference, "polarity", of: "A", salience: 0.9, evidence: [words[0], words[1]])
    let again = finding(1, .omission, "point", of: "A", salience: 0.8, evidence: [words[1]])
    let other = finding(2, .omission, "point", of: "A", salience: 0.8, evidence: [words[2]])
    let rest = (3..<8).map { finding($0, .wording, "t\($0)", of: "B", salience: 0.7) }
    let points = ([difference, again, other] + rest).highlights.filter { $0.type == "point" }
    #expect(points.map(\.id) == [other.id])
  }

  @Test("what an account adds to a point that it tells alone stands here with the point only")
  func covered() {
    let point = finding(0, .omission, "point", of: "A", salience: 0.9, points: ["P-1"])
    let detail = finding(1, .omission, "detail", of: "A", salience: 0.8, points: ["P-1", "P-2"])
    let other = finding(2, .omission, "detail", of: "A", salience: 0.8, points: ["P-3", "P-4"])
    let rest = (3..<8).map { finding($0, .difference, "t\($0)", of: "B", salience: 0.7) }
    let details = ([point, detail, other] + rest).highlights.filter { $0.type == "detail" }
    #expect(details.map(\.points) == [["P-3", "P-4"]])
  }
}
