import Foundation
import Source

/// What a source does with a claim, with the sentences that show it.
public struct CheckAnswer: Sendable {
  /// What the source does with the claim.
  public let verdict: Verdict
  /// The probability that the source states the claim.
  public let support: Double
  /// The probability that it contradicts the claim.
  public let contradiction: Double
  /// The sentences that say most about the claim, the best first.
  public let evidence: [Evidence]
  /// The parts of the claim that the source does not cover, in Unicode scalars of the claim.
  public let unsupported: [Range<Int>]
  /// Why, in the languages of reports.
  public let reasons: [Message]

  /// Why, in plain words.
  public var because: [String] { reasons.map { $0.text(in: .english) } }

  /// A sentence of the source.
  public struct Evidence: Sendable, Hashable {
    /// Its index in the source.
    public let sentence: Int
    /// Its words.
    public let text: String
    /// How much it says about the claim, from 0 to 1.
    public let score: Double
  }
}

extension CheckAnswer {
  /// The answer as a line of JSON, its line feed included.
  ///
  /// - Parameter id: the identifier, as JSON.
  public func line(id: String) -> String {
    var bytes: [UInt8] = []
    let object = JSONAnswer(
      verdict: verdict.rawValue, support: Self.rounded(support),
      contradiction: Self.rounded(contradiction),
      evidence: evidence.map {
        .init(sentence: $0.sentence, text: $0.text, score: Self.rounded($0.score))
      },
      unsupported: unsupported.map { [$0.lowerBound, $0.upperBound] }, because: because)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    bytes += (try? encoder.encode(object)) ?? Data("{}".utf8)
    let body = String(decoding: bytes.dropFirst(), as: UTF8.self)
    return "{\"id\":\(id),\(body)\n"
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

  private struct JSONAnswer: Encodable {
    let verdict: String
    let support: Double
    let contradiction: Double
    let evidence: [Item]
    let unsupported: [[Int]]
    let because: [String]

    struct Item: Encodable {
      let sentence: Int
      let text: String
      let score: Double
    }
  }
}
