import Language
import Testing

@testable import Alignment

@Suite("What a source does with a claim")
struct ClaimCheckerTests {
  private static let checker = Result {
    let store = ModelStore()
    return try ClaimChecker(
      store: store, encoder: SentenceEncoder(store: store, arithmetic: .float))
  }

  private func answer(_ claim: String, _ sentences: String...) throws -> CheckAnswer {
    let request = CheckRequest(claim: claim, sentences: sentences)
    return try #require(try Self.checker.get().answers(to: [request]).first)
  }

  @Test(
    "a sentence of the same words states it, another matter leaves it out",
    arguments: [
      (
        "The court rejected the appeal.", "On Monday the court rejected the appeal.",
        "Goats eat grass."
      ),
      ("裁判所は訴えを退けた。", "裁判所は月曜日に訴えを退けた。", "山羊は草を食べる。"),
    ])
  func stated(claim: String, same: String, other: String) throws {
    let stated = try answer(claim, other, same)
    #expect(stated.verdict == .stated)
    #expect(stated.evidence.first?.sentence == 1)
    let absent = try answer(claim, other)
    #expect(absent.verdict == .absent)
    #expect(absent.support < stated.support)
  }

  @Test("a denial of the same words contradicts more than it supports")
  func denied() throws {
    let denied = try answer("The pump was working.", "The pump was not working.")
    let affirmed = try answer("The pump was working.", "The pump was working.")
    #expect(denied.contradiction > affirmed.contradiction)
    #expect(denied.support < affirmed.support)
    #expect(denied.because.contains("the sentence denies, the claim does not"))
  }

  /// A text of several sentences about one matter.
  private static let text = [
    "The council of Elmsworth met on Monday evening.", "The mayor opened the meeting at seven.",
    "The council approved the new bridge over the canal.",
    "Residents had asked for a footpath beside it.",
    "The old bridge was closed to lorries last year.", "The builders will start in May.",
  ]

  private func verdict(_ claim: String) throws -> CheckAnswer {
    let request = CheckRequest(claim: claim, sentences: Self.text)
    return try #require(try Self.checker.get().answers(to: [request]).first)
  }

  @Test("a text states what one of its sentences states")
  func textStates() throws {
    #expect(try verdict("The council approved the bridge over the canal.").verdict == .stated)
  }

  @Test("a text does not state the denial of what it states")
  func textDenied() throws {
    #expect(try verdict("The council did not approve the new bridge.").verdict != .stated)
  }

  @Test("a text does not state another thing of those that it names")
  func textOfOthers() throws {
    #expect(try verdict("The mayor of Elmsworth sold the town hall.").verdict != .stated)
  }

  @Test("what no sentence has is marked, in Unicode scalars of the claim")
  func unsupported() throws {
    let claim = "The court rejected the appeal of the bakery."
    let answer = try answer(claim, "The court rejected the appeal.")
    let words = answer.unsupported.map { range in
      String(String.UnicodeScalarView(Array(claim.unicodeScalars)[range]))
    }
    #expect(words == ["of the bakery"])
  }

  @Test(
    "the reasons name the values that agree and those that differ",
    arguments: [
      ("The talk took 25 minutes.", "25 minutes in both"),
      ("The talk took 40 minutes.", "25 minutes against 40 minutes"),
    ])
  func values(sentence: String, reason: String) throws {
    let reasons = try answer("They spoke for 25 minutes.", sentence).because
    #expect(reasons.contains(reason))
  }

  @Test(
    "a kind of what the claim names states it, and is named in the reasons; the wider word does not",
    .enabled(if: WordNet.folder != nil, "WordNet is not installed"))
  func kinds() throws {
    let narrow = try answer("The mayor is a writer.", "The mayor is a screenwriter.")
    let wide = try answer("The mayor is a screenwriter.", "The mayor is a writer.")
    #expect(narrow.because.contains("'screenwriter' for 'writer'"))
    #expect(!wide.because.contains("'writer' for 'screenwriter'"))
    #expect(narrow.support > wide.support)
  }

  @Test("across languages the sentence of the same meaning comes first")
  func across() throws {
    let answer = try answer(
      "The river flooded three villages.", "知事は新しい学校を訪れた。", "川があふれて三つの村が浸水した。", "株価が少し下がった。")
    #expect(answer.evidence.first?.sentence == 1)
  }

  @Test("an answer does not depend on what is asked beside it")
  func neighbours() throws {
    let checker = try Self.checker.get()
    let requests = [
      CheckRequest(claim: "Rain fell on Oslo.", sentences: ["It rained in Oslo.", "Snow melted."]),
      CheckRequest(claim: "橋が閉鎖された。", sentences: ["橋は通行止めになった。"]),
    ]
    let together = try checker.answers(to: requests).map { $0.line(id: "0") }
    let alone = try requests.flatMap { try checker.answers(to: [$0]) }.map { $0.line(id: "0") }
    #expect(together == alone)
  }

  @Test("requests that follow on each other with one claim are one question")
  func questions() {
    let requests = ["Rain fell.", "Rain fell.", "Snow fell.", "Rain fell."].enumerated().map {
      CheckRequest(claim: $1, sentences: ["Source number \($0)."])
    }
    #expect(CheckRequest.questions(requests) == [0..<2, 2..<3, 3..<4])
    #expect(CheckRequest.questions([]).isEmpty)
  }

  @Test(
    "other words of one meaning match better than words of another matter",
    arguments: [
      (
        "The physician left the clinic.", "The doctor walked out of the hospital.",
        "The bicycle leaned against the wall."
      ),
      ("医師は診療所を出た。", "医者は病院から立ち去った。", "自転車が壁に立てかけてあった。"),
      ("The physician left the clinic.", "医者は病院から立ち去った。", "自転車が壁に立てかけてあった。"),
    ])
  func paraphrase(claim: String, same: String, other: String) throws {
    let requests = [same, other].map { CheckRequest(claim: claim, sentences: [$0]) }
    let matches = try Self.checker.get().measured(requests, threads: nil)
      .compactMap { $0.result.features[.tokenMatch] }
    #expect(matches.count == 2)
    #expect(matches[0] > matches[1] + 0.1)
  }

  @Test("a source without sentences leaves everything out")
  func empty() throws {
    let answer = try answer("Rain fell.")
    #expect(answer.verdict == .absent)
    #expect(answer.evidence.isEmpty)
  }
}
