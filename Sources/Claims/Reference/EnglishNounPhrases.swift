import Language
import Source

/// What the noun phrases of an English sentence are for references: whom they name, in which role, and how they
/// read in another sentence.
struct EnglishNounPhrases {
  let tree: SyntaxTree
  let text: SourceText
  let words: ReferenceWords.English
  let directory: EntityDirectory
  private let index: MentionIndex
  let coordinations: Coordinations

  /// - Parameter mentions: where the sentence names entities, in order.
  init(
    tree: SyntaxTree, text: SourceText, words: ReferenceWords.English, directory: EntityDirectory,
    mentions: [EntityMention]
  ) {
    self.tree = tree
    self.text = text
    self.words = words
    self.directory = directory
    index = MentionIndex(words: tree.words, mentions: mentions)
    coordinations = Coordinations(tree: tree)
  }

  /// A phrase of more words than this is no handy name for anything.
  private static let longestPhrase = 9

  /// Entities of spaCy's that are values, to which no pronoun refers.
  private static let values: Set = [
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
  ]

  /// Whether a word heads a phrase of its own that names or describes something.
  func isHead(_ index: Int) -> Bool {
    let word = tree.words[index]
    return word.partOfSpeech.isNominal
      && !["compound", "nmod", "amod", "appos", "npadvmod", "intj", "meta"].contains(word.relation)
      && !(word.entityType.map(Self.values.contains) ?? false)
      && !(word.tag == "NNPS" && entity(at: index) == nil)
      && !words.means.contains(word.lemma)
      && !tree.children(of: index, ["det"]).contains {
        words.unspecific.contains(tree.words[$0].lemma)
      }
  }

  /// The entity that a word is part of the name of: of two, the one with the longer name.
  func entity(at index: Int) -> Entity? {
    mention(at: index).flatMap { directory.entity($0.entity) }
  }

  /// The name that a word is part of.
  func mention(at index: Int) -> EntityMention? { self.index.longest(at: index) }

  /// The entity that a phrase is about: by its head, or by what stands beside it: "the mayor, Ada Brook".
  func entity(ofPhrase head: Int) -> Entity? {
    if let named = entity(at: head) { return named }
    return tree.children(of: head, ["appos"]).lazy.compactMap { entity(at: $0) }
      .first { [.person, .organisation].contains($0.kind) } ?? bearer(ofTitle: head)
  }

  /// Whose title a word begins: the parser may hang the name from it ("President of Chile Ana Rios").
  private func bearer(ofTitle head: Int) -> Entity? {
    guard tree.words[head].tag == "NNP", tree.child(of: head, ["det", "poss"]) == nil,
      directory.office(ofTitle: [tree.words[head].text]) != nil
    else { return nil }
    let people = describing(head).filter { $0 > head }.compactMap { word in
      entity(at: word).flatMap { $0.kind == .person ? (word, $0) : nil }
    }
    guard let (first, person) = people.first, people.allSatisfy({ $0.1 == person }),
      directory.office(ofTitle: [tree.words[first - 1].text]) == nil
    else { return nil }
    return person
  }

  /// Whether a noun beside a name says that it is no body: "the ferry Shirasagi Maru".
  func isThing(namedBy head: Int) -> Bool {
    let beside = tree.children(of: head, ["compound", "nmod", "amod", "appos"]) + [head]
    let nouns = beside.filter { tree.words[$0].tag == "NN" && mention(at: $0) == nil }
    return !nouns.isEmpty
      && !nouns.contains { words.nouns.entry(of: tree.words[$0].lemma)?.kinds == [.organisation] }
  }

  /// The code of the one country that a phrase names beside its head: "Japanese Foreign Minister Ono", "... of Japan".
  func region(besides head: Int) -> String? {
    let own = describing(head).filter { $0 != head }
    let found = index.mentions(at: own).filter { !$0.range.overlaps(tree.words[head].range) }
      .compactMap { directory.entity($0.entity) }.filter { $0.kind == .region }
    return Set(found.map(\.id)).count == 1 ? found.first?.region : nil
  }

  /// The offices that a phrase tells: "Secretary of State Berg", "Antony Berg, Secretary of State".
  func offices(ofPhrase head: Int) -> Set<String> {
    let beside = tree.children(of: head, ["appos"]).map { tree.subtree(of: $0) }
    return ([describing(head)] + beside).reduce(into: []) { offices, words in
      offices.formUnion(directory.offices(amongWords: words.map { tree.words[$0].text }))
    }
  }

  private func describing(_ head: Int) -> [Int] {
    let outside = tree.children(of: head, ["relcl", "acl", "conj", "cc", "punct", "appos"])
    return tree.subtree(of: head, except: Set(outside))
  }

  /// What a word is in its clause; in a clause that only describes a noun nothing is a subject to go back to.
  func role(of index: Int) -> Referent.Role {
    let top = coordinations.top(of: index)
    let word = tree.words[top]
    switch word.relation {
    case "nsubj", "nsubjpass":
      return ["relcl", "acl"].contains(tree.words[word.head].relation) ? .other : .subject
    case "dobj", "dative", "attr", "oprd":
      return isBody(toldAt: top) ? .other : .object
    case "pobj": return isCompanion(word.head) ? .object : .other
    default: return .other
    }
  }

  /// Whether a word names a body to whom something is told, which then plays no part: "told the Herald".
  func isBody(toldAt word: Int) -> Bool {
    guard words.telling.contains(tree.words[tree.words[word].head].lemma),
      tree.words[word].partOfSpeech == .properNoun
    else { return false }
    // Nobody is called "the Herald", whatever the pipeline takes it for.
    if tree.child(of: word, ["det"]) != nil { return true }
    guard tree.words[word].entityType != "PERSON" else { return false }
    return entity(at: word).map { $0.kind != .person && $0.kind != .region } ?? true
  }

  /// Whether a preposition is one before whom something is done with, by or to.
  private func isCompanion(_ preposition: Int) -> Bool {
    let word = tree.words[preposition]
    return word.relation == "agent"
      || ["with", "to", "by"].contains(word.lemma) && word.head < preposition
        && tree.words[word.head].partOfSpeech == .verb
        // "According to": the verb is a preposition itself.
        && tree.words[word.head].relation != "prep"
  }

  /// The gender that the words of a phrase tell: "Ms. Berg", "the spokeswoman".
  func gender(ofPhrase head: Int) -> ReferenceWords.Gender? {
    let besides = tree.children(of: head, ["compound", "nmod", "appos"])
    let titles = besides + besides.flatMap { tree.children(of: $0, ["compound"]) }
    return ([head] + titles).lazy.compactMap { words.gender(of: tree.words[$0].text) }.first
  }

  // MARK: - Phrases

  /// A phrase as it reads in a sentence of its own: with "the" for "a", and without the clauses behind it.
  func reading(ofPhrase head: Int) -> String? {
    if entity(at: head)?.kind == .person, let mention = mention(at: head) {
      let words = text[mention.range].split(whereSeparator: \.isWhitespace).map(String.init)
      return directory.withoutTitles(words).joined(separator: " ")
    }
    var own = phrase(head)
    guard let first = own.first, own.count <= Self.longestPhrase,
      !own.contains(where: { tree.words[$0].partOfSpeech == .pronoun })
    else { return nil }
    let isIndefinite = ["a", "an"].contains(tree.words[first].lemma)
    if isIndefinite { own.removeFirst() }
    let range = ClaimText.merged(own.map { tree.words[$0].range }, of: text)
    let words = ClaimText.joined(range, of: text)
    guard !words.isEmpty else { return nil }
    return isIndefinite ? "the " + words : inSmallLetter(words, first)
  }

  /// A noun with what describes it before it, and an "of" behind it: "the death toll of the earthquake".
  private func phrase(_ head: Int) -> [Int] {
    let behind = tree.children(of: head).filter { child in
      child > head && !(tree.words[child].lemma == "of" && tree.words[child].relation == "prep")
    }
    let outside = behind + tree.children(of: head, ["relcl", "acl", "conj", "cc", "preconj"])
    if let whole = tree.subtree(of: head, except: Set(outside), limit: Self.longestPhrase) {
      return whole
    }
    let right = tree.children(of: head).filter { $0 > head }
    return tree.subtree(of: head, except: Set(outside + right))
  }

  /// A phrase without the capital that it had only as the first of its sentence.
  private func inSmallLetter(_ phrase: String, _ first: Int) -> String {
    let word = tree.words[first]
    guard word.partOfSpeech != .properNoun,
      word.entityType.map(Self.values.contains) ?? true || word.partOfSpeech == .determiner,
      mention(at: first) == nil || word.partOfSpeech == .determiner,
      word.text.dropFirst().allSatisfy({ !$0.isUppercase })
    else { return phrase }
    return phrase.prefix(1).lowercased() + phrase.dropFirst()
  }
}
