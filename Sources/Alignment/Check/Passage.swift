import Claims
import Language
import Source
import Values

/// A claim or a sentence of a source, with all that comparing them needs.
struct Passage: Sendable {
  /// Its words as they stand.
  let text: String
  /// Where its text begins in the text that was analysed.
  let start: Int
  /// Its language.
  let language: LanguageTag
  /// The words that carry content, in order, with their places in the text that was analysed.
  let words: [ContentWord]
  /// The base forms of those words.
  let lemmas: Set<String>
  /// The stems of those that have one.
  let stems: Set<Substring>
  /// What its words mean or are kinds of, in order, and what is derived from them, where a language's words are known.
  let kinds: [Synset]
  let derivations: Set<String>
  /// How many words deny.
  let negations: Int
  /// The numbers, dates, times and durations in it.
  let values: [Value]
  /// Its meaning, without what all texts of its language have in common; zero where it was not needed.
  var embedding: Embedding
  /// Its tokens, as they are compared with those of what else the claim is checked against; none where they
  /// were not needed.
  var tokens: WeighedTokens = .none
  /// Of each of the words that carry content, where its tokens are among ``tokens``; none where they were not needed.
  var tokensOfWords: [Range<Int>] = []
  /// What each of the words that carry content means in it; none where it is compared within its language.
  var meanings: WordVectors = .none

  /// The meanings of the words that are no part of a value.
  var meaningsBesideValues: WordVectors {
    guard meanings.count == words.count else { return .none }
    return meanings.selecting(
      words.indices.filter { index in
        !words[index].isNumber && !values.contains { $0.range.overlaps(words[index].range) }
      })
  }

  /// All its words with their places in the tree of its sentences.
  let syntax: [SyntaxWord]

  /// A word with its place in a sentence's tree.
  struct SyntaxWord: Sendable {
    let range: Range<Int>
    let partOfSpeech: PartOfSpeech
    let relation: String
    /// The index in the passage of the word that it depends on; its own for a root.
    let head: Int
    let isEntity: Bool

    /// Whether it is the head of a subject.
    var isSubject: Bool { ["nsubj", "nsubjpass", "nsubj:pass"].contains(relation) }
  }

  /// A word that carries content.
  struct ContentWord: Sendable {
    let lemma: String
    let range: Range<Int>
    /// How much the word tells, by its rarity in the language.
    let weight: Double
    let kind: Kind
    /// Whether it is part of a subject: what the claim is about, and not what it says of it.
    let isOfSubject: Bool
    /// What it means, where that is known.
    let meaning: WordMeaning?
    /// The beginning of a long word: what "strengthen" and "strength", "America" and "American" share.
    let stem: Substring?

    /// A sort of words, each of which tells otherwise where it is missing.
    enum Kind: Sendable {
      case number, name, verb
      /// An adjective or an adverb.
      case modifier
      /// A noun, or what is of no other sort.
      case noun

      init(_ partOfSpeech: PartOfSpeech) {
        self =
          switch partOfSpeech {
          case .numeral: .number
          case .properNoun: .name
          case .verb: .verb
          case .adjective, .adverb: .modifier
          default: .noun
          }
      }
    }

    var isName: Bool { kind == .name }
    var isNumber: Bool { kind == .number }

    private static let stemLength = 5

    init(
      lemma: String, range: Range<Int>, weight: Double, kind: Kind, isOfSubject: Bool,
      meaning: WordMeaning? = nil
    ) {
      self.meaning = meaning
      self.lemma = lemma
      self.range = range
      self.weight = weight
      self.kind = kind
      self.isOfSubject = isOfSubject
      let isLatin = lemma.unicodeScalars.allSatisfy { $0.value < 0x250 }
      stem = isLatin && lemma.count >= Self.stemLength ? lemma.prefix(Self.stemLength) : nil
    }
  }

  /// A passage that is not encoded yet.
  ///
  /// - Parameters:
  ///   - words: its words that carry content.
  ///   - negations: how many of all its words deny.
  ///   - syntax: all its words with their places in the trees of its sentences; none for a part of a sentence.
  init(
    text: String, start: Int, language: LanguageTag, words: [ContentWord], negations: Int,
    values: [Value], syntax: [SyntaxWord]
  ) {
    self.text = text
    self.start = start
    self.language = language
    self.words = words
    self.negations = negations
    self.values = values
    self.syntax = syntax
    lemmas = Set(words.map(\.lemma))
    stems = Set(words.compactMap(\.stem))
    kinds = Set(words.flatMap { $0.meaning?.kinds ?? [] }).sorted()
    derivations = Set(words.flatMap { $0.meaning?.derivations ?? [] })
    embedding = .zero
  }

  /// The weight of all its words.
  var weight: Double { words.reduce(0) { $0 + $1.weight } }
}
