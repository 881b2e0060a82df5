import Source
import Testing

@testable import Claims

@Suite("The hedges of a claim")
struct HedgeTests {
  private func hedges(_ text: String, language: LanguageTag = .english) throws -> [String] {
    try Reading.claims(text, language: language).flatMap(\.hedges).map(\.text)
  }

  @Test(
    "what makes a number less exact is kept with the claim",
    arguments: [
      ("Roughly 60 sheep drowned.", ["Roughly"]), ("At least 60 sheep drowned.", ["At least"]),
      ("No more than 60 sheep drowned.", ["No more than"]),
      ("The fence cost about $900.", ["about"]), ("Up to 60 sheep drowned.", ["Up to"]),
    ])
  func numbers(sentence: String, expected: [String]) throws {
    #expect(try hedges(sentence) == expected)
  }

  @Test(
    "the same words elsewhere hedge nothing",
    arguments: ["They talked about sheep.", "The sheep ran over the hill.", "Some sheep drowned."])
  func otherUses(sentence: String) throws {
    #expect(try hedges(sentence) == [])
  }

  @Test("what makes a claim less sure is kept too")
  func certainty() throws {
    #expect(try hedges("The gate was apparently open.") == ["apparently"])
  }

  @Test(
    "Japanese hedges stand before and behind the number",
    arguments: [
      ("羊が約60頭死んだ。", ["約"]), ("羊が60頭ほど死んだ。", ["ほど"]), ("少なくとも60頭の羊が死んだ。", ["少なくとも"]),
      ("作業はおおむね終わった。", ["おおむね"]), ("羊が逃げるほど風が強い。", []),
    ])
  func japanese(sentence: String, expected: [String]) throws {
    #expect(try hedges(sentence, language: .japanese) == expected)
  }

  @Test("each hedge has its place in the text")
  func place() throws {
    let text = "Two barns burned. Roughly 60 sheep drowned."
    let hedge = try #require(try Reading.claims(text).flatMap(\.hedges).first)
    #expect(SourceText(text)[hedge.range] == "Roughly")
  }
}
