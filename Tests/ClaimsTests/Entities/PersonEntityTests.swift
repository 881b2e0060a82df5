import Ingestion
import Testing

@testable import Claims

@Suite("One person, one entity")
struct PersonEntityTests {
  private static let english = """
    Foreign Minister Kamiya Tomoko met Secretary of State Daniel Marlowe in Oslo. Mr. Marlowe thanked \
    Minister Kamiya. The talks with Kamiya lasted an hour.
    """
  private static let capitals = """
    Ms. KAMIYA Tomoko, Minister for Foreign Affairs, received Secretary Marlowe. Tomoko Kamiya spoke first.
    """
  private static let japanese = """
    神谷智子外務大臣は、ダニエル・マーロウ米国務長官と会談した。神谷大臣は謝意を述べた。マーロウ長官はこれに応じた。神谷氏は帰国する。
    """

  private static let naming = Result { try Naming(english, capitals, japanese) }

  @Test(
    "a minister is one person under every title, order and script",
    arguments: [
      ("Kamiya Tomoko", 0), ("Minister Kamiya", 0),
      ("Kamiya lasted".replacing(" lasted", with: ""), 0),
      ("KAMIYA Tomoko", 1), ("Tomoko Kamiya", 1), ("神谷智子外務大臣", 2), ("神谷大臣", 2), ("神谷氏", 2),
    ])
  func minister(words: String, account: Int) throws {
    let naming = try Self.naming.get()
    let expected = try #require(try naming.entity("Kamiya Tomoko"))
    #expect(try naming.entity(words, in: account)?.id == expected.id)
    #expect(expected.kind == .person)
  }

  @Test(
    "a foreign name in katakana is the same person as in Latin letters",
    arguments: [
      ("Daniel Marlowe", 0), ("Marlowe", 0), ("Marlowe", 1), ("ダニエル・マーロウ米国務長官", 2), ("マーロウ長官", 2),
    ])
  func secretary(words: String, account: Int) throws {
    let naming = try Self.naming.get()
    #expect(try naming.entity(words, in: account)?.name == "Daniel Marlowe")
  }

  @Test("an entity has its fullest name in each language")
  func names() throws {
    let entity = try #require(try Self.naming.get().entity("神谷大臣", in: 2))
    #expect(entity.names[.japanese] == "神谷智子")
    #expect(["Kamiya Tomoko", "Tomoko Kamiya"].contains(entity.names[.english]))
  }

  @Test("a family name that two full names have is neither")
  func ambiguous() throws {
    let naming = try Naming(
      "Mr. Kenji Sato met Ms. Yuki Sato in Oslo.", "Mr. Sato spoke for an hour.", "佐藤氏は一時間話した。")
    let own = try #require(try naming.entity("Sato", in: 1))
    #expect(try naming.entity("Kenji Sato")?.id != own.id)
    #expect(try naming.entity("Yuki Sato")?.id != own.id)
    #expect(try naming.entity("佐藤氏", in: 2)?.id != naming.entity("Kenji Sato")?.id)
  }

  @Test("of two people of one family name, the office tells which is meant")
  func office() throws {
    let naming = try Naming(
      "Prime Minister Kenji Sato met Ambassador Yuki Sato in Oslo.",
      "Ambassador Sato spoke for an hour.", "佐藤首相は一時間話した。")
    #expect(try naming.entity("Sato", in: 1)?.name == "Yuki Sato")
    #expect(try naming.entity("佐藤首相", in: 2)?.name == "Kenji Sato")
  }

  @Test("a family name is that of the full name in its own account first")
  func ownAccount() throws {
    let naming = try Naming(
      "Mr. Kenji Sato opened the fair. Mr. Sato spoke for an hour.",
      "Ms. Yuki Sato closed the fair. Ms. Sato spoke for an hour.")
    #expect(try naming.entity("Mr. Sato", in: 0)?.name == "Kenji Sato")
    #expect(try naming.entity("Ms. Sato", in: 1)?.name == "Yuki Sato")
  }

  @Test(
    "names that are alike but not the same stay two people",
    arguments: [
      ("Minister Saito spoke.", "佐藤大臣は話した。"), ("Minister Sato spoke.", "斎藤大臣は話した。"),
      ("Minister Baden spoke.", "バイデン大臣は話した。"), ("Minister Biden spoke.", "バーデン大臣は話した。"),
      ("Minister Harrison spoke.", "ハリス大臣は話した。"), ("Minister Ono spoke.", "大林大臣は話した。"),
    ])
  func alike(english: String, japanese: String) throws {
    let naming = try Naming(english, japanese)
    let people = naming.directory.entities.filter { $0.kind == .person }
    #expect(people.count == 2, "\(people.map(\.names))")
  }

  @Test(
    "names that are the same in another spelling are one person",
    arguments: [
      ("Minister Satou spoke.", "佐藤大臣は話した。"), ("Minister Katō spoke.", "加藤大臣は話した。"),
      ("Minister Homma spoke.", "本間大臣は話した。"), ("President Biden spoke.", "バイデン大統領は話した。"),
      ("President Macron spoke.", "マクロン大統領は話した。"), ("Chancellor Scholz spoke.", "ショルツ首相は話した。"),
    ])
  func sameName(english: String, japanese: String) throws {
    let people = try Naming(english, japanese).directory.entities.filter { $0.kind == .person }
    #expect(people.map { $0.names.count } == [2], "\(people.map(\.names))")
  }

  @Test("the order of the accounts changes nothing")
  func order() throws {
    let texts = [Self.english, Self.capitals, Self.japanese].enumerated()
      .map { Naming.account($1, id: "A\($0)") }
    #expect(
      try Naming(accounts: texts).outline == Naming(accounts: texts, reversed: true).outline)
  }

  @Test("what event.yaml says is one is one, and no other person is")
  func listed() throws {
    let names = [
      NamedEntity(name: "Tomoko Kamiya", aliases: ["The Minister from Kyoto", "神谷外相"]),
      NamedEntity(name: "Aiko Kamiya", aliases: ["神谷局長"]),
    ]
    let naming = try Naming(
      "Tomoko Kamiya opened the fair. Aiko Kamiya closed it.", "神谷外相が開会し、神谷局長が閉会した。", names: names)
    #expect(try naming.entity("神谷外相", in: 1)?.name == "Tomoko Kamiya")
    #expect(try naming.entity("神谷局長", in: 1)?.name == "Aiko Kamiya")
    #expect(try naming.entity("Aiko Kamiya")?.name == "Aiko Kamiya")
  }

  @Test("an alias inside of another person's name is not that alias")
  func aliasInside() throws {
    let naming = try Naming(
      "Mr. Kenji Sato opened the fair. Ms. Yuki Sato closed it.",
      names: [NamedEntity(name: "Yuki Sato", aliases: ["Sato"])])
    #expect(try naming.entity("Kenji Sato")?.name == "Kenji Sato")
    #expect(try naming.entity("Yuki Sato")?.name == "Yuki Sato")
  }

  @Test("a country between a name and its title is no part of the name")
  func countryBeforeTitle() throws {
    let naming = try Naming(
      "Foreign Minister Daniel Marlowe of Norway spoke.", "ダニエル・マーロウ・ノルウェー外務大臣は会談した。")
    let minister = try #require(try naming.entity("Daniel Marlowe"))
    #expect(try naming.entity("ダニエル・マーロウ・ノルウェー外務大臣", in: 1)?.id == minister.id)
    #expect(minister.names[.japanese] == "ダニエル・マーロウ")
  }

  @Test("two countries before a title are no person")
  func talksOfCountries() throws {
    let naming = try Naming("フランス・ノルウェー外相会談が行われた。")
    #expect(try naming.entity("フランス・ノルウェー外相")?.kind != .person)
  }
}
