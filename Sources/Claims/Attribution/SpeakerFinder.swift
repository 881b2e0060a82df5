import Language
import Source

/// Finds whoever says what an English verb of saying reports, and what the account calls them.
struct SpeakerFinder {
  let tree: SyntaxTree
  let text: SourceText
  let acts: ActTable
  let grammar: Grammar

  /// Who speaks by a verb; nothing where nobody is named ("it was said") or the account itself speaks ("we said").
  func speaker(of verb: Int) -> Attribution? {
    guard let noun = subject(of: verb) else { return nil }
    let word = tree.words[noun]
    let isPost = grammar.posts.contains(tree.words[verb].lemma)
    if word.partOfSpeech == .pronoun {
      let isOwn = grammar.firstPerson.contains(word.lemma.lowercased())
      return isOwn
        ? nil
        : Attribution(
          name: "", isPost: isPost, reference: word.text.lowercased(), place: word.range)
    }
    var found = attribution(named: noun)
    found.isPost = found.isPost || isPost
    return found
  }

  /// A noun as a source: itself, or whoever made it where it is a statement, a release, a post; its name is
  /// empty where nobody is said to have made it.
  func attribution(named noun: Int) -> Attribution {
    guard isDocument(noun) else {
      let isSeveral = tree.child(of: noun, [Relation.conjunct]) != nil
      let speaker = isSeveral ? noun : namedPerson(beside: noun) ?? noun
      return Attribution(
        name: phrase(of: speaker, withOthers: true), isPost: false,
        place: isSeveral ? nil : tree.words[speaker].range)
    }
    return Attribution(
      name: owner(ofDocument: noun) ?? "", isPost: grammar.posts.contains(tree.words[noun].lemma),
      reference: phrase(of: noun))
  }

  /// Whether a noun is a text in which someone speaks, and no part of a name: the Daily Post.
  func isDocument(_ noun: Int) -> Bool {
    grammar.documents.contains(tree.words[noun].lemma) && tree.words[noun].entityType == nil
  }

  /// "The mayor, Ida Brook, said": the name tells more than the office.
  private func namedPerson(beside noun: Int) -> Int? {
    guard tree.words[noun].partOfSpeech != .properNoun else { return nil }
    return tree.children(of: noun, ["appos"]).first { tree.words[$0].entityType == "PERSON" }
  }

  /// Whose statement, release or post it is.
  func owner(ofDocument noun: Int) -> String? {
    if let owner = tree.child(of: noun, ["poss"]), tree.words[owner].partOfSpeech != .pronoun {
      return phrase(of: owner)
    }
    let makers =
      tree.children(of: noun, ["acl", "prep"])
      + tree.children(of: noun, ["acl"])
      .flatMap { tree.children(of: $0, Relation.prepositions) }
    for maker in makers where grammar.makers.contains(tree.words[maker].lemma) {
      if let owner = tree.child(of: maker, Relation.prepositionObjects) { return phrase(of: owner) }
    }
    let describing = tree.children(of: noun, ["compound", "amod", "nmod"])
      .filter { tree.words[$0].entityType != nil || tree.words[$0].partOfSpeech == .properNoun }
    if let last = describing.last { return phrase(of: last) }
    return issuer(ofDocument: noun)
  }

  // MARK: - Who acts

  /// The noun that a verb of saying has for its subject, taken from the clause around it where it has none of its
  /// own: "the airline grounded its fleet, saying that ...". The way up is no longer than the sentence is deep.
  private func subject(of verb: Int) -> Int? {
    if tree.child(of: verb, ["auxpass"]) != nil {
      return tree.child(of: verb, ["agent"])
        .flatMap { tree.child(of: $0, Relation.prepositionObjects) }
    }
    return subject(around: verb)
  }

  private func subject(around verb: Int) -> Int? {
    if let own = tree.child(of: verb, ["nsubj", "nsubjpass"]) {
      let isRelative = ["WP", "WDT"].contains(tree.words[own].tag)
      return isRelative && tree.words[verb].relation == "relcl" ? tree.words[verb].head : own
    }
    let head = tree.words[verb].head
    guard head != verb else { return nil }
    switch tree.words[verb].relation {
    case "conj", "advcl", "xcomp", "pcomp", "prep": return subject(around: head)
    case "acl": return head
    default: return nil
    }
  }

  /// "The club issued a statement": who acts on a document made it.
  private func issuer(ofDocument noun: Int) -> String? {
    guard tree.words[noun].relation == "dobj" else { return nil }
    let verb = tree.words[noun].head
    let noun = subject(of: verb).flatMap { tree.words[$0].partOfSpeech.isNominal ? $0 : nil }
    return noun.map { phrase(of: $0) }
  }

  /// A noun with its modifiers, as it stands in the text, without the clauses behind it.
  ///
  /// - Parameter withOthers: whether those that are coordinated with it belong to it: "the mayor and the governor".
  private func phrase(of noun: Int, withOthers: Bool = false) -> String {
    let nouns = withOthers ? tree.coordination(of: noun) : [noun]
    let others: Set = withOthers ? [] : [Relation.conjunct, "cc"]
    let additions = Set(["relcl", "acl", "appos", "case"]).union(others)
    let behind = nouns.flatMap { tree.children(of: $0, additions) }
    let words = tree.subtree(of: noun, except: Set(behind))
      .filter { tree.words[$0].partOfSpeech != .determiner }
    let ranges = ClaimText.merged(words.map { tree.words[$0].range }, of: text)
    return ClaimText.joined(ranges, of: text)
  }
}
