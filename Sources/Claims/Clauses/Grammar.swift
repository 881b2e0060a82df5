import Source

/// The closed classes of words of a language that splitting, voices and modality rest on
/// (`Resources/grammar.yaml`).
struct Grammar: Sendable, Decodable {
  /// Conjunctions whose clause states something of its own.
  let contrasting: Set<String>
  /// The groups of acts whose verbs only tell who speaks where they stand behind what is said.
  let telling: Set<String>
  /// Prepositions by which a part is named of what was named before.
  let partitive: Set<String>
  /// Conjunctions of a condition.
  let conditions: Set<String>
  /// Prepositions of an occasion or cause.
  let occasions: Set<String>
  /// Prepositions of a place.
  let places: Set<String>
  /// Prepositions of a date or time, before one.
  let times: Set<String>
  /// Conjunctions of what was so besides.
  let besides: Set<String>
  /// Words by which a phrase says that it is so nowhere and at no time else.
  let limitsOfPhrase: Set<String>
  /// Words by which a clause says that it is so of nothing else, or hardly at all.
  let limitsOfClause: Set<String>
  /// Verbs of what is then no longer so or not allowed, or allowed there alone.
  let limitingVerbs: Set<String>
  /// Words that open a list of examples.
  let enumerating: Set<String>
  /// Prepositions after which the matter of a talk stands.
  let matter: Set<String>
  /// Words before the one whose words are reported.
  let sources: Set<String>
  /// Those of them that stand before a unit too.
  let rates: Set<String>
  /// Verbs before the one whose words are reported: "citing the police".
  let citing: Set<String>
  /// Conjunctions before whoever says what stands beside them: "as the coach put it".
  let remarking: Set<String>
  /// Pronouns for the account itself, or for whoever is quoted.
  let firstPerson: Set<String>
  /// Nouns for texts in which someone speaks.
  let documents: Set<String>
  /// Verbs and nouns by which a post is cited.
  let posts: Set<String>
  /// Nouns that say nothing by themselves.
  let light: Set<String>
  /// Prepositions before the maker of a document.
  let makers: Set<String>
  /// Prepositions before a document in which someone speaks.
  let inside: Set<String>
  /// Words that deny the noun or the predicate that they stand with.
  let negations: Set<String>
  /// Nouns that deny the predicate where they are denied themselves, by the prepositions before them.
  let deniedOccasions: [String: Set<String>]
  /// Words at the beginning of a sentence that deny it as the one before it was denied.
  let continuingDenials: Set<String>
  /// Words before what something still depends on.
  let reservations: Set<String>
  /// Prepositions before those to whom people belong.
  let belonging: Set<String>
  /// Nouns and verbs for the wish at which something is done.
  let initiative: Set<String>
  /// Words before what somebody else says or what did not help.
  let opposing: Set<String>
  /// Conjunctions of two that are denied together.
  let alternatives: Set<String>
  /// Words whose infinitive did not come true.
  let failing: Set<String>
  /// Adjectives that deny what a noun for something said tells.
  let untrue: Set<String>
  /// Verbs of what something has for a consequence.
  let consequences: Set<String>
  /// The American spellings of words by the British ones.
  let spellings: [String: String]
  /// Prepositions before a length of time that was enough.
  let limits: Set<String>
  /// Prepositions before a length of time that is past where a superlative stands before them.
  let lookingBack: Set<String>
  /// Words that are superlatives, though grammar does not mark them.
  let superlatives: Set<String>
  /// Words by which a claim says something less than exactly, or less than surely.
  let hedges: Hedges
  /// Words before an infinitive, with the modality that they give it.
  let introducing: [String: Claim.Modality]
  /// Verbs by which, in the passive, nobody is named who says, plans or expects something.
  let impersonal: [String: Claim.Modality]
  /// Conjunctions of what is neither said nor denied.
  let doubting: Set<String>
  /// Verbs whose object is what is wanted.
  let wanting: Set<String>
  /// Pronouns for several who act together (true) or for one (false).
  let jointPronouns: [String: Bool]
  /// Prepositions that open examples of what stands before them.
  let exemplifying: Set<String>
  /// Words that stand in small letters inside of titles.
  let titleWords: Set<String>
  /// Prepositions whose objects are meant together.
  let together: Set<String>
  /// Verbs that make one predicate with a bare noun.
  let lightVerbs: Set<String>
  /// Nouns that, bare behind a preposition, make one predicate with a verb and its object.
  let completing: Set<String>
  /// Words and phrases that only tie a sentence to the one before it.
  let connectives: Set<String>
  /// The modality that a word gives to its clause.
  let modality: [String: Claim.Modality]

  /// The grammars of all languages that have one.
  ///
  /// - Throws: `ResourceError` when the table cannot be read.
  static func all() throws -> [LanguageTag: Grammar] {
    let table = try ResourceTable.decode([String: Grammar].self, from: "grammar.yaml", in: .module)
    return Dictionary(
      uniqueKeysWithValues: table.map { (LanguageTag(rawValue: $0.key), $0.value) })
  }
}

extension Grammar {
  /// The base form of a word in the spelling that all its spellings are compared by: "defense" for "defence".
  func spelled(_ lemma: String) -> String {
    guard let known = spellings[lemma.lowercased()] else { return lemma }
    return lemma.first?.isUppercase ?? false ? known.capitalizingFirst : known
  }
}

extension Claim.Modality: Decodable {}
