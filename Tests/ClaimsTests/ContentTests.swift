import Source
import Testing

@testable import Claims

@Suite("What is read in a claim")
struct ContentTests {
  private func claim(_ sentence: String) throws -> Claim {
    try #require(try Reading.claims(sentence).first)
  }

  @Test(
    "\"not\", \"no\" and a verb of denial deny, and two of them affirm",
    arguments: [
      ("The crew did not abandon the ship.", Claim.Polarity.denied),
      ("The crew never abandoned the ship.", .denied), ("No passenger was hurt.", .denied),
      ("The captain denied the report.", .denied),
      ("The agency did not deny that the reactor had leaked.", .affirmed),
      ("The crew abandoned the ship.", .affirmed),
    ])
  func polarity(sentence: String, expected: Claim.Polarity) throws {
    #expect(try claim(sentence).polarity == expected)
  }

  @Test(
    "auxiliaries and adverbs tell how a claim stands to what happened",
    arguments: [
      ("The guards will close the gate.", Claim.Modality.future),
      ("The guards may close the gate.", .possibility),
      ("The guards must close the gate.", .obligation),
      ("The guards intend to close the gate.", .intention),
      ("The guards reportedly closed the gate.", .hearsay),
      ("The guards have closed the gate.", .fact),
    ])
  func modality(sentence: String, expected: Claim.Modality) throws {
    #expect(try claim(sentence).modality == expected)
  }

  @Test("each number is of the noun that it stands with")
  func counted() throws {
    let measures = try Reading.claims("The vessel carried 86 passengers and six crew.")
      .flatMap(\.measures)
    #expect(measures.map(\.counted) == ["passenger", "crew"])
    #expect(measures.map(\.value.value) == ["86", "6"])
  }

  @Test("a time is of the verb that it dates")
  func governor() throws {
    let measure = try #require(try claim("The barge hit the pier at 07:40.").measures.first)
    #expect(measure.governor == "hit")
    #expect(measure.counted == nil)
  }

  @Test(
    "those who act together are told from one who acts alone",
    arguments: [
      ("The mayor and the governor opened the bridge.", true),
      ("The ministers opened the bridge.", true), ("They opened the bridge.", true),
      ("Both opened the bridge.", true), ("The mayor opened the bridge.", false),
      ("She opened the bridge.", false),
    ])
  func jointActors(sentence: String, expected: Bool) throws {
    #expect(try claim(sentence).actsJointly == expected)
  }

  @Test("who acts is called as the account calls them")
  func actors() throws {
    #expect(
      try claim("The mayor and the governor opened the bridge.").actors.map(\.name) == [
        "mayor", "governor",
      ])
  }

  @Test(
    "the verb tells the act",
    arguments: [
      ("The envoys met in Oslo.", "meet"), ("The envoys discussed the new treaty.", "discuss"),
      ("The envoys agreed on a truce.", "agree"), ("The envoys condemned the raid.", "condemn"),
    ])
  func acts(sentence: String, expected: String) throws {
    #expect(try claim(sentence).act?.name == expected)
  }

  @Test("a verb that the table of acts lacks gives no act")
  func noAct() throws {
    #expect(try claim("The goat ate the hat.").act == nil)
  }

  @Test("the words by which claims are compared stand once each, in their base form")
  func lemmas() throws {
    let lemmas = try claim("The old ferries passed other ferries.").lemmas
    #expect(lemmas.filter { $0 == "ferry" }.count == 1)
    #expect(!lemmas.contains("the"))
  }

  @Test("a name is one term with the kind of thing that it names")
  func names() throws {
    let term = try #require(try claim("The envoys met in New York.").terms.last)
    #expect(term.text == "New York")
    #expect(term.isName)
    #expect(term.entityType == "GPE")
    #expect(term.preposition == "in")
  }

  @Test("acts that contradict each other name each other, and every opposite is an act")
  func opposites() throws {
    let acts = try ActTable().acts
    for act in acts.values.sorted(by: { $0.name < $1.name }) {
      guard let opposite = act.opposite else { continue }
      #expect(acts[opposite]?.opposite == act.name)
    }
  }

  @Test("an act has a strength where it has a scale, and only there")
  func scales() throws {
    for act in try ActTable().acts.values.sorted(by: { $0.name < $1.name }) {
      #expect((act.scale == nil) == (act.strength == nil), "\(act.name)")
    }
  }

  @Test("English and Japanese have their grammar", arguments: [LanguageTag.english, .japanese])
  func grammars(language: LanguageTag) throws {
    let grammar = try #require(try Grammar.all()[language])
    #expect(!grammar.sources.isEmpty && !grammar.modality.isEmpty)
  }
}
