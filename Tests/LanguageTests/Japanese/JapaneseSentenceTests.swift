import Source
import Testing

@testable import Language

@Suite("Japanese sentences end at their marks and lines")
struct JapaneseSentenceTests {
  private func sentences(_ text: String) -> [String] {
    let source = SourceText(text)
    return JapaneseSentences(text: source, range: source.range).ranges().map { source[$0] }
  }

  @Test(
    "a mark inside of brackets ends nothing",
    arguments: [
      "市長は「橋は無事だ。道は駄目だ。」と述べた。", "市長（元教員。二児の父。）は述べた。", "題は『行くのか？』だ。",
    ])
  func brackets(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test("。, ！ and ？ end sentences")
  func marks() {
    #expect(sentences("雨だ。帰ろう！いつ？今。") == ["雨だ。", "帰ろう！", "いつ？", "今。"])
  }

  @Test("a bracket that nothing closes swallows nothing")
  func openBracket() {
    #expect(sentences("「雨だ。帰ろう。") == ["「雨だ。", "帰ろう。"])
    #expect(sentences("「雨だ。「帰ろう。」と彼は言った。") == ["「雨だ。", "「帰ろう。」と彼は言った。"])
  }

  @Test("lines that were not broken to fit a width are sentences of their own")
  func lines() {
    #expect(sentences("参加者\n・市長\n・知事") == ["参加者", "・市長", "・知事"])
  }

  @Test("lines that were broken to fit a width are one sentence")
  func wrappedLines() {
    let text = "両大臣は、地域の平和と安定のために今後とも緊密\nに協力していくことで一致した。"
    #expect(sentences(text) == [text])
  }

  @Test(
    "numbers and marks before a sentence are its label",
    arguments: [
      ("1 両国は", "1 "), ("（１）両国は", "（１）"), ("１（２）両国は", "１（２）"), ("ア　両国は", "ア　"), ("①両国は", "①"),
      ("・両国は", "・"), ("（3）イ 両国は", "（3）イ "), ("2021年に", ""), ("アメリカは", ""), ("10日、", ""),
      ("（注）", ""),
    ])
  func labels(text: String, expected: String) {
    let source = SourceText(text)
    #expect(source[JapaneseSentences.label(in: source, range: source.range)] == expected)
  }
}
