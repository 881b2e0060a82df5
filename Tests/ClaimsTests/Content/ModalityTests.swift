import Source
import Testing

@testable import Claims

@Suite("How an English claim stands to what happened")
struct ModalityTests {
  private func claim(_ sentence: String) throws -> Claim {
    try #require(try Reading.claims(sentence).last)
  }

  @Test(
    "what is to come is told by many words",
    arguments: [
      "The shop is to close in May.", "The shop is going to close in May.",
      "The shop is expected to close in May.", "The shop is due to close in May.",
      "The shop is scheduled to close in May.", "The shop is about to close.",
      "The shop is set to close in May.", "It is expected that the shop will close.",
      "The owner said that the shop would close in May.", "The owner expects sales to fall.",
      "The shop will close in May and reopen in June.",
    ])
  func future(sentence: String) throws {
    #expect(try claim(sentence).modality == .future)
  }

  @Test(
    "plans and hopes are told apart",
    arguments: [
      ("The choir plans to sing in Graz.", Claim.Modality.intention),
      ("The choir intends to sing in Graz.", .intention),
      ("The choir decided to sing in Graz.", .intention),
      ("The choir promised to sing in Graz.", .intention),
      ("A tour of Styria is planned.", .intention),
      ("The choir hopes to sing in Graz.", .hope), ("The choir wants to sing in Graz.", .hope),
      ("The choir would like to sing in Graz.", .hope),
      ("It is hoped that the choir sings in Graz.", .hope),
      ("The choir sang in Graz.", .fact), ("The choir decided the contest.", .fact),
    ])
  func plans(sentence: String, expected: Claim.Modality) throws {
    #expect(try claim(sentence).modality == expected)
  }

  @Test(
    "what should be is told from what is",
    arguments: [
      "The abbot should resign.", "The abbot must resign.", "The abbot has to resign.",
      "The abbot needs to resign.", "Monks urged the abbot to resign.",
      "Monks called on the abbot to resign.", "Monks called for the abbot to resign.",
      "Monks called for an inquiry.", "Monks demanded an apology.",
      "The abbot was asked to resign.", "The abbot is supposed to resign.",
    ])
  func obligation(sentence: String) throws {
    #expect(try claim(sentence).modality == .obligation)
  }

  @Test("to ask a question demands nothing")
  func question() throws {
    let claim = try claim("The abbot asked a question.")
    #expect(claim.modality == .fact)
    #expect(claim.act == nil)
  }

  @Test(
    "what nobody is named for is hearsay",
    arguments: [
      "The tenor is said to have left.", "The tenor is believed to have left.",
      "The tenor reportedly left.", "The jury was told that the tenor had left.",
      "It was reported that the tenor had left.",
      "The tenor appears to have left.", "The tenor allegedly stole a harp.",
    ])
  func hearsay(sentence: String) throws {
    #expect(try claim(sentence).modality == .hearsay)
  }

  @Test("\"was said to have\" is no hearsay where it is told who says so")
  func attributedHearsay() throws {
    let claim = try claim("According to the theatre, the tenor was said to have left.")
    #expect(claim.modality == .fact)
    #expect(claim.voice.source == "theatre")
  }

  @Test(
    "what can be is a possibility, and so is what somebody believes",
    arguments: [
      "The roof may fall.", "The roof might fall.", "The roof could fall.",
      "The roof is likely to fall.", "Perhaps the roof fell.",
      "Engineers believe that the roof has cracks.",
      "It is not clear whether the roof has cracks.",
    ])
  func possibility(sentence: String) throws {
    #expect(try claim(sentence).modality == .possibility)
  }
}
