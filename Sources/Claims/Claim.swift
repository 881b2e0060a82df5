import Source
import Values

/// One proposition that an account puts forward, with the place of the words that carry it.
public struct Claim: Sendable, Identifiable {
  /// The claim's name: it comes from the account, the words and their place.
  public let id: String
  /// The id of the account that makes it.
  public let account: String
  /// The index of its sentence in the account.
  public let sentence: Int
  /// The index of its paragraph in the account.
  public let paragraph: Int
  /// Where its words stand, in Unicode scalars of the account's text: in order, apart from each other.
  public let ranges: [Range<Int>]
  /// The claim as a sentence of its own, made of words of the account: a pronoun is replaced by what it stands for.
  public let text: String
  /// What it does: meets, discusses, agrees; nothing where the verb is not in the table of acts.
  public let act: Act?
  /// Who says it.
  public let voice: Voice
  /// Who acts in it.
  public let actors: [Actor]
  /// Whether those who act do so together ("the two ministers") or one does alone; nothing where the
  /// claim does not tell.
  public let actsJointly: Bool?
  /// The ids of those at whose wish it was done: "at the request of the envoy".
  public let initiators: [String]
  /// Whether it says that something is so, or that it is not.
  public let polarity: Polarity
  /// How it stands to what happened: it did, it will, it is hoped for.
  public let modality: Modality
  /// Where its words stand in quotation marks: as somebody's exact words, or at a distance ("so-called").
  public let quotations: [Passage]
  /// Where it says something less than exactly or surely: "about", "at least", "apparently".
  public let hedges: [Passage]
  /// The numbers, dates, times and durations in it, with what each is of.
  public let measures: [Measure]
  /// The content words by which claims are compared, in the order of the text.
  public let words: [ContentWord]
  /// The things it names.
  public let terms: [Term]
  /// Where it names entities of the event's directory, in the order of the text.
  public let mentions: [EntityMention]
  /// The names, pronouns and descriptions in it that stand for somebody or something, in the order of the text.
  public let references: [Reference]
  /// What its text has in the place of pronouns, with where those stand, in the order of the text; in Japanese also the
  /// subject that is left out.
  public let fillings: [Passage]
  /// The parts of it that another account may leave out while it tells the rest, in the order of the text.
  public let details: [Detail]
  /// The id of the claim that it is a part of, where it is one.
  public let whole: String?

  /// Words of a claim, with their place in the account's text.
  public struct Passage: Sendable, Hashable {
    /// The words as they stand there.
    public let text: String
    /// Their place, in Unicode scalars.
    public let range: Range<Int>
  }

  /// A word that carries content, with its place in the account's text.
  public struct ContentWord: Sendable, Hashable {
    /// Its base form; in Japanese a number goes with its counter.
    public let lemma: String
    /// Its place, in Unicode scalars.
    public let range: Range<Int>
    /// Whether it stands in what limits nothing: in an apposition, "Ono, the mayor of Kesa", or in "contrary to reports".
    public var isAside = false
  }

  /// Whether a claim says that something is so, or that it is not.
  public enum Polarity: String, Sendable, Hashable, CaseIterable {
    case affirmed, denied
  }

  /// How a claim stands to what happened: it did or does, it will, somebody plans it or hopes for it, it can be, it
  /// should be, or it is said by nobody who is named.
  public enum Modality: String, Sendable, Hashable, CaseIterable {
    case fact, future, intention, hope, possibility, obligation, hearsay
  }

  /// The numbers, dates, times and durations in it.
  public var values: [Value] { measures.map(\.value) }

  /// The base forms of its content words, each once, in the order of their first places.
  public var lemmas: [String] {
    var seen: Set<String> = []
    return words.map(\.lemma).filter { seen.insert($0).inserted }
  }

  /// The range from the claim's first word to its last.
  public var span: Range<Int> {
    (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
  }
}

/// A value with its place in the claim: two values can be compared when they are of the same thing.
public struct Measure: Sendable, Hashable {
  /// The value.
  public let value: Value
  /// The base form of the noun that it counts or measures: `passenger` in "86 passengers".
  public let counted: String?
  /// The base form of the word that it depends on: `hit` in "hit the breakwater at 07:40".
  public let governor: String?
  /// The thing that it measures or counts, where the claim tells one that Crossread knows: `deaths`.
  public var quantity: MeasuredQuantity? = nil
}

/// A noun phrase: a thing that a claim names, with the words that describe it.
public struct Term: Sendable, Hashable {
  /// The phrase without its article, where it stands in the account's text.
  public let range: Range<Int>
  /// The phrase as it stands there.
  public let text: String
  /// The noun that it is about, with what makes one word of it: `Indo-Pacific`, `summit`.
  public let head: String
  /// The base forms of the head's words.
  public let headLemmas: [String]
  /// The base forms of the words that describe the head, in order: `severe`, `security`.
  public let modifiers: [String]
  /// Those of them that judge or describe and do not name: the adjectives and participles.
  public let qualities: [String]
  /// The phrase with what it hangs on, where that is a noun too: `peace and security in the
  /// Indo-Pacific`; otherwise the phrase alone.
  public let context: Range<Int>
  /// Whether it is a name.
  public let isName: Bool
  /// What sort of thing a name names (`GPE`, `ORG`), where that is known.
  public let entityType: String?
  /// Whether its head says nothing by itself: "the earliest opportunity".
  public let isLight: Bool
  /// The base form of the preposition before it: `in` for "in Liverpool".
  public let preposition: String?
  /// The id of the entity that it names, where it is known.
  public var entity: String? = nil

  /// The base forms of all its content words.
  public var lemmas: [String] { modifiers + headLemmas }
}
