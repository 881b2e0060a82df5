import Ingestion
import Language
import Source

/// Resolves the references of an account in one pass, in the order of its sentences.
///
/// - Complexity: linear in the number of words.
struct ReferenceResolver {
  private let account: Account
  private let directory: EntityDirectory
  private let words: ReferenceWords
  private let acts: ActTable
  private let grammar: Grammar
  private let japanese: JapaneseGrammar
  private let narrator: Narrator
  private var discourse: Discourse
  /// What the last sentence was about, and in which paragraph it stood.
  private var topic: (referent: Referent, paragraph: Int)?

  init(
    account: Account, directory: EntityDirectory, words: ReferenceWords, acts: ActTable,
    grammar: Grammar, japanese: JapaneseGrammar
  ) {
    self.account = account
    self.directory = directory
    self.words = words
    self.acts = acts
    self.grammar = grammar
    self.japanese = japanese
    narrator = Narrator(account: account, directory: directory)
    discourse = Discourse(
      account: account.id, directory: directory,
      bodyWords: words.en.nouns.bodyWords.union(words.ja.nouns.bodyWords))
    // A ministry that publishes calls itself "the ministry" without a name.
    if let publisher = narrator.ofAccount, narrator.kind(of: publisher) == .organisation {
      discourse.add(
        Referent(
          identity: .entities([publisher.id]), kind: .organisation, count: 1, gender: nil,
          phrase: nil, place: 0..<0, sentence: -1, role: .other), isInText: false)
    }
  }

  /// The references of a sentence.
  struct Reading {
    /// Those in each of its claims, in the order of the text.
    let claims: [[PlacedReference]]
    /// All of them, also those in words that carry no claim: "it said".
    let all: [PlacedReference]
  }

  /// The references of a sentence and of each of its claims.
  ///
  /// - Parameter contents: what is read in the claims; none of a heading's.
  mutating func read(
    _ sentence: Sentence, index: Int, contents: [ClaimContent]
  ) -> Reading {
    let found: [PlacedReference]
    var omitted: Referent?
    switch account.language {
    case .english: found = english(sentence, index: index)
    case .japanese: (found, omitted) = self.japanese(sentence, index: index)
    default: return Reading(claims: contents.map { _ in [] }, all: [])
    }
    let claims = contents.map { content -> [PlacedReference] in
      let own = references(found, in: content)
      guard let omitted, content.subject == nil else { return own }
      let start = content.span.lowerBound
      let reference = Reference(
        range: start..<start, text: "", form: .omitted, entities: omitted.entities,
        names: omitted.names(in: directory), antecedent: omitted.phrase)
      return [
        PlacedReference(
          reference: reference, isSubject: true, filling: omitted.phrase.map { $0 + "は、" },
          place: omitted.place)
      ] + own
    }
    return Reading(claims: claims, all: found)
  }

  /// Those of a sentence's references, which are in order, that stand in a claim.
  private func references(
    _ found: [PlacedReference], in content: ClaimContent
  ) -> [PlacedReference] {
    let first = found.partitioningIndex {
      $0.reference.range.upperBound >= content.span.lowerBound
    }
    return found[first...].prefix { $0.reference.range.lowerBound < content.span.upperBound }
      .filter { placed in
        let range = placed.reference.range
        return content.ranges.contains {
          $0.overlaps(range) || range.isEmpty && $0.contains(range.lowerBound)
        }
      }
  }

  private func isInText(_ sentence: Sentence) -> Bool {
    ![.heading, .caption].contains(account.paragraphs[sentence.paragraph].role)
  }

  private mutating func english(_ sentence: Sentence, index: Int) -> [PlacedReference] {
    var references = EnglishReferences(
      sentence: sentence, index: index, text: account.text, mentions: mentions(in: sentence),
      directory: directory, words: words.en, acts: acts,
      narrator: narrator, isInText: isInText(sentence))
    return references.read(into: &discourse)
  }

  private mutating func japanese(
    _ sentence: Sentence, index: Int
  ) -> (found: [PlacedReference], omitted: Referent?) {
    let syntax = JapaneseTree(
      tree: SyntaxTree(sentence), text: account.text, acts: acts, grammar: grammar,
      japanese: japanese)
    var references = JapaneseReferences(
      syntax: syntax, range: sentence.range, index: index, mentions: mentions(in: sentence),
      directory: directory,
      words: words.ja, narrator: narrator, isInText: isInText(sentence))
    let found = references.read(into: &discourse)
    let last = topic
    topic = references.topic.map { ($0, sentence.paragraph) }
    guard topic == nil, let last, last.paragraph == sentence.paragraph,
      OmittedSubject(syntax: syntax, words: words.ja).isOmitted
    else { return (found, nil) }
    topic = last
    discourse.add(
      last.referent.again(
        at: sentence.range.lowerBound..<sentence.range.lowerBound, phrase: last.referent.phrase,
        sentence: index, role: .subject))
    return (found, last.referent)
  }

  private func mentions(in sentence: Sentence) -> [EntityMention] {
    directory.mentions(in: account.id, at: [sentence.range])
  }
}
