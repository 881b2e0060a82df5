import Claims
import Language
import Source
import Values

/// A claim or a sentence of a source, with all that comparing them needs.
struct Passage: Sendable {
  /// Its words as they stand.
  let text: String
  /// Its language.
  let language: LanguageTag
  /// The words that carry content, in order, with their places in the text that was analysed.
  let words: [ContentWord]
  /// The base forms of those words.
  let lemmas: Set<String>
  /// The stems of those that have one.
  let stems: Set<Substring>
  /// How many words deny.
  let negations: Int
  /// The numbers, dates, times and durations in it.
  let values: [Value]
  /// Its meaning, without what all texts of its language have in common; zero where it was not needed.
  var embedding: Embedding
  /// Its tokens, as they are compared with those of what else the claim is checked against; none where they
  /// were not needed.
  var tokens: WeighedTokens = .none
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
  }

  /// A word that carries content.
  struct ContentWord: Sendable {
    let lemma: String
    let range: Range<Int>
    /// How much the word tells, by its rarity in the language.
    let weight: Double
    let isName: Bool
    let isNumber: Bool
    /// The beginning of a long word: what "strengthen" and "strength", "America" and "American" share.
    let stem: Substring?

    private static let stemLength = 5

    init(lemma: String, range: Range<Int>, weight: Double, isName: Bool, isNumber: Bool) {
      self.lemma = lemma
      self.range = range
      self.weight = weight
      self.isName = isName
      self.isNumber = isNumber
      let isLatin = lemma.unicodeScalars.allSatisfy { $0.value < 0x250 }
      stem = isLatin && lemma.count >= Self.stemLength ? lemma.prefix(Self.stemLength) : nil
    }
  }

  /// The weight of all its words.
  var weight: Double { words.reduce(0) { $0 + $1.weight } }
}
