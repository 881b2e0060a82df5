import Language
import SeededRandomness
import Testing

@testable import Claims

@Suite("Any Japanese text gives claims at its own places")
struct JapaneseRobustnessTests {
  private static let alphabet = Array(
    "あいうのをにがはもでやとてした、。！？・「」『』（）()【】1２3４年月日人大臣会談協議述べ発表Aｂ%％+-①ー　\n👩‍🚀é".unicodeScalars)

  private func randomText(_ count: Int, seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    var view = String.UnicodeScalarView()
    for _ in 0..<count {
      view.append(Self.alphabet[Int.random(in: Self.alphabet.indices, using: &generator)])
    }
    return String(view)
  }

  @Test("random mixtures of kana, brackets and numbers", arguments: 1...30 as ClosedRange<UInt64>)
  func random(seed: UInt64) throws {
    let account = Reading.account(randomText(200, seed: seed), language: .japanese)
    for claim in try Reading.claims(of: account) {
      #expect(!claim.ranges.isEmpty && claim.ranges.allSatisfy { !$0.isEmpty })
      #expect(claim.span.upperBound <= account.text.count)
      for (range, next) in zip(claim.ranges, claim.ranges.dropFirst()) {
        #expect(range.upperBound <= next.lowerBound)
      }
      for term in claim.terms { #expect(account.text[term.range] == term.text) }
    }
  }

  @Test(
    "a sentence without end takes time in proportion to its length",
    arguments: [
      "大臣は協力を確認し、", "北の海や、", "犬が見た猫が", "「彼は（", "１", "大臣は会談し、雨と",
    ])
  func endless(part: String) throws {
    let clock = ContinuousClock()
    let time = { (count: Int) in
      try clock.measure {
        let text = String(repeating: part, count: count / part.unicodeScalars.count)
        _ = try Reading.claims(text, language: .japanese)
      }
    }
    _ = try time(1000)
    // Four times the text: in proportion it would be four, in square sixteen.
    let (short, long) = (try time(2000), try time(8000))
    #expect(long < short * 10 + .milliseconds(200))
  }
}
