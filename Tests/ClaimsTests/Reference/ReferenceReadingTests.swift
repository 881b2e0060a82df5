import Source
import Testing

@testable import Claims

@Suite("Claims that read by themselves")
struct ReferenceReadingTests {
  @Test("the phrase that a pronoun stands for takes its place")
  func phrase() throws {
    let text = """
      Minister Clara Holt met with Minister Marek Dolny. The two ministers signed a pact. They praised the talks.
      """
    #expect(try Referring(text).texts.last == "The two ministers praised the talks")
  }

  @Test("names take the place where no phrase was used")
  func names() throws {
    let text = "Minister Clara Holt met with Minister Marek Dolny. They signed a pact."
    #expect(try Referring(text).texts.last == "Clara Holt and Marek Dolny signed a pact")
  }

  @Test(
    "a thing told of first with \"a\" is \"the\" one after that, in small letters inside of a sentence"
  )
  func article() throws {
    let text = "A tanker sank off Bergen. On Monday it was raised."
    #expect(try Referring(text).texts.last == "On Monday the tanker was raised")
  }

  @Test("an owner is named where the sentence is about what is owned")
  func owner() throws {
    let text = "A tanker sank off Bergen. Its crew was saved."
    #expect(try Referring(text).texts.last == "The tanker’s crew was saved")
  }

  @Test("an object is named; what the claim names itself is not said twice")
  func object() throws {
    let text = "The crossings were cut in May. The council resumed them."
    #expect(try Referring(text).texts.last == "The council resumed the crossings")
    let twice = "The tanker sank when it hit a rock."
    #expect(try Referring(twice).texts == ["The tanker sank when it hit a rock"])
  }

  @Test("a contraction and a verb that would not agree stay as they are")
  func agreement() throws {
    #expect(
      try Referring("The dykes broke. They’re old.").texts.last?.hasPrefix("They") ?? false)
    let own = try Referring(
      "The Oslo Water Company closed the dam. We plan a new one.", kind: .release,
      publisher: "Oslo Water Company")
    #expect(own.texts.last?.hasPrefix("We plan") ?? false)
  }

  @Test("the ranges of a claim stay the words of the account, and its id comes from them")
  func ranges() throws {
    let resolved = try #require(try Referring("A tanker sank in May. It was raised.").claims.last)
    let open = try #require(try Referring("Some sailors left. It was raised.").claims.last)
    #expect(resolved.text == "The tanker was raised")
    #expect(open.text == "It was raised")
    #expect(resolved.ranges == [22..<35])
    let alone = ContentIdentifier.short(["N", "It was raised", "22-35"])
    #expect(resolved.id == "C-" + alone)
  }

  @Test("an actor has the name that is meant and keeps the words it came from")
  func actors() throws {
    let text = "Minister Clara Holt toured the plant. She praised the crew."
    let actor = try #require(try Referring(text).claims.last?.actors.first)
    #expect(actor.name == "Clara Holt")
    #expect(actor.text == "She")
    #expect(actor.entity != nil)
  }

  @Test("names are references too, in the order of the text")
  func named() throws {
    let claim = try #require(try Referring("Minister Clara Holt toured Norway.").claims.first)
    #expect(claim.references.map(\.form) == [.name, .name])
    #expect(claim.references.map(\.names) == [["Clara Holt"], ["Norway"]])
  }
}
