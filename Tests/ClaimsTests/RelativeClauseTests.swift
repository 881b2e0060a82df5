import Testing

@testable import Claims

@Suite("Of what a relative clause tells")
struct RelativeClauseTests {
  @Test(
    "a relative clause tells of the noun that fits it, which need not be the last",
    arguments: [
      (
        "They freed 18 sons and daughters of Norway, who had been jailed.",
        "18 sons and daughters of Norway had been jailed"
      ),
      (
        "A car owned by Northgate Logistics, which was found burning, was towed away.",
        "A car was found burning"
      ),
      (
        "Fire broke out under a power line belonging to Corran Power, which came down in a storm.",
        "a power line came down in a storm"
      ),
      (
        "She wrote a letter to the premier, Bohdan Saryk, which arrived on Friday.",
        "a letter to the premier, Bohdan Saryk arrived on Friday"
      ),
      (
        "Viktor Hale, a photographer for the Ostrel Post, who was arrested in May, came home.",
        "Viktor Hale was arrested in May"
      ),
      (
        "They set up a hotline between their armed forces, which is to be tested soon.",
        "a hotline between their armed forces is to be tested soon"
      ),
      (
        "She announced new security assistance, subject to congressional approval, which includes radars.",
        "new security assistance subject to congressional approval includes radars"
      ),
      ("He praised the crews of the ships, which were lost.", "the ships were lost"),
      ("They signed a deal with Norway, which left the union.", "Norway left the union"),
      (
        "They signed a treaty with the United States, which is a great power.",
        "the United States is a great power"
      ),
      ("They enjoyed a win over Norway, who had won before.", "Norway had won before"),
    ])
  func antecedent(sentence: String, expected: String) throws {
    #expect(try Reading.texts(sentence).contains(expected))
  }

  @Test("what is left out between two commas takes both of them along")
  func commasOfRelativeClause() throws {
    #expect(
      try Reading.texts(
        "The talks, which began at 3.30 pm and lasted 50 minutes, focused on grain."
      )
      .last == "The talks focused on grain")
    #expect(
      try Reading.texts(
        "In May the march, which began at 3.30 pm and lasted 50 minutes, drew farmers."
      ).last == "In May the march drew farmers")
    #expect(
      try Reading.texts("Ada Brook, the mayor, who was ill, opened the bridge.").last
        == "Ada Brook, the mayor, opened the bridge")
  }
}
