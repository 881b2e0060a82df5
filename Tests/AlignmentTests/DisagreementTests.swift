import Source
import Testing

@testable import Alignment

@Suite("Which claims cannot both be right")
struct DisagreementTests {
  private func kinds(_ first: String, _ second: String, timeZone: String? = nil) throws
    -> [Disagreement.Kind]
  {
    try Reading.disagreements(
      among: Reading.account("A", first), Reading.account("B", second), timeZone: timeZone
    ).map(\.kind)
  }

  @Test("two counts of one thing disagree, and each count is told")
  func counts() throws {
    let found = try Reading.disagreements(
      among: Reading.account("A", "Fourteen people were injured in the collision."),
      Reading.account("B", "Eleven people were injured in the collision."))
    #expect(found.map(\.kind) == [.value])
    #expect(found.first?.firstValue?.value == "14")
    #expect(found.first?.secondValue?.value == "11")
    #expect(found.first?.isContradiction == true)
  }

  @Test("two names for those who are counted are one when the same is said of them")
  func synonyms() throws {
    #expect(
      try kinds(
        "Fourteen passengers were injured in the collision.",
        "Eleven people were injured in the collision.") == [.value])
  }

  @Test(
    "counts that can both be right are no disagreement",
    arguments: [
      "At least 11 people were injured in the collision.",
      "More than ten people were injured in the collision.",
      "About 14 people were injured in the collision.",
      "Several people were injured in the collision.",
    ])
  func compatibleCounts(other: String) throws {
    #expect(try kinds("Fourteen people were injured in the collision.", other).isEmpty)
  }

  @Test(
    "counts of two things are no disagreement",
    arguments: [
      ("The ferry carried 86 passengers.", "The tug towed six barges."),
      ("The radar was serviced on 22 April.", "The hull was inspected on 3 April."),
      ("The mill employs 40 people.", "The mill was sold for 40 million euros."),
    ])
  func otherThings(first: String, second: String) throws {
    #expect(try kinds(first, second).isEmpty)
  }

  @Test("two times of one thing disagree")
  func times() throws {
    #expect(
      try kinds("The ferry hit the pier at 07:40.", "The ferry hit the pier at 07:55.") == [.time])
  }

  @Test("one instant in two time zones is no disagreement")
  func timeZones() throws {
    #expect(
      try kinds(
        "The talks began at 12:20 GMT on 11 December 2021.",
        "The talks began at 21:20 JST on 11 December 2021."
      ).isEmpty)
  }

  @Test("a date and its day of the week are no disagreement")
  func dayOfWeek() throws {
    #expect(
      try kinds("The ferry hit the pier on Tuesday.", "The ferry hit the pier on 14 May 2024.")
        .isEmpty)
  }

  @Test("one measure in two units is no disagreement")
  func units() throws {
    #expect(
      try kinds("The talks lasted an hour and a half.", "The talks lasted 90 minutes.").isEmpty)
  }

  @Test("a denial and what it denies disagree, whichever comes first")
  func denial() throws {
    let (denies, states) = ("The radar did not fail.", "The radar failed.")
    #expect(try kinds(denies, states) == [.polarity])
    #expect(try kinds(states, denies) == [.polarity])
  }

  @Test("two denials agree")
  func twoDenials() throws {
    #expect(try kinds("The radar did not fail.", "The radar never failed.").isEmpty)
  }

  @Test("a stronger word for the same is a difference and no contradiction")
  func strength() throws {
    let found = try Reading.disagreements(
      among: Reading.account("A", "The council criticised the raid on the harbour."),
      Reading.account("B", "The council condemned the raid on the harbour."))
    #expect(found.map(\.kind) == [.strength])
    #expect(found.allSatisfy { !$0.isContradiction })
  }

  @Test("one account does not disagree with itself")
  func oneAccount() throws {
    #expect(
      try Reading.disagreements(
        among: Reading.account(
          "A", "Nine people were injured. Later, fourteen people were injured.")
      ).isEmpty)
  }

  @Test("an account that only repeats another does not disagree with a third")
  func repeated() throws {
    #expect(
      try Reading.disagreements(
        among: Reading.account("A", "The port closed.", publisher: "Harbour Office"),
        Reading.account("B", "The harbour office said that eleven people were injured."),
        Reading.account("C", "Fourteen people were injured.")
      ).isEmpty)
  }

  @Test(
    "a denial is one though it holds words that limit nothing",
    arguments: [
      "In fact, the club did not sell the stadium.",
      "Contrary to reports in the media, the club did not sell the stadium.",
      "The club did not sell the stadium at any time.",
      "The club, a founder of the league, did not sell the stadium.",
      "The club rejects the claim that the club sold the stadium.",
      "The claim that the club sold the stadium is untrue.",
    ])
  func idleWords(denial: String) throws {
    #expect(try kinds("The club sold the stadium on Monday.", denial) == [.polarity])
  }

  @Test("a denial of one thing or part is none of another")
  func limitedDenial() throws {
    #expect(
      try kinds(
        "The club sold the stadium on Monday.", "The club did not sell the stadium in the north."
      ).isEmpty)
  }

  @Test("who denies something in a release of its own denies it as well")
  func ownDenial() throws {
    let found = try Reading.disagreements(
      among: Reading.account("A", "The radar had failed."),
      Reading.account(
        "B", "The company denies that the radar had failed.", publisher: "Beta Company"))
    #expect(found.map(\.kind) == [.polarity])
  }

  @Test("two who left in ways that exclude each other disagree")
  func exclusiveWays() throws {
    #expect(
      try kinds("The board dismissed the director on Monday.", "The director resigned on Monday.")
        == [.opposite])
  }

  @Test("two ends of one thing disagree, and two times of a count do not")
  func ends() throws {
    #expect(
      try kinds(
        "The march had been permitted until 5 p.m.", "The march had been permitted until 7 p.m.")
        == [.time])
    #expect(
      try kinds(
        "As of 3 p.m. on Friday 47 people had been injured.",
        "As of 6 p.m. on Friday 47 people had been injured."
      ).isEmpty)
  }

  @Test(
    "figures of a part of those who were named, or of two sorts, are no disagreement",
    arguments: [
      ("37 of them are seriously wounded.", "22 of them are wounded."),
      ("37 Norwegian soldiers are wounded.", "22 Danish soldiers are wounded."),
    ])
  func figuresOfParts(first: String, second: String) throws {
    #expect(try kinds(first, second).isEmpty)
  }

  @Test("to reject that something was not so denies it, whatever is told of how long")
  func doubleDenial() throws {
    #expect(
      try kinds(
        "The drain had not been cleaned for at least three weeks.",
        "The company rejects the claim that the drain had not been cleaned.") == [.polarity])
  }

  @Test("a bare denial is of nothing that its words could be found in")
  func bareDenial() throws {
    #expect(
      try kinds(
        "The miners' union disputes this.", "The miners' union met the minister on Monday."
      ).isEmpty)
    #expect(
      try kinds("Petra Lind denied it.", "Petra Lind is the spokesperson of the ministry.").isEmpty)
  }

  @Test("the meeting that all tell of limits no denial, another one does")
  func occasion() throws {
    let raised = "The secretary raised the draft law on the judiciary."
    #expect(
      try kinds(raised, "The draft law on the judiciary was not raised during the talks.")
        == [.polarity])
    #expect(
      try kinds(
        "The secretary raised the draft law on the judiciary at the dinner.",
        "The draft law on the judiciary was not raised during the talks."
      ).isEmpty)
    #expect(
      try kinds(
        "The secretary raised the draft law on the judiciary in a letter.",
        "The draft law on the judiciary was not raised during the talks."
      ).isEmpty)
  }

  @Test("what others are said to report limits no denial")
  func contrary() throws {
    #expect(
      try kinds(
        "The secretary raised the draft law.",
        "Contrary to what some papers report, the draft law was not raised.") == [.polarity])
  }
}
