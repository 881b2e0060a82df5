import Source

/// The closed classes of Japanese words on which phrases and their dependencies rest
/// (`Resources/Japanese/grammar.yaml`).
struct PhraseGrammar: Sendable, Decodable {
  /// Verbs that a noun becomes a verb with.
  let lightVerbs: Set<String>
  /// Verbs that make one postposition with the particle before them, by the particle.
  let adpositions: [String: Set<String>]
  /// Verbs by which a phrase names a source, and the particles behind them: によると.
  let sourceVerbs: Set<String>
  let sourceParticles: Set<String>
  /// Conjunctions that join nouns.
  let nounConjunctions: Set<String>
  /// Compound particles that join the noun before them to a noun behind them.
  let attributives: Set<String>
  /// Particles after each item of a list of nouns.
  let listParticles: Set<String>
  /// Nouns after a verb that only tell how its clause stands.
  let auxiliaryNouns: Set<String>
  /// Nouns that say nothing by themselves.
  let formalNouns: Set<String>
  /// Counters of time.
  let timeCounters: Set<String>
  /// Endings of a time.
  let timeEndings: Set<String>
  /// Verbs of saying, thinking and deciding.
  let communication: Set<String>
  /// Those of them that quote nothing with と.
  let unquoting: Set<String>
  /// Verbs that only complete what goes before.
  let completions: Set<String>
  /// Nouns that belong to the predicate without a particle.
  let adverbialNouns: Set<String>
  /// Endings of nouns for somebody who can act.
  let beings: [String]
  /// Nouns that with に stand for a verb of what is done with the object before them: 中国を念頭に.
  let backdrops: Set<String>
  /// Nouns that join the clause before them to the next.
  let joiningNouns: Set<String>
  /// Particles that mark who speaks.
  let speakers: Set<String>
  /// Verbs that perform what their object names: 協議を行う.
  let performing: Set<String>
  /// Predicates that only say that something is or is not: 必要がある.
  let existence: Set<String>
  /// The copula in its base forms.
  let copulas: Set<String>
  /// The endings of the passive in their base forms.
  let passives: Set<String>

  /// Whether a phrase has an object before it though it is no predicate: 念頭に of 中国を念頭に.
  func makesBackdrop(_ phrase: Phrase, _ morphemes: [Morpheme]) -> Bool {
    phrase.link == .oblique("に") && backdrops.contains(morphemes[phrase.head].lemma)
  }

  /// The grammar, read once.
  static let shared = Result {
    () throws(ResourceError) in
    try ResourceTable.decode(PhraseGrammar.self, from: "Japanese/grammar.yaml", in: .module)
  }
}
