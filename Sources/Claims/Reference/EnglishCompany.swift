import Language

/// Tells from the syntax of an English sentence who is together: named side by side, meeting each other, or speaking
/// and quoted.
struct EnglishCompany {
  private let phrases: EnglishNounPhrases
  private let acts: ActTable
  /// Where quotation marks stand.
  private let marks: [Int]

  init(phrases: EnglishNounPhrases, acts: ActTable) {
    self.phrases = phrases
    self.acts = acts
    marks = phrases.tree.words.indices.filter {
      ["``", "''"].contains(phrases.tree.words[$0].tag)
    }
  }

  private var tree: SyntaxTree { phrases.tree }

  /// With whom somebody meets.
  enum Partner { case word(Int), omitted }

  // MARK: - Named together

  /// All who are coordinated with a word that is the last of them: `Ono`, `Berg` for "Ono and Berg".
  func members(endingAt word: Int) -> [Int]? {
    guard let members = phrases.coordinations.members(endingAt: word) else { return nil }
    let isChoice = members.contains { member in
      tree.children(of: member, ["cc"]).contains { ["or", "nor"].contains(tree.words[$0].lemma) }
    }
    return isChoice ? nil : members
  }

  /// Whether a coordination tells between whom something took place: "talks between Ono and Berg".
  func isOfEvent(_ first: Int) -> Bool {
    let preposition = tree.words[first].head
    guard tree.words[first].relation == "pobj", tree.words[preposition].lemma == "between" else {
      return false
    }
    return acts.isEventNoun(tree.words[tree.words[preposition].head].lemma, in: .english)
  }

  /// With whom the object of a verb, or of its "with", is told to be together.
  func partner(of word: Int) -> Partner? {
    var verb = tree.words[word].head
    switch tree.words[word].relation {
    case "dobj":
      let act = acts.act(ofPredicate: verb, in: tree)
      // "Joined the minister" is together, "held a licence" is not.
      guard act?.group == "encounter",
        act?.name == "meet" || tree.words[word].partOfSpeech == .properNoun
      else { return nil }
    case "pobj":
      guard tree.words[verb].lemma == "with", tree.words[verb].relation == "prep" else {
        return nil
      }
      verb = tree.words[verb].head
      // "Met for an hour with": the parser may hang the one who is met from the hour.
      if ["DATE", "TIME"].contains(tree.words[verb].entityType) {
        verb = tree.words[tree.words[verb].head].head
      }
      if tree.words[verb].partOfSpeech.isNominal {
        guard acts.isEventNoun(tree.words[verb].lemma, in: .english) else { return nil }
        if let owner = tree.child(of: verb, ["poss"]) { return .word(owner) }
        verb = tree.words[verb].head
      }
    default: return nil
    }
    guard tree.isPredicate(verb) else { return nil }
    if let subject = subject(of: verb) { return .word(subject) }
    return lacksSubject(verb) ? .omitted : nil
  }

  // MARK: - Subjects

  /// The subject of a predicate, or of the one that it goes on: "agreed to meet with", "met and spoke with".
  func subject(of predicate: Int) -> Int? {
    var verb = predicate
    while true {
      if let subject = tree.child(of: verb, ["nsubj", "nsubjpass"]) { return subject }
      guard ["xcomp", "conj", "advcl"].contains(tree.words[verb].relation),
        tree.words[verb].head != verb
      else { return nil }
      verb = tree.words[verb].head
    }
  }

  /// The subject of the verb that a word depends on, directly or by a preposition.
  func subject(above word: Int) -> Int? {
    var parent = tree.words[phrases.coordinations.top(of: word)].head
    if tree.words[parent].partOfSpeech == .adposition { parent = tree.words[parent].head }
    return tree.words[parent].partOfSpeech == .verb ? subject(of: parent) : nil
  }

  /// Whether a sentence, told from one of its predicates, has no subject and is no request.
  func lacksSubject(_ predicate: Int) -> Bool {
    var verb = predicate
    while ["xcomp", "conj", "advcl"].contains(tree.words[verb].relation),
      tree.words[verb].head != verb
    { verb = tree.words[verb].head }
    guard tree.words[verb].head == verb, tree.child(of: verb, Relation.subjects) == nil else {
      return false
    }
    switch tree.words[verb].tag {
    case "VBD", "VBG": return true
    case "JJ": return tree.child(of: verb, ["xcomp", "ccomp"]) != nil
    default: return false
    }
  }

  // MARK: - Quotations

  /// Who is told to say the clause that a word is in.
  func speaker(of word: Int) -> Int? {
    var index = word
    var below = word
    while tree.words[index].head != index {
      let head = tree.words[index].head
      if ["ccomp", "parataxis"].contains(tree.words[index].relation),
        let speaker = speaker(by: head)
      {
        return speaker
      }
      (index, below) = (head, index)
    }
    // "The line, Ono said, will open."
    return tree.children(of: index, ["ccomp", "parataxis"]).filter { $0 != below }.lazy
      .compactMap { speaker(by: $0) }.first
  }

  /// The paper or station that is told what a word stands in: "Voss told the Herald that she was shocked".
  func told(inWhatHolds word: Int) -> Int? {
    var index = word
    while tree.words[index].head != index {
      let verb = tree.words[index].head
      if tree.words[index].relation == "ccomp",
        let told = tree.child(of: verb, ["dobj", "dative"]), phrases.isBody(toldAt: told)
      {
        return told
      }
      index = verb
    }
    return nil
  }

  /// The words of what somebody says, who is none of those named in it: "“The police acted well,” he said".
  func said(by word: Int) -> [Int] {
    let verb = tree.words[word].head
    guard tree.words[word].relation == "nsubj",
      acts.act(ofPredicate: verb, in: tree)?.reports ?? false
    else { return [] }
    return tree.children(of: verb, ["ccomp"]).flatMap { tree.subtree(of: $0) }
  }

  private func speaker(by verb: Int) -> Int? {
    guard acts.act(ofPredicate: verb, in: tree)?.reports ?? false else { return nil }
    return tree.child(of: verb, ["nsubj"])
  }

  /// Whether a word stands between quotation marks that open in its sentence, or before ones that only close there.
  func isQuoted(_ word: Int) -> Bool {
    let before = marks.partitioningIndex { $0 >= word }
    if before % 2 == 1 { return marks.count > before || marks.count % 2 == 1 }
    return before == 0 && marks.count % 2 == 1 && tree.words[marks[0]].tag == "''"
  }
}
