import Source

/// The closed classes of words on which the claims of Japanese sentences rest
/// (`Resources/japanese.yaml`, `Resources/grammar.yaml`).
struct JapaneseGrammar: Sendable, Decodable {
  /// An ending by its words in their base forms, with the modality that it gives.
  struct Ending: Sendable, Decodable {
    let words: [String]
    let modality: Claim.Modality
  }

  /// Endings with their modality, in the order in which they count.
  let endings: [Ending]
  /// Endings that count where the clause is not in the past.
  let presentEndings: [Ending]
  /// Endings that hold a negation and deny nothing.
  let affirming: [[String]]
  /// Verbs of what is there or comes about, whose subject does nothing in the clause that they are joined to.
  let happening: Set<String>
  /// Verbs after a noun that tells how a clause stands, which say nothing besides.
  let existence: Set<String>
  /// Verbs that settle the clause before ことに, with the modality that they give it.
  let settling: [String: Claim.Modality]
  /// Particles and nouns that leave one way only, before ない.
  let onlyParticles: Set<String>
  let onlyNouns: Set<String>
  /// Verbs that try what stands before them with と, and the endings that it has then.
  let attempting: Set<String>
  let volition: Set<String>
  /// Verbs by which, in the passive, nobody is named who says it.
  let hearsay: Set<String>
  /// Verbs that say so in their plain form at the end of a sentence.
  let saying: Set<String>
  /// Words for a time to come.
  let future: Set<String>
  /// Verbs that report where something is quoted before them.
  let quoting: Set<String>
  /// Verbs that report the sentence before where they have a subject and nothing else.
  let announcing: Set<String>
  /// Particles behind a clause that somebody gives as the ground for what they do.
  let grounding: Set<String>
  /// Nouns behind a clause that is what somebody says.
  let contents: Set<String>
  /// Nouns for what somebody thinks, and the particles that tie a clause to them.
  let opinions: Set<String>
  let opinionParticles: Set<String>
  /// Verbs that perform what their object names.
  let performing: Set<String>
  /// Verbs that say nothing without the noun with に or と before them.
  let demanding: Set<String>
  /// Verbs that only relate a thing to what follows.
  let relating: Set<String>
  /// Nouns after a clause that set it beside the next.
  let joiningNouns: Set<String>
  /// Particles after a clause that set it beside the next.
  let joiningParticles: Set<String>
  /// Particles that do so before a comma only.
  let joiningBeforeComma: Set<String>
  /// Particles before the matter of a talk.
  let matter: Set<String>
  /// Particles before which the matter of an agreement stands.
  let agreedParticles: Set<String>
  /// Nouns that say, with a copula, that something should be.
  let necessities: Set<String>
  /// Particles that only mark what a noun is to its verb or to the next noun.
  let marking: Set<String>
  /// Particles that only say that a list goes on.
  let openEnds: Set<String>
  /// Particles that mark who speaks.
  let speakers: Set<String>
  /// Words for several who act together.
  let together: Set<String>
  /// Endings of words for several.
  let plural: Set<String>

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  static func read() throws(ResourceError) -> JapaneseGrammar {
    try ResourceTable.decode(JapaneseGrammar.self, from: "japanese.yaml", in: .module)
  }
}
