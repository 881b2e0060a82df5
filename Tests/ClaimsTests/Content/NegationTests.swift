import Testing

@testable import Claims

@Suite("What an English claim denies")
struct NegationTests {
  private func claims(_ sentence: String) throws -> [Claim] { try Reading.claims(sentence) }

  @Test(
    "what did not come true is denied",
    arguments: [
      ("The guard failed to lock the vault.", Claim.Polarity.denied),
      ("The guard was unable to lock the vault.", .denied),
      ("The guard has yet to lock the vault.", .denied),
      ("The guard no longer locks the vault.", .denied),
      ("Nobody locked the vault.", .denied), ("None of the guards locked the vault.", .denied),
      ("Neither guard locked the vault.", .denied),
      ("Neither the guard nor the clerk locked the vault.", .denied),
      ("The guard did not fail to lock the vault.", .affirmed),
      ("The guard has to lock the vault.", .affirmed),
      ("The guard was able to lock the vault.", .affirmed),
    ])
  func failing(sentence: String, expected: Claim.Polarity) throws {
    #expect(try #require(try claims(sentence).first).polarity == expected)
  }

  @Test(
    "of two that are denied together both are, and each says so",
    arguments: [
      "The guard did not lock the vault or check the alarm.",
      "The guard neither locked the vault nor checked the alarm.",
    ])
  func alternatives(sentence: String) throws {
    let claims = try claims(sentence)
    #expect(claims.count == 2)
    #expect(claims.allSatisfy { $0.polarity == .denied })
    #expect(claims.allSatisfy { $0.text.contains("not") || $0.text.contains("neither") })
  }

  @Test("of two that are joined by \"and\" the second is not denied with the first")
  func joined() throws {
    let claims = try claims("The guard did not lock the vault and went home.")
    #expect(claims.map(\.polarity) == [.denied, .affirmed])
  }

  @Test(
    "a claim that is called untrue is denied, and one that it was not so, rejected, is not",
    arguments: [
      ("The report that the vault was open is false.", Claim.Polarity.denied),
      ("Allegations that the guard slept are unfounded.", .denied),
      ("The report that the vault was open is long.", .affirmed),
      ("The bank rejects the claim that the vault was open.", .denied),
      ("The bank rejects the claim that the vault had not been locked.", .affirmed),
    ])
  func untrue(sentence: String, expected: Claim.Polarity) throws {
    #expect(try #require(try claims(sentence).first).polarity == expected)
  }

  @Test(
    "a sentence that goes on from a denial denies as well, and says so",
    arguments: [
      "Nor did the guard lock the vault.", "Nor is it true that the guard locked the vault.",
    ])
  func nor(sentence: String) throws {
    let claim = try #require(try claims("The guard did not check the alarm. " + sentence).last)
    #expect(claim.polarity == .denied)
    #expect(claim.text.hasPrefix("Nor"))
  }

  @Test("other conjunctions at the beginning of a sentence deny nothing")
  func otherConjunctions() throws {
    let claim = try #require(try claims("But the guard locked the vault.").first)
    #expect(claim.polarity == .affirmed)
    #expect(claim.text == "the guard locked the vault")
  }

  @Test(
    "a phrase that says never denies its verb, and no other phrase with \"no\" does",
    arguments: [
      ("At no time was the vault open.", Claim.Polarity.denied),
      ("Under no circumstances was the vault opened.", .denied),
      ("At no point did the guard lock the vault.", .denied),
      ("The guard left the vault with no word.", .affirmed),
      ("The guard opened the vault in no time.", .affirmed),
    ])
  func never(sentence: String, expected: Claim.Polarity) throws {
    #expect(try #require(try claims(sentence).first).polarity == expected)
  }

  @Test("what is told only as contrary to others limits nothing that is denied")
  func contrary() throws {
    let claim = try #require(
      try claims("Contrary to some media reports, the vault was not opened.").first)
    #expect(claim.words.filter(\.isAside).map(\.lemma) == ["contrary", "medium", "report"])
  }
}
