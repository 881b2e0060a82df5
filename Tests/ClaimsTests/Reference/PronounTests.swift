import Ingestion
import Testing

@testable import Claims

@Suite("What pronouns stand for")
struct PronounTests {
  @Test("a pronoun stands for the subject of the sentence before")
  func subject() throws {
    let text = "Minister Adela Brandt toured the plant. She praised its safety."
    let referring = try Referring(text)
    #expect(referring.names("She") == ["Adela Brandt"])
    #expect(referring.names("its") == ["the plant"])
  }

  @Test(
    "a pronoun agrees in kind: \"it\" is the thing and \"he\" the person, whichever is the subject")
  func kind() throws {
    let text =
      "President Marek Dolny inspected the bridge. It had been closed in May. He reopened it."
    let referring = try Referring(text)
    #expect(referring.names("It") == ["the bridge"])
    #expect(referring.names("He") == ["Marek Dolny"])
  }

  @Test("\"they\" may be several people in one noun, and \"it\" still is the noun")
  func collective() throws {
    let text = "We praise the plans. The crew left the mill as they had been told to."
    #expect(try Referring(text).names("they") == ["the crew"])
    #expect(try Referring("The crew left early. It was small.").names("It") == ["the crew"])
  }

  @Test("a group in one noun beside several others is not \"they\" for certain")
  func collectiveAmongOthers() throws {
    #expect(
      try Referring("The crew searched the cabins. They were ready at noon.").names("They") == nil)
  }

  @Test("a pronoun agrees in gender with a title")
  func gender() throws {
    let text = "Mr. Paul Verne and Ms. Clara Holt signed the lease. She will open the shop."
    #expect(try Referring(text).names("She") == ["Clara Holt"])
  }

  @Test("of two men named alike, \"he\" is neither")
  func twoMen() throws {
    let text = "Minister Paul Verne and Minister Marek Dolny signed the lease. He spoke first."
    let referring = try Referring(text)
    #expect(referring.reference("He") != nil)
    #expect(referring.names("He") == nil)
    #expect(referring.texts.contains("He spoke first"))
  }

  @Test("two sentences on, neither of two men who met is \"he\"")
  func twoWhoMet() throws {
    let text = "Minister Paul Verne met Minister Marek Dolny. They signed a pact. He spoke first."
    #expect(try Referring(text).names("He") == nil)
  }

  @Test("the object of a verb is not its subject")
  func object() throws {
    let text = "Minister Clara Holt thanked her."
    #expect(try Referring(text).names("her") == nil)
  }

  @Test("a pronoun beside two who may be meant stays open")
  func openPossessive() throws {
    let text = "Minister Paul Verne met President Marek Dolny at his villa."
    #expect(try Referring(text).names("his") == nil)
  }

  @Test("two sentences on, a subject counts only where nothing nearer fits")
  func distance() throws {
    let far =
      "Minister Clara Holt spoke. The hall was full. The doors were shut. It rained. She left."
    #expect(try Referring(far).names("She") == nil)
  }

  @Test("\"they\" are those who are named together or who met")
  func together() throws {
    let coordinated = "Minister Clara Holt and Minister Marek Dolny spoke. They agreed on a pact."
    #expect(try Referring(coordinated).names("They") == ["Clara Holt", "Marek Dolny"])
    let met = "Minister Clara Holt met with Minister Marek Dolny in Oslo. They agreed on a pact."
    #expect(try Referring(met).names("They") == ["Clara Holt", "Marek Dolny"])
    let within = "Minister Clara Holt met Minister Marek Dolny, and they agreed on a pact."
    #expect(try Referring(within).names("they") == ["Clara Holt", "Marek Dolny"])
  }

  @Test("whoever says what a pronoun is the subject of comes before all others")
  func teller() throws {
    let text = "Three ships were sent to Leeds, and two large shops said they were closing early."
    #expect(try Referring(text).names("they") == ["two large shops"])
    let body = "The Ministry of Trade said they had not been consulted about the fair."
    #expect(try Referring(body).names("they") == ["Ministry of Trade"])
  }

  @Test("\"they\" are not two who did not act together")
  func apart() throws {
    let text = "Minister Clara Holt praised the harbour. They left."
    #expect(try Referring(text).names("They") == nil)
  }

  @Test("\"they\" are the subject before countries that are only named")
  func subjectBeforeOthers() throws {
    let text = """
      Minister Clara Holt and Minister Marek Dolny met. With Norway and Sweden in view, they agreed on a pact.
      """
    #expect(try Referring(text).names("they") == ["Clara Holt", "Marek Dolny"])
  }

  @Test("inside quotation marks a third person is not the speaker")
  func quoted() throws {
    let text = "Minister Clara Holt spoke. \"She is ill,\" Holt said."
    #expect(try Referring(text).names("She") == nil)
  }

  @Test("whose the allies are stands beside them")
  func neighbour() throws {
    let text = "President Marek Dolny thanked Norway and its allies."
    #expect(try Referring(text).names("its") == ["Norway"])
  }

  @Test("whoever is acted upon may have been so before: subject and object are equal then")
  func passive() throws {
    let text =
      "Police stopped two men at the border. They were questioned for hours. One of them left."
    let referring = try Referring(text)
    #expect(referring.names("They") == nil)
    #expect(referring.names("them") == nil)
  }

  @Test("a member of a pair is no \"it\", and \"no warning\" is nothing to go back to")
  func notIt() throws {
    let pair = "Norway and Chile signed the accord. Both countries will ratify it."
    #expect(try Referring(pair).names("it") == ["the accord"])
    let nothing = "Residents had no warning. Rescuers reached the village, but its bridge had gone."
    #expect(try Referring(nothing).names("its") == ["the village"])
  }

  @Test("what a source phrase names is no rival")
  func source() throws {
    let text =
      "The dam broke at noon. According to the Oslo Water Company, it had been repaired in May."
    #expect(try Referring(text).names("it") == ["the dam"])
  }

  @Test(
    "\"it\" that announces a clause, tells the weather or the time refers to nothing",
    arguments: [
      "The dam broke. It is clear that repairs will take a year.",
      "The dam broke. It rained all day.",
      "The dam broke. It was agreed that talks would go on.",
      "The dam broke. It is important to act now.", "The dam broke. It was 5 p.m.",
      "The dam broke. It was Minister Clara Holt who called for help.",
      "The dam broke. It seems that nobody was hurt.",
    ])
  func impersonal(text: String) throws {
    let references = try Referring(text).claims.flatMap(\.references)
    #expect(!references.contains { $0.text == "It" })
  }

  @Test("\"it\" with an adjective of its own refers")
  func personal() throws {
    let text = "The ferry lay in the dock. It was ready to sail."
    #expect(try Referring(text).names("It") == ["the ferry"])
  }

  @Test("\"US\" is no pronoun")
  func country() throws {
    let references = try Referring("The dam broke. The US sent engineers.").claims
      .flatMap(\.references)
    #expect(!references.contains { $0.form == .pronoun })
  }

  @Test("the paper that is told something is not whom that is about")
  func paper() throws {
    #expect(try Referring("Voss told the Herald that she was shocked.").names("she") == nil)
    #expect(
      try Referring("The guests told the Herald about it. They saw that it was cheap.").names("it")
        != ["the Herald"])
  }

  @Test("means by which people speak are nobody")
  func means() throws {
    #expect(
      try Referring("Ms. Clara Holt wrote on social media about it. They were not pleased.")
        .names("They") == nil)
  }

  @Test("a person is no \"it\", whatever noun stands for one")
  func person() throws {
    let text = "A burglar read a copy of the diary. It held names."
    #expect(try Referring(text).names("It") != ["the burglar"])
  }

  @Test("whoever speaks is nobody whom the speech names")
  func speaker() throws {
    let report = Reading.account(
      "Minister Rasmus Holm spoke tonight. “The police acted lawfully,” he told the station.")
    let claims = try Reading.claims(
      of: report, besideRead: [],
      names: [NamedEntity(name: "Port Police", aliases: ["the police", "police"])])
    #expect(claims.last?.voice.source == "Rasmus Holm")
  }

  @Test("a phrase from the beginning of a sentence stands in small letters inside of another")
  func smallLetter() throws {
    let text = "Two people close to the seller said one of them had bid more."
    #expect(try Referring(text).texts == ["one of two people had bid more"])
  }

  @Test(
    "of two men neither is \"he\" where one says what was done, and the other was told of before")
  func tellerBesideAnother() throws {
    let before = "Anton Reyl was arrested in 2028. "
    #expect(try Referring(before + "Idris Tal says that he left the country.").names("he") == nil)
    #expect(
      try Referring(before + "Idris Tal said that he would leave the country.").names("he")
        == ["Idris Tal"])
    #expect(
      try Referring("The bridge fell. Idris Tal says that he left the country.").names("he")
        == ["Idris Tal"])
  }

  @Test("whoever is asked or offered something may be who acts next")
  func invited() throws {
    #expect(
      try Referring("Minister Clara Holt invited Minister Ada Berg. She accepted.").names("She")
        == nil)
    #expect(
      try Referring("Minister Clara Holt met Minister Ada Berg. She left early.").names("She")
        == ["Clara Holt"])
  }

  @Test("\"it\" that is denied or confirmed is what somebody said")
  func denied() throws {
    let references = try Referring("Norway said that 18 people came home. Chile denied it.").claims
      .flatMap(\.references)
    #expect(!references.contains { $0.text == "it" })
  }

  @Test("\"both\" are not somebody and what is held")
  func bothBesideThing() throws {
    #expect(
      try Referring("The captain held a licence and an officer slept. Both were heard.")
        .names("Both") == nil)
  }
}
