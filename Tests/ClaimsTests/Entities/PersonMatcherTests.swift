import Testing

@testable import Claims

@Suite("Two names of one person")
struct PersonMatcherTests {
  private static let matcher = Result { try PersonMatcher(titles: TitleTable()) }

  private func latin(_ text: String) -> PersonName {
    PersonName(script: .latin, words: text.split(separator: " ").map { NameWord(String($0)) })
  }

  private func katakana(_ text: String) -> PersonName {
    PersonName(script: .katakana, words: text.split(separator: "・").map { NameWord(String($0)) })
  }

  /// Kanji words with their readings: "林:ハヤシ 芳正:ヨシマサ".
  private func kanji(_ text: String) -> PersonName {
    let words = text.split(separator: " ").map { word -> NameWord in
      let parts = word.split(separator: ":").map(String.init)
      return NameWord(parts[0], reading: parts.count > 1 ? parts[1] : nil)
    }
    return PersonName(script: .kanji, words: words)
  }

  private func isSame(_ one: PersonName, _ other: PersonName) throws -> Bool {
    let matcher = try Self.matcher.get()
    let (one, other) = (matcher.matchable(one), matcher.matchable(other))
    #expect(matcher.distance(one, other) == matcher.distance(other, one))
    return matcher.distance(one, other) != nil
  }

  @Test(
    "in Latin letters, with initials, nicknames, suffixes and either name first",
    arguments: [
      ("Antony Blinken", "Antony J. Blinken"), ("Joseph R. Biden", "Joe Biden"),
      ("Joseph R. Biden Jr.", "Joseph Biden"), ("Hayashi Yoshimasa", "Yoshimasa Hayashi"),
      ("HAYASHI Yoshimasa", "Yoshimasa Hayashi"), ("Blinken", "Antony Blinken"),
      ("Ursula von der Leyen", "von der Leyen"), ("Volodymyr Zelenskyy", "Volodymyr Zelenskyy"),
      ("Taro Kono", "Kōno Tarō"), ("Satō Eisaku", "Eisaku Satoh"),
      ("Recep Tayyip Erdoğan", "Erdogan"),
      ("Emmanuel Jean-Michel Macron", "Emmanuel Macron"),
    ])
  func latinNames(one: String, other: String) throws {
    #expect(try isSame(latin(one), latin(other)))
  }

  @Test(
    "two people with a name in common are two",
    arguments: [
      ("Kenji Sato", "Yuki Sato"), ("Joe Biden", "Jill Biden"), ("Kim Jong Un", "Kim Yo Jong"),
      ("Kenji Sato", "Kenji Saito"), ("Sato", "Saito"), ("George Bush", "Barbara Bush"),
      ("John Kerry", "John Kelly"), ("Mary More", "Mary Moore"), ("Biden", "Baden"),
    ])
  func twoPeople(one: String, other: String) throws {
    #expect(try !isSame(latin(one), latin(other)))
  }

  @Test(
    "kanji are read as names in Latin letters, either name first",
    arguments: [
      ("林:ハヤシ 芳正:ヨシマサ", "Hayashi Yoshimasa"), ("林:ハヤシ 芳正:ヨシマサ", "Yoshimasa Hayashi"),
      ("林:ハヤシ 芳正:ヨシマサ", "Hayashi"), ("林:ハヤシ", "Hayashi"), ("林:ハヤシ", "Yoshimasa Hayashi"),
      ("岸田:キシダ 文雄:フミオ", "Fumio Kishida"), ("加藤:カトウ 勝信:カツノブ", "Katsunobu Katō"),
      ("上川:カミカワ 陽子:ヨウコ", "Yoko Kamikawa"), ("河野:コウノ 洋平:ヨウヘイ", "Yohei Kono"),
      ("大平:オオヒラ 正芳:マサヨシ", "Masayoshi Ohira"), ("斎藤:サイトウ 健:ケン", "Ken Saito"),
      ("本間:ホンマ 優:ユウ", "Yu Homma"),
    ])
  func readings(written: String, spelled: String) throws {
    #expect(try isSame(kanji(written), latin(spelled)))
  }

  @Test(
    "a given name that the dictionary takes apart is read kanji by kanji, a family name in all its ways",
    arguments: [
      ("小泉:コイズミ 進:ススム 次郎:ジロウ", "Shinjiro Koizumi"), ("安倍:アベ 晋:ススム 三:サン", "Shinzo Abe"),
      ("茂木:モギ 敏:サトシ 充:タカシ", "Toshimitsu Motegi"), ("菅:カン 義偉:ヨシヒデ", "Yoshihide Suga"),
    ])
  func composedReadings(written: String, spelled: String) throws {
    #expect(try isSame(kanji(written), latin(spelled)))
  }

  @Test(
    "a Chinese name is read in Mandarin as well",
    arguments: [
      ("習近 平:ヒラ", "Xi Jinping"), ("王:オウ 毅:アツシ", "Wang Yi"), ("王:オウ", "Wang Yi"),
      ("李:リ 克:カツ 強:キョウ", "Li Keqiang"),
    ])
  func mandarin(written: String, spelled: String) throws {
    #expect(try isSame(kanji(written), latin(spelled)))
  }

  @Test(
    "other readings are other people",
    arguments: [
      ("佐藤:サトウ", "Saito"), ("斎藤:サイトウ", "Sato"), ("林:ハヤシ 芳正:ヨシマサ", "Hayashi Yoshiko"),
      ("林:ハヤシ 芳正:ヨシマサ", "Yoshimasa Kobayashi"), ("中村:ナカムラ 健:ケン", "Ken Tamura"),
      ("岸田:キシダ 文雄:フミオ", "Fumio Ishida"), ("小野:オノ 春人", "Haruko Ono"),
      ("大林:オオバヤシ", "Hayashi"), ("謎:ナゾ 々", "Taro Nazo"), ("鈴木", "Suzuki"),
    ])
  func otherReadings(written: String, spelled: String) throws {
    #expect(try !isSame(kanji(written), latin(spelled)))
  }

  @Test(
    "katakana are told by their sound, each name by itself",
    arguments: [
      ("アントニー・ブリンケン", "Antony Blinken"), ("ブリンケン", "Antony J. Blinken"), ("ジョー・バイデン", "Joe Biden"),
      ("ウォロディミル・ゼレンスキー", "Volodymyr Zelenskyy"), ("ジャスティン・トルドー", "Justin Trudeau"),
      ("フォンデアライエン", "Ursula von der Leyen"), ("フォン・デア・ライエン", "von der Leyen"),
      ("エマニュエル・マクロン", "Emmanuel Macron"), ("ナレンドラ・モディ", "Narendra Modi"),
    ])
  func sounds(written: String, spelled: String) throws {
    #expect(try isSame(katakana(written), latin(spelled)))
  }

  @Test(
    "another given name is another person's, however like the family name sounds",
    arguments: [
      ("ジル・バイデン", "Joe Biden"), ("ボリス・ジョンソン", "Lyndon Johnson"), ("ヒラリー・クリントン", "Bill Clinton"),
      ("マイケル・ブラウン", "Gordon Brown"), ("バイデン", "Antony Blinken"), ("ブリンケン", "Joe Biden"),
    ])
  func otherSounds(written: String, spelled: String) throws {
    #expect(try !isSame(katakana(written), latin(spelled)))
  }

  @Test("a family name in kanji is short for the full name, another that holds it is not")
  func shortKanji() throws {
    #expect(try isSame(kanji("習"), kanji("習近 平")))
    #expect(try isSame(kanji("林:ハヤシ"), kanji("林:ハヤシ 芳正:ヨシマサ")))
    #expect(try !isSame(kanji("佐藤:サトウ"), kanji("斎藤:サイトウ 健:ケン")))
    #expect(try !isSame(kanji("林:ハヤシ 健:ケン"), kanji("林:ハヤシ 芳正:ヨシマサ")))
  }
}
