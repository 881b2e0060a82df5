import Ingestion
import Language
import Source
import Testing

@testable import Claims

@Suite("Sentences become claims")
struct ClaimExtractionTests {
  private func account(_ text: String, id: String = "N", publisher: String = "The Courier")
    -> Account
  {
    let text = SourceText(text)
    return Account(
      id: id, file: id + ".txt", publisher: publisher, kind: .news, language: .english, text: text,
      paragraphs: [Paragraph(range: text.range)], sha256: "")
  }

  private func claims(_ text: String) throws -> [Claim] {
    let reporting = account(text)
    let ministry = account("It met.", id: "J", publisher: "Ministry of Foreign Affairs of Japan")
    let event = Event(name: "e", title: "e", accounts: [reporting, ministry])
    let analyzer = try LanguageAnalyzer(store: ModelStore(), languages: [.english])
    return try ClaimExtractor().claims(of: analyzer.analyze(reporting), in: event)
  }

  @Test(
    "a sentence is split where it says several things",
    arguments: [
      (
        "The ministers discussed the new railway, the climate crisis, and student exchanges.",
        [
          "The ministers discussed the new railway", "The ministers discussed the climate crisis",
          "The ministers discussed student exchanges",
        ]
      ),
      (
        "The mayor opened the bridge and thanked the builders.",
        ["The mayor opened the bridge", "The mayor thanked the builders"]
      ),
      (
        "The ferry, which carried forty people, left the harbour.",
        ["The ferry carried forty people", "The ferry left the harbour"]
      ),
    ])
  func splits(sentence: String, expected: [String]) throws {
    let texts = Set(try claims(sentence).map { $0.text })
    #expect(texts == Set(expected))
  }

  @Test("what only names the topic of the sentence behind it is no claim")
  func label() throws {
    let claims = try claims("Energy. The leaders discussed the new power line.").map(\.text)
    #expect(claims == ["The leaders discussed the new power line"])
  }

  @Test(
    "a short statement without a verb is a claim",
    arguments: ["No injuries. The ferry was towed.", "Severe damage in the port."])
  func verbless(text: String) throws {
    let first = try #require(try claims(text).first)
    #expect(text.hasPrefix(first.text))
  }

  @Test("a list of bare nouns is one matter")
  func bareList() throws {
    #expect(try claims("They discussed peace and security.").count == 1)
  }

  @Test("what a verb of saying introduces is the claim, and its subject the voice")
  func reportedSpeech() throws {
    let claim = try #require(try claims("The harbour office said that the ferry had left.").first)
    #expect(claim.text == "the ferry had left")
    #expect(claim.voice.source == "harbour office")
  }

  @Test(
    "a source that has an account in the event is led back to it",
    arguments: [
      "In a statement released by the Japanese foreign ministry, the two met for an hour.",
      "According to the Japanese foreign ministry, the two met for an hour.",
      "The two met for an hour, the Japanese foreign ministry said.",
    ])
  func sources(sentence: String) throws {
    let claim = try #require(try claims(sentence).first { $0.text.contains("hour") })
    #expect(claim.voice.repeatedAccount == "J")
  }

  @Test("what nobody else is named for is said by the account itself")
  func ownVoice() throws {
    #expect(try claims("The two met for an hour.").map(\.voice) == [.account])
  }

  @Test(
    "denial is told from affirmation",
    arguments: [
      ("The company denies that the radar failed.", Claim.Polarity.denied),
      ("The radar did not fail.", .denied), ("The radar failed.", .affirmed),
    ])
  func polarity(sentence: String, expected: Claim.Polarity) throws {
    #expect(try claims(sentence).first?.polarity == expected)
  }

  @Test(
    "plans and possibilities are no facts",
    arguments: [
      ("The minister will visit Rome.", Claim.Modality.future),
      ("The minister might visit Rome.", .possibility),
      ("The minister plans to visit Rome.", .intention), ("The minister visited Rome.", .fact),
    ])
  func modality(sentence: String, expected: Claim.Modality) throws {
    #expect(try claims(sentence).first?.modality == expected)
  }

  @Test("a number is of the noun that it counts")
  func counted() throws {
    let claim = try #require(try claims("Fourteen passengers were injured.").first)
    #expect(claim.measures.map(\.counted) == ["passenger"])
  }

  @Test("a thing is named with the words that describe it")
  func terms() throws {
    let claim = try #require(try claims("They want a free, open and secure region.").first)
    let term = try #require(claim.terms.first { $0.headLemmas == ["region"] })
    #expect(term.qualities == ["free", "open", "secure"])
  }

  @Test("every claim's ranges are in order, apart, and hold its words")
  func ranges() throws {
    let text =
      "They covered trade, tax and steel, including quotas. The envoy, who flew in late, agreed, and "
      + "the hosts, thanking him, signed; nobody spoke of fish."
    let source = SourceText(text)
    for claim in try claims(text) {
      for (range, next) in zip(claim.ranges, claim.ranges.dropFirst()) {
        #expect(range.upperBound <= next.lowerBound)
      }
      for range in claim.ranges { #expect(!source[range].isEmpty) }
    }
  }

  @Test("the tables of acts and grammar can be read")
  func tables() throws {
    #expect(try ActTable().act(ofVerb: "agree", in: .english)?.name == "agree")
    #expect(try ActTable().act(ofVerb: "合意する", in: .japanese)?.name == "agree")
    #expect(try Grammar.all().keys.contains(.english))
  }
}

@Suite("Languages without a parser")
struct UnparsedLanguageTests {
  @Test(
    "a sentence is one claim, not one a word",
    arguments: [
      ("Le maire a ouvert le pont hier. Il pleuvait toute la journée.", "fr"),
      ("Der Bürgermeister hat die Brücke eröffnet. Es regnete den ganzen Tag.", "de"),
      ("Nine buses carried 1,200 visitors. Four trains came later.", "und"),
    ])
  func sentences(text: String, language: String) throws {
    let source = SourceText(text)
    let account = Account(
      id: "A", file: "a.txt", publisher: "A", kind: .document,
      language: LanguageTag(rawValue: language), text: source,
      paragraphs: [Paragraph(range: source.range)], sha256: "")
    let analyzer = try LanguageAnalyzer(store: ModelStore(), languages: [account.language])
    let event = Event(name: "e", title: "e", accounts: [account])
    let claims = try ClaimExtractor().claims(of: analyzer.analyze(account), in: event)
    #expect(claims.count == 2)
  }
}
