/// A phrase (bunsetsu): words of content with the particles and auxiliaries that follow them.
struct Phrase: Sendable, Hashable {
  /// Its content words in order; the last one heads the phrase.
  var content: [Int]
  /// The particles and auxiliaries behind them.
  var function: [Int] = []
  /// Punctuation marks before, in and behind it.
  var marks: [Int] = []
  /// The conjunction that joins it to the next one: 及び.
  var conjunction: Int?
  /// Whether its function words hold a light verb: 検討する.
  var hasLightVerb = false
  /// The verb that makes one postposition with the particle before it: 向け in 実現に向けて.
  var adposition: Int?
  /// Whether a comma ends it.
  var hasComma = false
  /// Whether a full stop or the like ends it.
  var hasStop = false
  /// Whether a bracket closes at its end.
  var closesBracket = false
  /// Whether a bracket opens right behind it.
  var precedesBracket = false
  /// Whether it is a predicate: a verb, an adjective, a noun with a copula.
  var isPredicate = false
  /// Whether its head is a noun without more: it can be described by what stands before it.
  var isNominal = false
  /// The base form of a predicate, with its light verb: 検討する.
  var lemma = ""
  /// How it hangs on what follows.
  var link = Link.bare

  /// The head: the last content word.
  var head: Int { content[content.count - 1] }

  /// The ways in which a phrase hangs on what follows.
  enum Link: Sendable, Hashable {
    /// A topic: は, も.
    case topic
    /// A subject: が.
    case subject
    /// An object: を.
    case object
    /// Another case, by its particle: に, で, から, について.
    case oblique(String)
    /// と behind a noun: "with" or "and".
    case with
    /// A noun before a noun: の, における.
    case attributive
    /// An item of a list before its last.
    case coordinate
    /// A noun without a particle.
    case bare
    /// A time or an amount without a particle.
    case adverbialNoun
    /// A noun right before what it describes: フェリー「白鷺丸」.
    case apposition
    /// An adverb.
    case adverb
    /// A predicate or another word before the noun that it describes.
    case adnominal
    /// A predicate before the next one, by what joins them: empty, て, し, が.
    case continuative(String)
    /// A predicate that is quoted: と.
    case quotative
    /// A conjunction at the beginning of a sentence.
    case conjunction
    /// The end of a sentence.
    case final
  }
}
