import Ingestion
import Testing

@testable import Claims

@Suite("Whom descriptions stand for")
struct DescriptionTests {
  private let meeting = "Foreign Minister Clara Holt met with Foreign Minister Marek Dolny in Oslo."

  @Test(
    "two who met are the two, both sides, the ministers",
    arguments: [
      "The two ministers", "Both ministers", "The ministers", "Both sides", "The two sides",
      "The two",
      "Both",
    ])
  func two(words: String) throws {
    let referring = try Referring("\(meeting) \(words) discussed trade.")
    #expect(referring.names(words) == ["Clara Holt", "Marek Dolny"])
    let last = try #require(referring.claims.last)
    #expect(last.actors.map(\.name) == ["Clara Holt", "Marek Dolny"])
    #expect(last.actors.allSatisfy { words.hasSuffix($0.text) && !$0.text.isEmpty })
  }

  @Test("a minister and a secretary are two ministers, a president is none")
  func offices() throws {
    let secretary = "Secretary Clara Holt met with Minister Marek Dolny. The two ministers spoke."
    #expect(try Referring(secretary).names("The two ministers") == ["Clara Holt", "Marek Dolny"])
    let president = "President Clara Holt met with Minister Marek Dolny. The two ministers spoke."
    #expect(try Referring(president).names("The two ministers") == nil)
  }

  @Test("the number counts: three are not the two")
  func number() throws {
    let text =
      "Minister Clara Holt, Minister Marek Dolny and Minister Paul Verne met. The two ministers spoke."
    #expect(try Referring(text).names("The two ministers") == nil)
    let three =
      "Minister Clara Holt, Minister Marek Dolny and Minister Paul Verne met. The three ministers spoke."
    #expect(
      try Referring(three).names("The three ministers")
        == ["Clara Holt", "Marek Dolny", "Paul Verne"])
  }

  @Test("the two countries are the two that were named together")
  func countries() throws {
    let text = "Norway and Chile signed a pact. The two countries will share data."
    #expect(try Referring(text).names("The two countries") == ["Norway", "Chile"])
    let three = "Norway, Chile and Peru signed a pact. The two countries will share data."
    #expect(try Referring(three).names("The two countries") == nil)
  }

  @Test("who is described by more than the noun was not named before")
  func described() throws {
    let references = try Referring("\(meeting) The ministers of both parties spoke.").claims
      .flatMap(\.references)
    #expect(!references.contains { $0.text.hasPrefix("The ministers") })
  }

  @Test("a title alone is its only bearer, in capitals or not")
  func title() throws {
    #expect(
      try Referring("President Clara Holt met Minister Marek Dolny. The president spoke.")
        .names("The president") == ["Clara Holt"])
    #expect(
      try Referring(
        "Clara Holt, Secretary of State, met Minister Marek Dolny. The Secretary spoke."
      )
      .names("The Secretary") == ["Clara Holt"])
  }

  @Test("a title of two is neither's, unless the country tells")
  func titleOfTwo() throws {
    let open = "Norwegian Minister Clara Holt met Polish Minister Marek Dolny. The minister spoke."
    #expect(try Referring(open).names("The minister") == nil)
    let told =
      "Norwegian Minister Clara Holt met Polish Minister Marek Dolny. The Polish minister spoke."
    #expect(try Referring(told).names("The Polish minister") == ["Marek Dolny"])
  }

  @Test("a body is called by the noun in its name")
  func body() throws {
    let text =
      "The Oslo Water Board closed the dam. The Nordic Power Agency protested. The board gave no reason."
    #expect(try Referring(text).names("The board")?.first?.contains("Water Board") ?? false)
  }

  @Test("the country behind a title tells whose it is")
  func countryBehindTitle() throws {
    let text = """
      President Clara Holt of Chile met President Marek Dolny of Norway. \
      The President of Chile praised the pact.
      """
    #expect(try Referring(text).names("The President of Chile") == ["Clara Holt"])
  }

  @Test("those who had a conversation are the two, though the parser takes a title for the person")
  func conversation() throws {
    let text = """
      President Clara Holt had a phone conversation with President of the United States Thomas Reed. \
      Both leaders praised the pact.
      """
    #expect(try Referring(text).names("Both leaders") == ["Clara Holt", "Thomas Reed"])
  }

  @Test("sides that are not counted may be anybody's, and a council with a name is named")
  func noDescription() throws {
    let sides = "\(meeting) The sides of the pact matter."
    #expect(try Referring(sides).reference("The sides") == nil)
    let council = "\(meeting) The Fjord Harbour Council closed the quay."
    let references = try Referring(council).claims.flatMap(\.references)
    #expect(!references.contains { $0.form == .description })
  }

  @Test("a number without a noun goes back no further than a pronoun")
  func near() throws {
    let text = "\(meeting) The hall was full. The doors were shut. Music played. The two left."
    #expect(try Referring(text).names("The two") == nil)
    let pair =
      "\(meeting)\n\nMs. Jana Lind thanked Mr. Paul Verne. The pair shook hands. The crowd cheered."
    #expect(try Referring(pair).names("The pair") != ["Clara Holt", "Marek Dolny"])
  }

  @Test("a publisher calls itself by what it is")
  func publisher() throws {
    let text = "The ministry welcomes the pact."
    let referring = try Referring(
      text, kind: .release, publisher: "Ministry of Foreign Affairs of Japan")
    #expect(referring.names("The ministry") == ["Ministry of Foreign Affairs of Japan"])
    #expect(try Referring(text).names("The ministry") == nil)
  }

  @Test("an office is not that of people who hold another one by another account")
  func officeInAnotherAccount() throws {
    let report = Reading.account(
      "Eleanor Brandt spoke with Taras Velik. The two foreign ministers are to meet in May.")
    let names = { (release: String) in
      try Reading.claims(of: report, besideRead: [Reading.account(release, id: "R")])
        .flatMap(\.references).first { $0.text == "The two foreign ministers" }?.names
    }
    #expect(try names("President Eleanor Brandt called President Taras Velik.") == [])
    #expect(
      try names("Foreign Minister Eleanor Brandt called Foreign Minister Taras Velik.")
        == ["Eleanor Brandt", "Taras Velik"])
  }
}
