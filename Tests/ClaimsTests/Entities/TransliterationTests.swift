import Testing

@testable import Claims

@Suite("Names in katakana and in Latin letters")
struct TransliterationTests {
  private static let transliteration = Result {
    try Transliteration(romanization: Romanization())
  }

  private func isNear(_ katakana: String, _ latin: String) throws -> Bool {
    let transliteration = try Self.transliteration.get()
    let sounds = try #require(transliteration.sounds(ofKatakana: katakana))
    let distance = transliteration.distance(sounds, Transliteration.letters(ofLatin: latin))
    return (distance ?? 1) <= Transliteration.nearness
  }

  @Test(
    "the family names of people in the news are told by their sound",
    arguments: [
      ("ブリンケン", "Blinken"), ("バイデン", "Biden"), ("トランプ", "Trump"), ("オバマ", "Obama"),
      ("クリントン", "Clinton"), ("ブッシュ", "Bush"), ("レーガン", "Reagan"), ("ケネディ", "Kennedy"),
      ("ルーズベルト", "Roosevelt"), ("プーチン", "Putin"), ("ラブロフ", "Lavrov"), ("エリツィン", "Yeltsin"),
      ("ゼレンスキー", "Zelensky"), ("ゼレンスキー", "Zelenskyy"), ("クレバ", "Kuleba"),
      ("マクロン", "Macron"), ("ルペン", "Le Pen"), ("メルケル", "Merkel"), ("ショルツ", "Scholz"),
      ("シュレーダー", "Schröder"), ("ベアボック", "Baerbock"), ("サッチャー", "Thatcher"),
      ("ジョンソン", "Johnson"), ("スナク", "Sunak"), ("スターマー", "Starmer"), ("トラス", "Truss"),
      ("キャメロン", "Cameron"), ("トルドー", "Trudeau"), ("モディ", "Modi"), ("ジャイシャンカル", "Jaishankar"),
      ("アルバニージー", "Albanese"), ("モリソン", "Morrison"), ("アーダーン", "Ardern"), ("ドラギ", "Draghi"),
      ("メローニ", "Meloni"), ("サンチェス", "Sánchez"), ("エルドアン", "Erdoğan"), ("ネタニヤフ", "Netanyahu"),
      ("ルラ", "Lula"), ("マルコス", "Marcos"), ("ドゥテルテ", "Duterte"), ("グテーレス", "Guterres"),
      ("ストルテンベルグ", "Stoltenberg"), ("ルッテ", "Rutte"), ("ハリス", "Harris"), ("ペロシ", "Pelosi"),
      ("オースティン", "Austin"), ("サリバン", "Sullivan"), ("ポンペオ", "Pompeo"), ("イエレン", "Yellen"),
      ("ヘグセス", "Hegseth"), ("ハマーショルド", "Hammarskjöld"), ("アイゼンハワー", "Eisenhower"),
      ("ストーレ", "Støre"), ("カッラス", "Kallas"), ("ヴァンス", "Vance"), ("バンス", "Vance"),
    ])
  func people(katakana: String, latin: String) throws {
    #expect(try isNear(katakana, latin))
  }

  @Test(
    "the names of cities are told by their sound",
    arguments: [
      ("ロンドン", "London"), ("ベルリン", "Berlin"), ("リバプール", "Liverpool"), ("マンチェスター", "Manchester"),
      ("リーズ", "Leeds"), ("ワシントン", "Washington"), ("ニューヨーク", "New York"), ("シドニー", "Sydney"),
      ("キャンベラ", "Canberra"), ("ハノイ", "Hanoi"), ("バンコク", "Bangkok"), ("マニラ", "Manila"),
      ("ジャカルタ", "Jakarta"), ("デリー", "Delhi"), ("テヘラン", "Tehran"), ("バグダッド", "Baghdad"),
      ("ハルキウ", "Kharkiv"), ("マリウポリ", "Mariupol"), ("コペンハーゲン", "Copenhagen"),
      ("ナイロビ", "Nairobi"), ("ヨハネスブルク", "Johannesburg"),
    ])
  func cities(katakana: String, latin: String) throws {
    #expect(try isNear(katakana, latin))
  }

  @Test(
    "names that are near but not the same are two",
    arguments: [
      ("バーデン", "Biden"), ("バイデン", "Baden"), ("ハリソン", "Harris"), ("ハリス", "Harrison"),
      ("ジョンソン", "Johnston"), ("イラン", "Iraq"), ("イラク", "Iran"), ("ニジェール", "Nigeria"),
      ("ナイジェリア", "Niger"), ("オーストリア", "Australia"), ("オーストラリア", "Austria"),
      ("マーティン", "Merton"), ("モリス", "Morrison"), ("ウィルソン", "Williams"), ("マクロン", "Macon"),
      ("スロバキア", "Slovenia"), ("リトアニア", "Latvia"), ("ガーナ", "Guyana"), ("ザンビア", "Gambia"),
      ("ペンス", "Vance"), ("パリ", "Bali"), ("メイ", "Mayer"), ("クリントン", "Clifton"),
      ("テイラー", "Tyler"), ("マラウイ", "Mali"), ("シリア", "Serbia"), ("スーダン", "Sweden"),
      ("ルワンダ", "Uganda"), ("アンドラ", "Angola"), ("バーレーン", "Berlin"), ("ボストン", "Bolton"),
      ("トルドー", "Trudel"), ("ハント", "Hunter"), ("ロンドン", "Landon"), ("ケリー", "Kerrigan"),
      ("スミス", "Smythson"), ("ロバーツ", "Robertson"), ("カーター", "Cutler"),
    ])
  func others(katakana: String, latin: String) throws {
    #expect(try !isNear(katakana, latin))
  }

  @Test("what is no name in katakana has no sound", arguments: ["", "林", "Blinken", "ー"])
  func noKatakana(text: String) throws {
    #expect(try Self.transliteration.get().sounds(ofKatakana: text) == nil)
  }
}
