import Testing

@testable import Claims

@Suite("Japanese names in Latin letters")
struct RomanizationTests {
  private static let romanization = Result { try Romanization() }

  private func key(_ name: String) throws -> String? {
    let romanization = try Self.romanization.get()
    return romanization.key(ofLatin: name) ?? romanization.key(ofKana: name)
  }

  @Test(
    "kana are written as Hepburn has them",
    arguments: [
      ("ハヤシ", "hayashi"), ("チバ", "chiba"), ("ツジ", "tsuji"), ("フクダ", "fukuda"), ("ジュン", "jun"),
      ("リョウ", "ryou"), ("ハットリ", "hattori"), ("シンイチ", "shinichi"), ("よしこ", "yoshiko"),
      ("キャノン", "kyanon"), ("ミヅキ", "mizuki"), ("ヲサム", "osamu"),
    ])
  func hepburn(kana: String, latin: String) throws {
    #expect(try Self.romanization.get().latin(ofKana: kana) == latin)
  }

  @Test(
    "a family name is the same in every system and with every way to write long vowels",
    arguments: [
      ["サトウ", "Sato", "Satou", "Satoh", "Satō", "Satô", "SATO"], ["カトウ", "Kato", "Katou", "Katō"],
      ["オオノ", "Ono", "Ohno", "Oono", "Ōno"], ["イトウ", "Ito", "Itoh", "Itō"],
      ["スズキ", "Suzuki"], ["タカハシ", "Takahashi", "Takahasi"], ["タナカ", "Tanaka"],
      ["ワタナベ", "Watanabe"], ["ヤマモト", "Yamamoto"], ["ナカムラ", "Nakamura"], ["コバヤシ", "Kobayashi"],
      ["サイトウ", "Saito", "Saitou", "Saitō"], ["マツモト", "Matsumoto", "Matumoto"],
      ["イノウエ", "Inoue", "Inouye".replacing("y", with: "")], ["シミズ", "Shimizu", "Simizu"],
      ["ハセガワ", "Hasegawa"], ["フジワラ", "Fujiwara", "Huziwara", "Hujiwara"],
      ["チバ", "Chiba", "Tiba"], ["ホンマ", "Honma", "Homma"], ["ナンバ", "Namba", "Nanba"],
      ["ジンボ", "Jimbo", "Jinbo", "Zinbo"], ["シュドウ", "Shudo", "Syudo", "Shudō"],
      ["ハットリ", "Hattori"], ["ホッタ", "Hotta"], ["ハッチョウ", "Hatcho", "Hacchō", "Hatchou"],
      ["オオツカ", "Otsuka", "Ohtsuka", "Ōtsuka", "Otuka"], ["ユウキ", "Yuki", "Yuuki", "Yūki"],
    ])
  func familyNames(spellings: [String]) throws {
    let keys = try spellings.map(key)
    #expect(Set(keys).count == 1, "\(keys)")
    #expect(keys.first != .some(nil))
  }

  @Test(
    "a given name is the same with and without marks between its syllables",
    arguments: [
      ["ジュンイチロウ", "Junichiro", "Jun'ichirō", "Jun-ichiro", "Junichirou"],
      ["シンイチ", "Shin'ichi", "Shinichi", "Sin'iti"], ["ケンイチ", "Ken’ichi", "Kenichi"],
      ["ヨウコ", "Yoko", "Yōko", "Youko", "Yohko"], ["シンゾウ", "Shinzo", "Shinzō", "Sinzo"],
      ["ショウヘイ", "Shohei", "Shōhei", "Syohei"], ["イッペイ", "Ippei"], ["リョウタ", "Ryota", "Ryōta"],
      ["ジュンコ", "Junko", "Zyunko", "Jyunko"],
    ])
  func givenNames(spellings: [String]) throws {
    #expect(Set(try spellings.map(key)).count == 1)
  }

  @Test(
    "names that are not the same keep their difference",
    arguments: [
      ("サトウ", "Saito"), ("サイトウ", "Sato"), ("オノ", "Onno"), ("カトウ", "Kito"), ("タナカ", "Tanaga"),
      ("ハヤシ", "Hayasi a"), ("アベ", "Abbe"), ("ケイコ", "Kiko"), ("ユミ", "Yumie"), ("イイダ", "Ida"),
      ("ゴトウ", "Kotou"), ("マツイ", "Matsu"), ("コンドウ", "Kodo"),
    ])
  func differences(kana: String, latin: String) throws {
    let romanization = try Self.romanization.get()
    let key = romanization.key(ofKana: kana)
    #expect(key != nil)
    #expect(key != romanization.key(ofLatin: latin))
  }

  @Test(
    "words that no Japanese name can be have no key",
    arguments: ["Blair", "Schmidt", "Nguyen", "Zhang", "Lula", "Victor", "", "R2"])
  func foreignWords(word: String) throws {
    #expect(try Self.romanization.get().key(ofLatin: word) == nil)
  }

  @Test("kanji and letters are no kana", arguments: ["林", "abc", "ハ1"])
  func noKana(text: String) throws {
    #expect(try Self.romanization.get().latin(ofKana: text) == nil)
  }

  @Test("every kana of the table is written and read back as itself")
  func roundTrip() throws {
    let romanization = try Self.romanization.get()
    for kana in ["カ", "シ", "ツ", "フ", "ジ", "キャ", "シュ", "チョ", "リュ", "ビョ", "ン"] {
      let latin = try #require(romanization.latin(ofKana: kana))
      #expect(romanization.key(ofLatin: latin) == romanization.key(ofKana: kana), "\(kana)")
    }
  }
}
