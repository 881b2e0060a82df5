import SeededRandomness
import Testing

@testable import Source

@Suite("Ranges of a source text")
struct TextRangeTests {
  private let alphabet = Array("aé日🚀 \n\u{301}\u{200D}\u{3000}𠮷.".unicodeScalars)

  private func randomText(using generator: inout SeededGenerator) -> SourceText {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      view.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
    }
    return SourceText(String(view))
  }

  private func randomRange(in text: SourceText, using generator: inout SeededGenerator) -> Range<
    Int
  > {
    let lower = Int.random(in: 0...text.count, using: &generator)
    return lower..<Int.random(in: lower...text.count, using: &generator)
  }

  @Test("the slices before and after any offset make the text again")
  func slices() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let text = randomText(using: &generator)
      let offset = Int.random(in: 0...text.count, using: &generator)
      #expect(text[0..<offset] + text[offset..<text.count] == text.string)
    }
  }

  @Test("a range that goes over the end gives what there is", arguments: [0..<9, 2..<9, 5..<9])
  func clamping(range: Range<Int>) {
    #expect(SourceText("abc")[range] == String("abc".dropFirst(range.lowerBound)))
  }

  @Test("trimming takes the white space of any script off both ends, and nothing else")
  func trimming() {
    let text = SourceText("\u{3000} a b\u{A0}\n")
    #expect(text.trimmed(text.range) == 2..<5)
  }

  @Test("white space alone is trimmed to nothing")
  func emptyTrimming() {
    #expect(SourceText(" \n\t ").trimmed(1..<3).isEmpty)
  }

  @Test("a trimmed range lies in the range, has the same words and no white space at its ends")
  func trimmingProperty() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      let text = randomText(using: &generator)
      let range = randomRange(in: text, using: &generator)
      let trimmed = text.trimmed(range)
      #expect(range.clamped(to: trimmed) == trimmed)
      #expect(text.scalars[trimmed].first?.properties.isWhitespace != true)
      #expect(text.scalars[trimmed].last?.properties.isWhitespace != true)
      let lost = text.scalars[range.lowerBound..<trimmed.lowerBound]
      #expect(lost.allSatisfy { $0.properties.isWhitespace })
    }
  }

  @Test("prefix, words and suffix of a quotation stand in the text one after the other")
  func quotations() {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<300 {
      let text = randomText(using: &generator)
      let quotation = Quotation(
        of: text, at: randomRange(in: text, using: &generator), context: 5)
      #expect(text[quotation.range] == quotation.exact)
      let before = quotation.prefix.unicodeScalars.count
      let after = quotation.suffix.unicodeScalars.count
      let around = (quotation.range.lowerBound - before)..<(quotation.range.upperBound + after)
      #expect(text[around] == quotation.prefix + quotation.exact + quotation.suffix)
      #expect(before <= 5 && after <= 5)
    }
  }

  @Test("a quotation over the end of the text quotes what there is")
  func quotationOverEnd() {
    let quotation = Quotation(of: SourceText("ab"), at: 1..<9)
    #expect(quotation.exact == "b")
    #expect(quotation.range == 1..<2)
  }

  @Test("a tag without a language is undetermined", arguments: ["", "-", "_"])
  func emptyTags(tag: String) {
    #expect(LanguageTag(rawValue: tag) == .undetermined)
  }

  @Test("short names have the length asked for, of letters that are not mistaken for one another")
  func shortNames() {
    for number in 0..<200 {
      let name = ContentIdentifier.short(["\(number)"], length: 6)
      #expect(name.count == 6)
      #expect(!name.contains { "ilou".contains($0) || $0.isUppercase })
    }
  }

  @Test("short names of some thousand things differ")
  func shortNamesDiffer() {
    #expect(Set((0..<5000).map { ContentIdentifier.short(["claim", "\($0)"]) }).count == 5000)
  }

  @Test("the checksum of nothing is that of the standard")
  func emptyChecksum() {
    #expect(
      ContentIdentifier.sha256([])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
