import Ingestion
import Source

/// An account with the structure of its language laid open: sentences and the words in them.
public struct AnalyzedAccount: Sendable, Identifiable {
  /// The account as it was read.
  public let account: Account
  /// The sentences in order; none goes over the end of a paragraph.
  public let sentences: [Sentence]

  /// Joins an account and its sentences.
  public init(account: Account, sentences: [Sentence]) {
    self.account = account
    self.sentences = sentences
  }

  /// The id of the account.
  public var id: String { account.id }
}

/// A sentence, a heading or a list item: the longest unit that syntax describes.
public struct Sentence: Sendable, Hashable {
  /// The place in the account's text, in Unicode scalars, without white space around it.
  public let range: Range<Int>
  /// The index of the paragraph that holds it.
  public let paragraph: Int
  /// Its words and punctuation marks in order.
  public let words: [Word]

  /// Makes a sentence.
  public init(range: Range<Int>, paragraph: Int, words: [Word]) {
    self.range = range
    self.paragraph = paragraph
    self.words = words
  }
}

/// A word, number or punctuation mark with what is known of it.
public struct Word: Sendable, Hashable {
  /// The place in the account's text, in Unicode scalars.
  public let range: Range<Int>
  /// The word as it stands there.
  public let text: String
  /// The base form in lower case: `meet` for `met`, `述べる` for `述べ`.
  public let lemma: String
  /// The part of speech.
  public let partOfSpeech: PartOfSpeech
  /// The analyser's own, finer tag: Penn Treebank's for English, IPADIC's for Japanese.
  public let tag: String
  /// The index in its sentence of the word that it depends on; its own for a root and where the
  /// language has no parser.
  public let head: Int
  /// What it is to that word: a label of the parser (`nsubj`, `dobj`, `conj`), empty where there is none.
  public let relation: String
  /// What it names (`PERSON`, `GPE`, `ORG`), where it is part of a name.
  public let entityType: String?
  /// Whether a name begins here.
  public let beginsEntity: Bool
  /// How it is read, in katakana, where the language's dictionary tells.
  public let reading: String?

  /// Makes a word.
  public init(
    range: Range<Int>, text: String, lemma: String, partOfSpeech: PartOfSpeech, tag: String,
    head: Int, relation: String = "", entityType: String? = nil, beginsEntity: Bool = false,
    reading: String? = nil
  ) {
    self.range = range
    self.text = text
    self.lemma = lemma
    self.partOfSpeech = partOfSpeech
    self.tag = tag
    self.head = head
    self.relation = relation
    self.entityType = entityType
    self.beginsEntity = beginsEntity
    self.reading = reading
  }

  /// Whether the word carries content of its own: not grammar, not punctuation.
  public var isContent: Bool { partOfSpeech.isContent }
}

/// The universal parts of speech (Universal Dependencies, version 2).
public enum PartOfSpeech: String, Sendable, Hashable, CaseIterable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinatingConjunction = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinatingConjunction = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"

  /// Whether words of this class carry content of their own.
  public var isContent: Bool {
    switch self {
    case .adjective, .adverb, .noun, .numeral, .properNoun, .verb, .other: true
    default: false
    }
  }

  /// Whether words of this class name things.
  public var isNominal: Bool { self == .noun || self == .properNoun }
}
