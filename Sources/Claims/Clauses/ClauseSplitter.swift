import Language

/// Splits a parsed sentence into clauses that each say one thing.
///
/// A clause begins at the root of the sentence, at coordinated predicates with parts of their own, at
/// what a reporting verb introduces, and at relative, participial and contrasting clauses that are set
/// off by a comma. Restrictive clauses and conditions stay where they are: without them the rest would
/// say something else.
struct ClauseSplitter {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar
  /// How many words stand before the first of the sentence proper.
  var opening = 0

  private var reporting: ReportingVerbs { ReportingVerbs(tree: tree, acts: acts, grammar: grammar) }

  /// The clauses of the sentence in the order of their predicates.
  func clauses() -> [Clause] {
    var found: [Clause] = []
    for root in tree.roots {
      visit(root, subject: [], auxiliaries: [], reporter: nil, into: &found)
    }
    return found.filter { !$0.words.isEmpty }.sorted { $0.predicate < $1.predicate }
  }

  /// - Parameters:
  ///   - subject: the words of the subject that the clause shares with the one before it.
  ///   - auxiliaries: the auxiliaries that it shares with it.
  ///   - described: the noun that it describes, where a pronoun for that is no subject in it.
  private func visit(
    _ head: Int, subject: [Int], auxiliaries: [Int], reporter: Int?, described: [Int] = [],
    into found: inout [Clause]
  ) {
    let inner = innerClauses(of: head)
    let insertion = tree.children(of: head).first(where: reporting.isInsertedReport)
    let excluded = inner.map(\.head) + (insertion.map { [$0] } ?? []) + marks(of: head)
    var words = described + tree.subtree(of: head, except: Set(excluded))
    let reporter = insertion ?? reporter
    let ownSubject = ownSubject(of: head).map { subjectWords($0, of: words) }
    if let link = relativeSubject(of: head) ?? relativeAdverb(of: head) {
      words.removeAll { $0 == link }
    }
    let actual = ownSubject ?? subject
    let reports = inner.contains { $0.kind == .complement }
    // A reporting clause is the voice of what it introduces, and no claim beside it.
    if !reports {
      let denial = Negation(tree: tree, acts: acts, grammar: grammar).sharedWords(of: head)
      let shared = ownSubject == nil ? actual + auxiliaries + denial : []
      found.append(
        Clause(
          predicate: head,
          words: tree.withoutOuterPunctuation(words, keeping: grammar.continuingDenials),
          subject: actual, reporter: reporter, shared: shared))
    }
    for clause in inner {
      let continued = clause.continued.flatMap { self.ownSubject(of: $0) }
        .map { tree.subtree(of: $0) }
      let inherited =
        continued ?? clause.antecedent.map { nounPhrase($0, before: clause) } ?? actual
      visit(
        clause.head,
        subject: clause.keepsSubject ? inherited : [],
        auxiliaries: clause.kind == .coordinated || clause.continued != nil
          ? tree.sharedAuxiliaries(
            of: clause.head, with: clause.continued ?? head, orElse: auxiliaries) : [],
        reporter: clause.kind == .complement ? clause.reporter ?? head : reporter,
        described: nounDescribed(by: clause), into: &found)
    }
  }

  private enum Kind { case coordinated, complement, added }

  private struct InnerClause {
    let head: Int
    let kind: Kind
    /// The noun that a relative clause describes.
    var antecedent: Int?
    /// The verb that reports it where that is not the clause's own: "issued a statement saying that".
    var reporter: Int?
    /// The clause before the reporting verb that it goes on from.
    var continued: Int?
    /// Whether it is about the subject of the clause that it stands in, where it has none of its own.
    var keepsSubject = true
  }

  /// The clauses that begin inside of a clause, without those inside of them.
  private func innerClauses(of head: Int) -> [InnerClause] {
    var found: [InnerClause] = []
    var open = tree.children(of: head)
    while let word = open.popLast() {
      if let clause = innerClause(at: word, of: head) {
        found.append(clause)
      } else {
        open.append(contentsOf: tree.children(of: word))
      }
    }
    return found.sorted { $0.head < $1.head }
  }

  private func innerClause(at word: Int, of head: Int) -> InnerClause? {
    let parent = tree.words[word].head
    // "Called for the ships to be withdrawn": what is wanted is neither said nor a fact.
    guard !isWanted(word) else { return nil }
    switch tree.words[word].relation {
    case Relation.conjunct:
      guard parent == head, tree.isPredicate(word), hasOwnParts(word) else { return nil }
      return InnerClause(head: word, kind: .coordinated, keepsSubject: continues(word, head))
    case "ccomp", "parataxis":
      if parent == head, standsBeside(word, of: head) || isSentenceApart(word, from: head) {
        return InnerClause(head: word, kind: .added, keepsSubject: false)
      }
      guard reporting.reports(parent, clause: word), says(parent, word),
        parent == head || passesOn(parent),
        !reporting.isInsertedReport(word), tree.isPredicate(word)
      else { return nil }
      let kind: Kind = reporting.isApart(word, from: parent) ? .added : .complement
      return InnerClause(head: word, kind: kind, reporter: parent, keepsSubject: false)
    case "xcomp":
      // "They are to visit the port, it said, and to hold talks": what is said goes on behind the verb of saying.
      guard parent == head, reporting.reports(head), head < word,
        tree.children(of: head, ["cc"]).contains(where: { head < $0 && $0 < word }),
        let first = tree.children(of: head, ["ccomp"]).first(where: { $0 < head })
      else { return nil }
      return InnerClause(head: word, kind: .complement, continued: first)
    case "relcl", "acl":
      guard tree.isSetOff(word), hasOwnParts(word), !isOfWholeSentence(word) else { return nil }
      let noun = Antecedent(tree: tree, grammar: grammar).noun(of: word)
      return InnerClause(head: word, kind: .added, antecedent: noun)
    case "advcl":
      guard parent == head, tree.isSetOff(word) || standsInFront(word, of: head),
        hasOwnParts(word), standsAlone(word)
      else { return nil }
      return InnerClause(
        head: word, kind: .added,
        antecedent: ParticipleSubject(tree: tree).noun(of: word, behind: head))
    default:
      return nil
    }
  }

  /// "They left shortly after lunch, which delayed the session": what has a consequence is what they did, and not the
  /// noun that "which" stands behind.
  private func isOfWholeSentence(_ clause: Int) -> Bool {
    let noun = tree.words[clause].head
    return tree.words[noun].relation == "pobj"
      && tree.words[tree.words[noun].head].relation == "prep"
      && grammar.consequences.contains(tree.words[clause].lemma)
      && tree.children(of: clause, ["nsubj"]).contains { tree.words[$0].lemma == "which" }
  }

  /// Whether a clause is an infinitive with a subject of its own, as stands behind verbs of wanting.
  private func isWanted(_ verb: Int) -> Bool {
    ["VB", "VBN"].contains(tree.words[verb].tag)
      && tree.children(of: verb, ["aux"]).contains { tree.words[$0].tag == "TO" }
      && tree.child(of: verb, Relation.subjects) != nil
  }

  /// "Boats took us off, thank you": a verb in another form behind a mere comma is not of the same subject.
  private func continues(_ verb: Int, _ head: Int) -> Bool {
    let isJoined = tree.children(of: head, ["cc"]).contains { head < $0 && $0 < verb }
    return isJoined || tree.words[head].tag != "VBD"
      || !["VB", "VBP"].contains(tree.words[verb].tag)
  }

  /// "Has not said that" and "said whether" leave open what stands behind them.
  private func says(_ verb: Int, _ content: Int) -> Bool {
    let marks = tree.children(of: content, ["mark"]).map { tree.words[$0].lemma.lowercased() }
    return tree.child(of: verb, Relation.negation) == nil
      && !marks.contains(where: grammar.doubting.contains)
  }

  private func isSentenceApart(_ clause: Int, from reporter: Int) -> Bool {
    reporting.isApart(clause, from: reporter) && tree.child(of: clause, Relation.subjects) != nil
      && tree.child(of: reporter, Relation.subjects) != nil
  }

  /// "The count has risen: 20 people died": two statements, which the parser hangs one from the other.
  private func standsBeside(_ clause: Int, of head: Int) -> Bool {
    !reporting.reports(head) && !reporting.isInsertedReport(clause)
      && tree.child(of: clause, Relation.subjects) != nil
      && tree.child(of: head, Relation.subjects) != nil
      && tree.children(of: head, ["punct"]).contains { mark in
        let isBetween = min(clause, head) < mark && mark < max(clause, head)
        return isBetween && [";", ":", "–", "—"].contains(tree.words[mark].text)
      }
  }

  /// "issued a statement saying that", "was quoted as saying that": the verb of saying hangs from the one that tells
  /// who speaks, and that one says nothing besides.
  private func passesOn(_ verb: Int) -> Bool {
    let head = tree.words[verb].head
    guard tree.words[verb].tag == "VBG" else { return false }
    if tree.words[verb].relation == "acl" {
      return grammar.documents.contains(tree.words[head].lemma)
    }
    return tree.words[verb].relation == "pcomp"
      && grammar.citing.contains(tree.words[tree.words[head].head].lemma)
  }

  /// The conjunctions that tie a clause to another one, which it does without when it stands alone: "that",
  /// "while". A condition keeps its "if", without which it would say something else.
  private func marks(of head: Int) -> [Int] {
    guard tree.words[head].relation != "ROOT" else { return [] }
    return tree.children(of: head, ["mark"]).filter { mark in
      tree.words[mark].lemma == "that" || grammar.contrasting.contains(tree.words[mark].lemma)
    }
  }

  /// Whether a predicate brings more than itself: an object, a complement, a place.
  private func hasOwnParts(_ head: Int) -> Bool {
    let empty = Relation.auxiliaries.union(Relation.coordinators).union(Relation.negation)
    return tree.children(of: head).contains { !empty.contains(tree.words[$0].relation) }
  }

  /// "While the mayor welcomed the plan, the union rejected it": the clause that contrasts comes first.
  private func standsInFront(_ clause: Int, of head: Int) -> Bool {
    guard let last = tree.subtree(of: clause).last, last + 1 < head,
      let mark = tree.child(of: clause, ["mark"]),
      grammar.contrasting.contains(tree.words[mark].lemma), !isTime(clause)
    else { return false }
    return [last, last + 1].contains { tree.words[$0].text == "," }
  }

  /// "While cruising over the sea, the crew heard a bang" tells when, "while welcoming the offer, she warned" does not.
  private func isTime(_ participle: Int) -> Bool {
    tree.words[participle].tag == "VBG" && acts.act(ofPredicate: participle, in: tree) == nil
      && tree.child(of: participle, Relation.subjects.union(Relation.auxiliaries)) == nil
  }

  /// Whether an adverbial clause adds a statement and does not limit the one that it hangs from: a
  /// participle ("underscoring the need"), or a clause that contrasts ("while the operator ...").
  private func standsAlone(_ head: Int) -> Bool {
    if let mark = tree.child(of: head, ["mark", "advmod"]),
      grammar.contrasting.contains(tree.words[mark].lemma)
    {
      return true
    }
    // "commencing at 12:20" only says when the main clause was.
    let act = acts.act(ofPredicate: head, in: tree)
    return ["VBG", "VBN"].contains(tree.words[head].tag) && tree.child(of: head, ["mark"]) == nil
      && act?.group != "extent"
  }

  /// The subject that a clause has of its own; a relative pronoun only stands for one outside.
  private func ownSubject(of head: Int) -> Int? {
    relativeSubject(of: head) == nil
      ? tree.children(of: head, Relation.subjects).first { $0 >= opening } : nil
  }

  private func relativeSubject(of head: Int) -> Int? {
    guard tree.words[head].relation == "relcl" else { return nil }
    return tree.child(of: head, Relation.subjects)
      .flatMap { ["WP", "WDT"].contains(tree.words[$0].tag) ? $0 : nil }
  }

  /// "The deal, which lawmakers must ratify": without the noun the clause says nothing of it.
  private func nounDescribed(by clause: InnerClause) -> [Int] {
    guard let noun = clause.antecedent, tree.words[clause.head].relation == "relcl",
      ownSubject(of: clause.head) != nil,
      let pronoun = tree.words.indices.first(where: {
        $0 > noun && $0 < clause.head && ["WDT", "WP"].contains(tree.words[$0].tag)
          && tree.hangs($0, from: clause.head)
      }),
      Relation.objects.union(Relation.prepositionObjects).contains(tree.words[pronoun].relation)
    else { return [] }
    return nounPhrase(noun, before: clause)
  }

  /// "The port, where it is expected on Sunday": a clause that stands by itself does without its "where".
  private func relativeAdverb(of head: Int) -> Int? {
    guard tree.words[head].relation == "relcl", tree.child(of: head, Relation.subjects) != nil
    else { return nil }
    return tree.children(of: head, ["advmod"]).first { tree.words[$0].tag == "WRB" }
  }

  private func subjectWords(_ subject: Int, of words: [Int]) -> [Int] {
    let own = Set(words)
    return tree.subtree(of: subject).filter { own.contains($0) }
  }

  /// A noun with its modifiers, without the clauses that describe it.
  private func nounPhrase(_ noun: Int, before clause: InnerClause) -> [Int] {
    let clauses = tree.children(of: noun, ["relcl", "acl", "appos", "punct"])
    return tree.withoutOuterPunctuation(
      tree.subtree(of: noun, except: Set(clauses + [clause.head])))
  }
}
