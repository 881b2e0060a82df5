import Ingestion
import Language
import Source

/// A source as an account names it.
struct Attribution: Hashable {
  /// The name: `the Japanese foreign ministry`; empty where the account only says `it` or `the statement`.
  var name: String
  /// Whether it is a post that is cited.
  var isPost: Bool
  /// What the account calls a source that it does not name: `she`, `statement`.
  var reference = ""
  /// Where the word stands that means the source, in the account's text.
  var place: Range<Int>?

  /// The source by the name of whom its words stand for, where they are a pronoun or a description and that is known.
  func resolved(by references: [PlacedReference]) -> Attribution {
    guard let place,
      let meant = references.first(where: { $0.reference.range.overlaps(place) })?.reference,
      [.pronoun, .description].contains(meant.form), !meant.entities.isEmpty
    else { return self }
    var resolved = self
    resolved.name = meant.names.joined(separator: ", ")
    return resolved
  }
}

/// Finds who speaks in a clause: the subject of a reporting verb, or the phrase that names a source
/// ("according to the department", "in a statement released by the ministry"), one inside the other where
/// several are named.
struct AttributionFinder {
  let tree: SyntaxTree
  let text: SourceText
  let acts: ActTable
  let grammar: Grammar
  /// The word that opens the phrase that names the source of the sentence, where there is one.
  private var sourcePhraseHead: Int?

  init(tree: SyntaxTree, text: SourceText, acts: ActTable, grammar: Grammar) {
    self.tree = tree
    self.text = text
    self.acts = acts
    self.grammar = grammar
    sourcePhraseHead = tree.words.indices.first(where: isSourcePhrase)
  }

  private var reporting: ReportingVerbs { ReportingVerbs(tree: tree, acts: acts, grammar: grammar) }

  private var speakers: SpeakerFinder {
    SpeakerFinder(tree: tree, text: text, acts: acts, grammar: grammar)
  }

  /// The sources that a clause names for itself and those that a phrase of the sentence names for all of it,
  /// from the outermost to the one that says the clause; none where the account does.
  func attributions(of clause: Clause) -> [Attribution] {
    var found = reporters(of: clause).compactMap(speakers.speaker(of:))
    if isDenial(clause.predicate), let denier = speakers.speaker(of: clause.predicate),
      !denier.name.isEmpty
    {
      found.append(denier)
    }
    guard let head = sourcePhraseHead, covers(head, clause), let phrase = sourcePhrase(at: head)
    else { return found }
    if phrase.isCited { return found + [phrase.attribution] }
    // "In a statement, the ministry said": the statement is no second source, and neither is "it".
    if phrase.attribution.name.isEmpty { return found.isEmpty ? phrase.own : found }
    return [phrase.attribution] + found.drop { $0.name.isEmpty }
  }

  /// The words of a sentence's source phrase, which carry no claim.
  func sourcePhraseWords() -> Set<Int> {
    sourcePhraseHead.map { Set(tree.subtree(of: $0)) } ?? []
  }

  // MARK: - Reporting verbs

  /// The reporting verbs around a clause, the outermost first: "the ministry said that the envoy had said that".
  private func reporters(of clause: Clause) -> [Int] {
    guard let inner = clause.reporter else { return [] }
    var found = [inner]
    var verb = inner
    while tree.words[verb].head != verb {
      let head = tree.words[verb].head
      let isContent =
        tree.words[verb].relation == "ccomp" && !isInserted(verb)
        && !reporting.isApart(verb, from: head)
      if isContent, reporting.reports(head) { found.insert(head, at: 0) }
      verb = head
    }
    return found
  }

  /// "The bridge, the council said, will open": the verb hangs from what it reports.
  private func isInserted(_ verb: Int) -> Bool { tree.child(of: verb, ["ccomp", "xcomp"]) == nil }

  /// Whoever denies says that it is not so; the account only reports that.
  private func isDenial(_ predicate: Int) -> Bool {
    acts.act(ofPredicate: predicate, in: tree)?.group == "denial"
  }

  // MARK: - Phrases that name a source

  private struct SourcePhrase {
    let attribution: Attribution
    /// Whether the source is one whom another one cites.
    var isCited = false
    /// Whether the source is no other than whoever acts: "in a post, the senator called it a farce".
    var isActor = false

    /// What it tells by itself, of a source without a name.
    var own: [Attribution] { isActor ? [] : [attribution] }
  }

  /// Whether a phrase tells the source of a clause: "the bridge closed, and according to police nobody was hurt" does
  /// so for what follows only, and "according to police nobody was hurt; the bridge was closed" for what stands before
  /// the semicolon.
  private func covers(_ head: Int, _ clause: Clause) -> Bool {
    let between = min(head, clause.predicate)..<max(head, clause.predicate)
    if !clause.subject.isEmpty, between.contains(where: { tree.words[$0].text == ";" }) {
      return false
    }
    let verb = tree.words[head].head
    guard tree.words[verb].relation == Relation.conjunct, head < verb else { return true }
    return clause.predicate >= head
  }

  private func sourcePhrase(at head: Int) -> SourcePhrase? {
    if isRemark(head) { return speakers.speaker(of: head).map { SourcePhrase(attribution: $0) } }
    return sourceNoun(of: head).map {
      SourcePhrase(
        attribution: speakers.attribution(named: $0), isCited: isCitation(head),
        isActor: grammar.inside.contains(tree.words[head].lemma))
    }
  }

  /// "As the coach put it, ..."; but "as they were told" tells of nobody who says so.
  private func isRemark(_ index: Int) -> Bool {
    let told = tree.child(of: index, ["nsubjpass"]).map { tree.words[$0].lemma.lowercased() }
    return tree.words[index].relation == "advcl" && reporting.reports(index)
      && [nil, "it"].contains(told)
      && tree.children(of: index, ["mark"]).contains {
        grammar.remarking.contains(tree.words[$0].lemma.lowercased())
      }
  }

  /// Whether a word opens a phrase that names the source of the sentence.
  private func isSourcePhrase(_ index: Int) -> Bool {
    if isRemark(index) { return true }
    guard let noun = sourceNoun(of: index), !isRate(index, of: noun) else { return false }
    if grammar.sources.contains(tree.words[index].lemma) || isCitation(index) { return true }
    // "in a statement released by the ministry", at the verb of a clause, not "interest in a statement".
    let parent = tree.words[index].head
    return grammar.inside.contains(tree.words[index].lemma) && tree.isPredicate(parent)
      && speakers.isDocument(noun)
      && (speakers.owner(ofDocument: noun) != nil || reporting.reports(parent))
  }

  /// "$5 per share", "once per day": a bare noun in the singular is a unit and nobody.
  private func isRate(_ index: Int, of noun: Int) -> Bool {
    grammar.rates.contains(tree.words[index].lemma) && tree.words[noun].tag == "NN"
      && tree.words[noun].entityType.map(EntityLabel.values.contains) ?? true
      && tree.child(of: noun, ["det", "poss", "compound"]) == nil
  }

  /// "The paper, citing the police, said ...".
  private func isCitation(_ index: Int) -> Bool {
    let word = tree.words[index]
    guard word.tag == "VBG", grammar.citing.contains(word.lemma) else { return false }
    switch word.relation {
    case "advcl", "prep": return reporting.reports(word.head)
    case "acl":
      return Relation.subjects.contains(tree.words[word.head].relation)
        && reporting.reports(tree.words[word.head].head)
    default: return false
    }
  }

  private func sourceNoun(of head: Int) -> Int? {
    if isCitation(head) {
      return tree.child(of: head, Relation.objects.union(Relation.prepositionObjects))
    }
    guard Relation.prepositions.contains(tree.words[head].relation) else { return nil }
    if let noun = tree.child(of: head, Relation.prepositionObjects) { return noun }
    return tree.child(of: head, Relation.prepositions).flatMap {
      tree.child(of: $0, Relation.prepositionObjects)
    }
  }
}
