import Foundation
import Language
import Source
import Testing
import Yams

@testable import Alignment

@Suite("Contradictions and what looks like one (pairs.yaml)")
struct ContradictionTests {
  private struct Pairs: Decodable {
    let lookalikes: [String: [[String]]]
    let contradictions: [String: [[String]]]
    /// Look-alikes that are not asked of check.
    let comparedAlone: [String: [[String]]]
  }

  private static let pairs = Result {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("pairs.yaml")
    return try YAMLDecoder().decode(Pairs.self, from: Data(contentsOf: file))
  }

  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  private func language(of text: String) -> LanguageTag {
    text.unicodeScalars.contains { $0.value >= 0x3040 } ? .japanese : .english
  }

  /// The pairs of two accounts of one sentence that some point says contradict each other.
  private func contradicted(_ pairs: [String: [[String]]]) throws -> (called: [String], count: Int)
  {
    let aligner = try PointAligner(encoder: Self.encoder.get())
    let all = pairs.sorted { $0.key < $1.key }.flatMap(\.value)
    let called = try all.filter { pair in
      let analyzed = try Reading.analyzed(
        zip(["A", "B"], pair).map { Reading.account($0, $1, language: language(of: $1)) })
      let points = try aligner.points(of: Reading.claims(of: analyzed), in: analyzed)
      return points.flatMap(\.disagreements).contains(where: \.isContradiction)
    }
    return (called.map { $0.joined(separator: " | ") }, all.count)
  }

  /// Each sentence against the other one.
  private func checked(_ pairs: [String: [[String]]]) throws -> (called: [String], count: Int) {
    let checker = try ClaimChecker(store: ModelStore(), encoder: Self.encoder.get())
    let all = pairs.sorted { $0.key < $1.key }.flatMap(\.value).flatMap { [$0, $0.reversed()] }
    let answers = try checker.answers(
      to: all.map { CheckRequest(claim: $0[0], sentences: [$0[1]]) })
    let called = zip(all, answers).filter { $1.verdict == .contradicted }
    return (called.map { $0.0.joined(separator: " | ") }, all.count)
  }

  @Test("of the look-alikes, under 1 % are called contradictions where accounts are compared")
  func lookalikesCompared() throws {
    let pairs = try Self.pairs.get()
    let (called, count) = try contradicted(
      pairs.lookalikes.merging(pairs.comparedAlone) { one, _ in one })
    #expect(count >= 190)
    #expect(Double(called.count) < 0.01 * Double(count), "\(called)")
  }

  @Test("nearly all contradictions are found where accounts are compared")
  func contradictionsCompared() throws {
    let (called, count) = try contradicted(Self.pairs.get().contradictions)
    #expect(count >= 90)
    #expect(Double(called.count) >= 0.88 * Double(count))
  }

  @Test("a denial in another language is found where each word has its like in the other")
  func denialsAcrossLanguages() throws {
    let pairs = try Self.pairs.get().contradictions.filter {
      $0.key == "denials across languages"
    }
    let (called, count) = try contradicted(pairs)
    #expect(count > 2)
    #expect(called.count == count)
  }

  @Test("of the look-alikes, under 1 % are called contradictions where a claim is checked")
  func lookalikesChecked() throws {
    let (called, count) = try checked(Self.pairs.get().lookalikes)
    #expect(Double(called.count) < 0.01 * Double(count), "\(called)")
  }

  @Test("most contradictions are found where a claim is checked")
  func contradictionsChecked() throws {
    let (called, count) = try checked(Self.pairs.get().contradictions)
    #expect(Double(called.count) >= 0.82 * Double(count))
  }
}
