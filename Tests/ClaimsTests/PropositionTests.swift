import Language
import Source
import Testing

@testable import Claims

@Suite("Propositions") struct PropositionTests {
  private func propositions(_ text: String) throws -> [String] {
    try Reading.claims(of: Reading.account(text), granularity: .proposition).map(\.text)
  }

  @Test("every subject is told of with every object")
  func lists() throws {
    #expect(
      try propositions("The council and the mayor approved the budget and the new bridge.") == [
        "The council approved the budget", "The council approved the new bridge",
        "the mayor approved the budget", "the mayor approved the new bridge",
      ])
  }

  @Test("what an apposition says stands alone, and the main statement does without it")
  func apposition() throws {
    let found = try propositions("Ada Brook, a farmer from Kent, met Ben Cole in Oslo on Friday.")
    #expect(
      found == [
        "Ada Brook a farmer from Kent", "Ada Brook met Ben Cole", "Ada Brook met Ben Cole in Oslo",
        "Ada Brook met Ben Cole on Friday",
      ])
  }

  @Test("a title says what its bearer is")
  func title() throws {
    let found = try propositions("The novelist Ivo Hart wrote letters.")
    #expect(found == ["The novelist Ivo Hart", "Ivo Hart wrote letters"])
  }

  @Test("an example can stand where its general name stands")
  func examples() throws {
    #expect(
      try propositions("The valley has two lakes, including Lake Orr and Lake Dunn.") == [
        "The valley has two lakes", "The valley has Lake Orr", "The valley has Lake Dunn",
      ])
  }

  @Test("a verb without an object keeps its first addition, and each other is told beside it")
  func additions() throws {
    #expect(
      try propositions("The talks took place in the town hall, before the vote.") == [
        "The talks took place in the town hall",
        "The talks took place in the town hall before the vote",
      ])
  }

  @Test("what is said of the thing that something is, is said of that thing")
  func relativeOfAttribute() throws {
    #expect(
      try propositions("The Deva is a river that floods every spring.")
        == ["The Deva is a river", "The Deva floods every spring"])
  }

  @Test("a clause that tells which one is meant stays with its noun")
  func restrictive() throws {
    #expect(
      try propositions("Farmers who lost their crops will be paid.")
        == ["Farmers who lost their crops will be paid"])
  }

  @Test("a condition stays with what it limits")
  func condition() throws {
    #expect(
      try propositions("If the dam breaks, the village will be flooded.")
        == ["If the dam breaks the village will be flooded"])
  }

  @Test("an object behind the second of two verbs belongs to both")
  func sharedObject() throws {
    #expect(
      try propositions("She signed and published the report.")
        == ["She signed the report", "She published the report"])
  }

  @Test("each thing that is said keeps the words that tell who says it")
  func reported() throws {
    #expect(
      try propositions("The ministry said that the road was closed and that buses were late.") == [
        "The ministry said that the road was closed", "The ministry said that buses were late",
      ])
  }

  @Test("the two sides of a \"between\" stay together")
  func together() throws {
    #expect(
      try propositions("The treaty between Norland and Sudland ended the war.")
        == ["The treaty between Norland and Sudland ended the war"])
  }

  @Test("brackets say something of the name before them")
  func brackets() throws {
    #expect(
      try propositions("Ada Brook (born 2 May 1961; Irish: Ada de Brún) is a poet.") == [
        "Ada Brook born 2 May 1961", "Ada Brook Irish: Ada de Brún", "Ada Brook is a poet",
      ])
  }

  @Test("a bracket that stands alone is closed in the text that is read")
  func closedBracket() throws {
    #expect(try propositions("Tide (2004) won a prize.") == ["Tide (2004)", "Tide won a prize"])
  }

  @Test("a title keeps its subtitle, but no date behind it")
  func subtitle() throws {
    #expect(
      try propositions("Critics praised Tide: A Year at Sea.")
        == ["Critics praised Tide: A Year at Sea"])
  }

  @Test("words that only tie a sentence to the one before are left out")
  func connectives() throws {
    #expect(try propositions("However, the plan also failed.") == ["the plan failed"])
  }

  @Test("a participle is said of the subject")
  func participle() throws {
    let found = try propositions("Founded in 1911, the club moved to Leeds in 1950.")
    #expect(found.contains("Founded in 1911 the club"))
  }

  @Test("a long list gives one proposition an item")
  func longList() throws {
    let items = (1...120).map { "Town\($0)" }
    let text = "The team visited " + items.dropLast().joined(separator: ", ") + " and Town120."
    let found = try propositions(text)
    #expect(found.count <= 200)
    for item in items { #expect(found.contains { $0.contains(item) }) }
  }

  @Test("lists inside of lists end in a bounded number of propositions")
  func crossedLists() throws {
    let names = (1...30).map { "N\($0)" }.joined(separator: ", ") + " and N31"
    let found = try propositions("\(names) met \(names) about \(names).")
    #expect(found.count <= 500)
    #expect(!found.isEmpty)
  }
}
