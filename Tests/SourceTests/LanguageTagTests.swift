import Source
import Testing

@Suite("Languages told by their scripts")
struct LanguageTagTests {
  @Test(
    "English that gives a name in its own script is English",
    arguments: [
      "The studio (Japanese: 株式会社シロツノ, Hepburn: Shirotsuno) is in Tokyo.",
      "The Chinese name (熊猫, xióngmāo) means bear-cat.",
      "My Quiet Harbour (しずかなみなと) is a film.", "The word 港 means harbour.",
    ])
  func englishWithForeignName(text: String) {
    #expect(LanguageTag(scriptOf: text) == .english)
  }

  @Test(
    "Japanese with foreign names, or without hiragana, is Japanese",
    arguments: [
      "Windows Server 2019とExchange Serverを使用した。", "首脳会談開催", "ニュースサイト", "Google Cloud障害発生",
    ])
  func japanese(text: String) {
    #expect(LanguageTag(scriptOf: text) == .japanese)
  }

  @Test("a text without letters is English")
  func noLetters() {
    #expect(LanguageTag(scriptOf: "12:30") == .english)
  }
}
