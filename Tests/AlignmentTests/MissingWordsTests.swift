import Language
import Testing

@testable import Alignment

@Suite("What a source lacks of a claim")
struct MissingWordsTests {
  private typealias Word = Passage.ContentWord

  private func word(
    _ lemma: String, _ kind: Word.Kind, at place: Int, isOfSubject: Bool = false
  ) -> Word {
    Word(
      lemma: lemma, range: place..<place + lemma.count, weight: 10, kind: kind,
      isOfSubject: isOfSubject)
  }

  private func passage(_ words: [Word]) -> Passage {
    Passage(
      text: words.map(\.lemma).joined(separator: " "), start: 0, language: .english, words: words,
      negations: 0, values: [], syntax: [])
  }

  private func features(
    _ claim: [Word], _ sentences: [[Word]], nearness: [[Double]]? = nil
  ) -> [SupportFeature: Double] {
    let claim = passage(claim)
    let covers = sentences.map { WordCover(of: claim, in: passage($0)) }
    return MissingWords(of: claim, words: covers, nearness: nearness ?? covers.map { _ in [] })
      .features
  }

  private var claim: [Word] {
    [
      word("envoy", .noun, at: 0, isOfSubject: true), word("visit", .verb, at: 10),
      word("Kestria", .name, at: 20),
    ]
  }

  @Test("a source that has every word lacks nothing")
  func nothingMissing() {
    let features = features(claim, [claim])
    #expect(features[.metInSource] == 1)
    #expect(features[.namesLacking] == 0)
    #expect(features[.leastSaid] == 1)
  }

  @Test("a missing name is told apart from a missing verb")
  func sorts() {
    let withoutName = features(claim, [Array(claim.prefix(2))])
    #expect(withoutName[.worstName] == 1)
    #expect(withoutName[.worstVerb] == 0)
    let withoutVerb = features(claim, [[claim[0], claim[2]]])
    #expect(withoutVerb[.worstName] == 0)
    #expect(withoutVerb[.worstVerb] == 1)
  }

  @Test("what a claim is about is told apart from what it says")
  func subjects() {
    let features = features(claim, [Array(claim.dropFirst())])
    #expect(features[.worstOfSubject] == 1)
    #expect(features[.worstNoun] == 0)
    #expect(features[.leastSaid] == 1)
  }

  @Test("where nothing is said of a subject, it is what is said")
  func fragments() {
    let fragment = [word("envoy", .noun, at: 0, isOfSubject: true)]
    let features = features(fragment, [[word("visit", .verb, at: 0)]])
    #expect(features[.worstNoun] == 1)
    #expect(features[.worstOfSubject] == 0)
  }

  @Test("words that stand in two sentences are met in two, in none of them alone")
  func severalSentences() {
    let features = features(claim, [[claim[0], claim[1]], [claim[2]]])
    #expect(features[.metInTwo] == 1)
    #expect((features[.metInSentence] ?? 1) < 0.5)
    #expect(features[.leastSaid] == 0)
  }

  @Test("a word that is near in meaning is met in part")
  func nearness() {
    let others = [claim[0], claim[2]]
    let near = features(claim, [others], nearness: [[0, 0.55, 0]])
    #expect(abs((near[.worstVerb] ?? 0) - 0.5) < 0.01)
    let far = features(claim, [others], nearness: [[0, 0.1, 0]])
    #expect(far[.worstVerb] == 1)
  }

  @Test("a claim without words, and a source without sentences, have no features")
  func nothing() {
    #expect(features([], [claim]).isEmpty)
    #expect(features(claim, []).isEmpty)
  }
}
