import Ingestion
import Testing

@testable import Claims

@Suite("Countries, places and bodies under all their names")
struct KnownNameTests {
  @Test(
    "a country is one entity in both languages",
    arguments: [
      ("中国を訪問した。", "中国", "They visited China.", "China"),
      ("米国を訪問した。", "米国", "They visited the United States.", "United States"),
      ("アメリカを訪問した。", "アメリカ", "The U.S. visit began.", "U.S."),
      ("韓国を訪問した。", "韓国", "They thanked the Republic of Korea (ROK).", "Republic of Korea"),
      ("韓国を訪問した。", "韓国", "South Korean ships left.", "South Korean"),
      ("北朝鮮が発射した。", "北朝鮮", "The DPRK fired a rocket.", "DPRK"),
      ("英国を訪問した。", "英国", "They visited Britain.", "Britain"),
      ("豪州を訪問した。", "豪州", "Australian ships left.", "Australian"),
      ("ロシアを訪問した。", "ロシア", "They visited Russia.", "Russia"),
      ("ウクライナを訪問した。", "ウクライナ", "Ukrainian ships left.", "Ukrainian"),
      ("オランダを訪問した。", "オランダ", "They visited the Netherlands.", "Netherlands"),
      ("コートジボワールを訪問した。", "コートジボワール", "They visited Ivory Coast.", "Ivory Coast"),
      ("ニジェールを訪問した。", "ニジェール", "They visited Niger.", "Niger"),
      ("オーストリアを訪問した。", "オーストリア", "They visited Austria.", "Austria"),
      ("英政府は発表した。", "英", "They visited the UK.", "UK"),
      ("仏大統領が述べた。", "仏", "French ships left.", "French"),
    ])
  func countries(japanese: String, written: String, english: String, spelled: String) throws {
    let naming = try Naming(japanese, english)
    let one = try #require(try naming.entity(written))
    #expect(one.kind == .region)
    #expect(try naming.entity(spelled, in: 1)?.id == one.id)
  }

  @Test(
    "countries whose names are alike are two",
    arguments: [
      ("ナイジェリアを訪問した。", "They visited Niger."), ("ニジェールを訪問した。", "They visited Nigeria."),
      ("オーストリアを訪問した。", "They visited Australia."), ("イランを訪問した。", "They visited Iraq."),
      ("北朝鮮を訪問した。", "They visited South Korea."),
      ("コンゴ民主共和国を訪問した。", "They visited the Republic of the Congo."),
      ("ドミニカ共和国を訪問した。", "They visited Dominica."), ("ギニアを訪問した。", "They visited Papua New Guinea."),
    ])
  func otherCountries(japanese: String, english: String) throws {
    let naming = try Naming(japanese, english)
    #expect(Set(naming.names(in: 0)).isDisjoint(with: naming.names(in: 1)))
  }

  @Test(
    "kanji stand for countries in compounds",
    arguments: [
      ("日米韓の連携を確認した。", ["Japan", "United States", "South Korea"]),
      ("日中首脳会談が行われた。", ["Japan", "China"]), ("米中関係を協議した。", ["United States", "China"]),
      ("英外相が訪問した。", ["United Kingdom"]),
      ("日・米・韓の連携を確認した。", ["Japan", "United States", "South Korea"]),
    ])
  func compounds(sentence: String, expected: [String]) throws {
    #expect(try Naming(sentence).names() == expected)
  }

  @Test(
    "the same kanji in other words stand for nothing",
    arguments: [
      "中央で印象を語った。", "米を食べた。", "１１日に話した。", "日中は晴れた。", "英語を学んだ。", "独自に進めた。", "土日に休んだ。",
      "会議中に話した。",
    ])
  func otherWords(sentence: String) throws {
    #expect(try Naming(sentence).names() == [])
  }

  @Test(
    "a country's name inside of another name is not the country",
    arguments: [
      ("They drove through New Jersey.", "Jersey"), ("Michael Jordan opened the shop.", "Jordan"),
      ("They met in the Indo-Pacific.", "India"), ("インド太平洋で協力する。", "India"), ("日本海で漁をした。", "Japan"),
      ("Chad Smith opened the shop.", "Chad"),
    ])
  func insideNames(sentence: String, country: String) throws {
    #expect(try !Naming(sentence).names().contains(country))
  }

  @Test("Georgia may be the state as well as the country, and is taken for neither")
  func ambiguousName() throws {
    let naming = try Naming("They visited Georgia.")
    #expect(try naming.entity("Georgia")?.kind != .region)
  }

  @Test(
    "an organisation is one entity under its name, its letters and its Japanese name",
    arguments: [
      ("The Association of Southeast Asian Nations met.", "東南アジア諸国連合が会合を開いた。"),
      ("ASEAN met.", "ＡＳＥＡＮが会合を開いた。"), ("The UN met.", "国連が会合を開いた。"),
      ("The European Union met.", "ＥＵが会合を開いた。"), ("The Group of Seven met.", "Ｇ７が会合を開いた。"),
      ("NATO met.", "北大西洋条約機構が会合を開いた。"), ("The World Health Organization met.", "世界保健機関が会合を開いた。"),
      ("The IAEA met.", "国際原子力機関が会合を開いた。"), ("The Quad met.", "日米豪印の会合が開かれた。"),
      ("The Quad met.", "クアッドの会合が開かれた。"), ("A \"2+2\" meeting was held.", "「２＋２」が開催された。"),
      ("They will hold two-plus-two talks.", "日米安全保障協議委員会が開催された。"),
      ("APEC met.", "アジア太平洋経済協力が会合を開いた。"),
    ])
  func organisations(english: String, japanese: String) throws {
    let naming = try Naming(english, japanese)
    let one = Set(naming.directory.mentions(in: "A0").map(\.entity))
    let other = Set(naming.directory.mentions(in: "A1").map(\.entity))
    let common = one.intersection(other).compactMap(naming.directory.entity)
    #expect(common.map(\.kind) == [.organisation])
  }

  @Test("letters that an account introduces in brackets name the same in the others")
  func brackets() throws {
    let naming = try Naming(
      "The Northern Rivers Council (NRC) met.", "The NRC published a report.", "ＮＲＣは報告書を公表した。")
    let council = try #require(try naming.entity("Northern Rivers Council"))
    #expect(try naming.entity("NRC", in: 1)?.id == council.id)
  }

  @Test("letters that two accounts give two meanings name neither")
  func twoMeanings() throws {
    let naming = try Naming(
      "The Northern Rivers Council (NRC) met.", "The National Rail Company (NRC) met.")
    #expect(
      try naming.entity("Northern Rivers Council")?.id
        != naming.entity("National Rail Company", in: 1)?.id)
  }

  @Test(
    "a ministry is its country's, wherever the country stands",
    arguments: [
      "Japan’s foreign ministry said so.", "The Japanese Foreign Ministry said so.",
      "The Ministry of Foreign Affairs of Japan said so.", "日本の外務省が発表した。", "日本外務省が発表した。",
    ])
  func ministries(sentence: String) throws {
    #expect(try Naming(sentence).names().contains("Ministry of Foreign Affairs of Japan"))
  }

  @Test("the ministries of two countries are two")
  func twoMinistries() throws {
    let naming = try Naming("韓国外務省が発表した。", "Japan's foreign ministry said so.")
    #expect(try naming.entity("韓国外務省")?.name == "Ministry of Foreign Affairs of South Korea")
    #expect(
      try naming.entity("韓国外務省")?.id != naming.entity("foreign ministry", in: 1)?.id)
  }

  @Test("a ministry without its country is that of the account's own publisher")
  func ownMinistry() throws {
    let naming = try Naming(accounts: [
      Naming.account("外務省は発表した。", id: "A0", publisher: "外務省", url: "https://www.mofa.go.jp/x"),
      Naming.account("Korea's talks went on, the South Korean foreign ministry said.", id: "A1"),
    ])
    #expect(try naming.entity("外務省")?.name == "Ministry of Foreign Affairs of Japan")
    #expect(naming.directory.publisher(of: "A0")?.name == "Ministry of Foreign Affairs of Japan")
  }

  @Test("a ministry whose country nothing tells is nobody's")
  func unknownMinistry() throws {
    let naming = try Naming(
      "The Japanese foreign ministry and the South Korean foreign ministry met.",
      "The foreign ministry said so.")
    #expect(naming.names(in: 1) == [])
  }

  @Test(
    "a place is one entity by its reading or its sound",
    arguments: [
      ("They met in Hiroshima.", "広島で会談した。"), ("They met in Nagasaki.", "長崎市で会談した。"),
      ("They met in Liverpool.", "リバプールで会談した。"), ("They met in Kyiv.", "キーウで会談した。"),
      ("They met in Rome.", "ローマで会談した。"), ("They met in Tokyo.", "東京で会談した。"),
    ])
  func places(english: String, japanese: String) throws {
    let naming = try Naming(english, japanese)
    let one = naming.directory.mentions(in: "A0").map(\.entity)
    #expect(one == naming.directory.mentions(in: "A1").map(\.entity))
    #expect(one.count == 1)
  }

  @Test("event.yaml's name is shown for what the tables know")
  func listedCountry() throws {
    let naming = try Naming(
      "The ROK took part.", "韓国が参加した。",
      names: [NamedEntity(name: "Republic of Korea", aliases: ["ROK"])])
    #expect(naming.names(in: 0) == ["Republic of Korea"])
    #expect(naming.names(in: 1) == ["Republic of Korea"])
  }

  @Test("all tables of names can be read, and no name stands for two things")
  func tables() throws {
    let table = try NameTable()
    for name in ["Japan", "米国", "ASEAN", "国連", "Kyiv", "Foreign Ministry"] {
      #expect(table.knownName(of: name) != nil, "\(name)")
    }
  }

  @Test("the ministry of what is no country is not that of the only country that is named")
  func otherMinistry() throws {
    let naming = try Naming(
      accounts: [
        Naming.account("The Foreign Ministry welcomed the truce.", id: "A0", publisher: "外務省"),
        Naming.account(
          "Officials of the Bavarian foreign ministry spoke to Japan's foreign ministry.", id: "A1"),
      ])
    let japanese = try #require(try naming.entity("Japan's foreign ministry", in: 1))
    #expect(try naming.entity("foreign ministry", in: 1)?.id != japanese.id)
  }

  @Test("an amount in a currency is no body")
  func amount() throws {
    let naming = try Naming(
      "The proceeds will be used to repay debt and for a special dividend of SEK 12 per share.",
      "The company paid it on Monday.")
    #expect(try naming.entity("SEK 12") == nil)
  }

  @Test("a name that the pipeline knows in one sentence is the same where it begins another")
  func nameAgain() throws {
    let naming = try Naming(
      "The appointment app Medloop left the keys in a drawer. Medloop says it will not pay.")
    let first = try #require(try naming.entity("Medloop"))
    let again = naming.directory.mentions(in: "A0").filter { $0.entity == first.id }
    #expect(again.count == 2)
  }
}
