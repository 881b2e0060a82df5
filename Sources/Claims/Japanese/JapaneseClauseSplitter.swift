import Language

/// Splits a Japanese sentence into clauses that each say one thing.
///
/// A clause begins at the predicate that ends the sentence, at predicates that are joined to another one
/// before a comma (連用中止, て, し, が) or by とともに or ほか, at what a verb of saying reports, and at a
/// clause that tells something of a name. All other clauses stay where they are.
///
/// - Complexity: linear in the number of words.
struct JapaneseClauseSplitter {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }
  private var japanese: JapaneseGrammar { syntax.japanese }
  private var endings: JapaneseEndings { JapaneseEndings(syntax: syntax) }
  private var reporting: JapaneseReporting { JapaneseReporting(syntax: syntax) }

  /// A clause that waits for its turn, with what it takes over from the one that it stands in.
  private struct Task {
    let head: Int
    var subject: [Int] = []
    var subjectHead: Int?
    var reports: [JapaneseReport] = []
    /// The ending of the clause that it is joined to.
    var ending: [Int] = []
    /// The noun that it describes, or the matter that it is said about.
    var described: [Int] = []
    var isHearsay = false
    /// The modality that the noun for what somebody thinks gives it: 〜との見方を示した.
    var modality: Claim.Modality?
  }

  /// What hangs from a clause.
  private struct Parts {
    var words: [Int] = []
    var joined: [Int] = []
    var quoted: [Int] = []
    /// What somebody gives as the ground for what they do: 〜として.
    var grounds: [Int] = []
    var added: [(head: Int, noun: Int)] = []
  }

  /// A topic of more words than this is not repeated for every clause.
  private static let longestSubject = 60

  /// The clauses of the sentence in the order of their predicates.
  ///
  /// - Parameter excluded: words at which nothing begins that the sentence says: its label, its source.
  func clauses(without excluded: Set<Int>) -> [JapaneseClause] {
    var found: [JapaneseClause] = []
    var open = tree.roots.map { Task(head: $0) }
    while let task = open.popLast() {
      visit(task, excluded: excluded, into: &found, next: &open)
    }
    return found.filter { !$0.words.isEmpty }.sorted { $0.predicate < $1.predicate }
  }

  private func visit(
    _ task: Task, excluded: Set<Int>, into found: inout [JapaneseClause], next: inout [Task]
  ) {
    let chain = JapaneseMood(syntax: syntax, namesFuture: false).chain(from: task.head)
    let core = chain.core
    let said = reporting.whatIsSaid(by: task.head)
    var parts = parts(of: task.head, said: said, excluded: excluded)
    let isHearsay = task.isHearsay || said != nil
    // Whoever reports is not who acts in what is reported: 「専門家は、供給が不足するとの見方を示した」.
    let predicates = parts.quoted.isEmpty ? [core] + chain.outer : [task.head]
    let topic = predicates.flatMap(syntax.subjects).filter(isActor).first
      .flatMap { excluded.contains($0) ? nil : $0 }
    let speaker = speakerBehind(topic, of: task.head)
      .flatMap { excluded.contains($0) ? nil : $0 }
    let own = speaker ?? topic
    if speaker != nil, let topic {
      parts.words.removeAll(where: Set(tree.subtree(of: topic)).contains)
    }
    let borrowed = own == nil && task.subject.isEmpty ? subject(besides: task.head, in: parts) : nil
    let ownWords = own.map { subjectWords($0, of: Set(parts.words)) } ?? []
    let subject = own == nil ? borrowed.map { tree.subtree(of: $0) } ?? task.subject : ownWords
    let subjectHead = own ?? borrowed ?? task.subjectHead
    let isShared = own == nil && subject.count <= Self.longestSubject
    let reports = !parts.quoted.isEmpty
    if !reports {
      let ending = endings.fitting(task.ending, for: task.head)
      found.append(
        JapaneseClause(
          predicate: task.head,
          words: syntax.trimmed(endings.withoutJoint(parts.words, of: task.head, ending)),
          subject: subject, subjectHead: subjectHead, reports: task.reports,
          isHearsay: isHearsay, modality: task.modality,
          shared: (isShared ? subject : []) + task.described + ending))
    }
    let ending = task.ending.isEmpty ? endings.finiteEnding(of: task.head) : task.ending
    for head in parts.joined {
      let isOfTopic = speaker.map { head < $0 } ?? false
      let actor = isOfTopic ? topic ?? task.subjectHead : subjectHead
      let stands = actor.map { $0 < head } ?? false
      let sharesSubject = stands && syntax.isPassive(head) == syntax.isPassive(core)
      let words = isOfTopic ? topic.map { tree.subtree(of: $0) } ?? task.subject : subject
      next.append(
        Task(
          head: head, subject: sharesSubject ? words : [],
          subjectHead: sharesSubject ? actor : nil, reports: task.reports, ending: ending,
          isHearsay: isHearsay))
    }
    let quotedSpeaker =
      reporting.speaker(of: task.head) ?? subjectHead
      ?? reporting.speaker(within: parts.quoted, isNested: !task.reports.isEmpty)
    for head in parts.quoted + parts.grounds {
      let report = JapaneseReport(predicate: task.head, speaker: quotedSpeaker)
      let matter = parts.quoted.contains(head) ? reporting.matter(of: task.head, for: head) : []
      next.append(
        Task(
          head: head, reports: task.reports + [report], described: matter,
          modality: reporting.opinion(around: head)))
    }
    for (head, noun) in parts.added {
      next.append(
        Task(
          head: head, reports: task.reports, described: syntax.compound(of: noun)))
    }
  }

  // MARK: - What belongs to a clause

  /// A clause's own words, and where the clauses begin that stand in it.
  private func parts(of head: Int, said: Int?, excluded: Set<Int>) -> Parts {
    var parts = Parts()
    let reports = reporting.reports(head)
    var open = [head]
    while let word = open.popLast() {
      if excluded.contains(word) { continue }
      parts.words.append(word)
      for child in tree.children(of: word) {
        if excluded.contains(child) { continue }
        if word == head, reports, let quoted = reporting.quotation(at: child) {
          parts.quoted.append(quoted)
        } else if word == head, reporting.isGround(child) {
          parts.grounds.append(child)
        } else if word == head || word == said, let joined = joinedClause(at: child) {
          parts.joined.append(joined)
        } else if adds(child, to: word) {
          parts.added.append((child, word))
        } else {
          open.append(child)
        }
      }
    }
    parts.words.sort()
    return parts
  }

  /// A clause that stands beside the one that it hangs from.
  private func joinedClause(at child: Int) -> Int? {
    let word = tree.words[child]
    switch word.relation {
    case "conj", "parataxis":
      guard syntax.isPredicate(child), syntax.hasOwnParts(child) || acts(child), !relates(child)
      else {
        return nil
      }
      return child
    case "advcl":
      let particles = tree.children(of: child, ["mark"]).map { tree.words[$0].text }
      // 触れつつ、...した: it shares the ending, without which it could not be read.
      let isBeforeComma =
        tree.child(of: child, ["punct"]) != nil && syntax.hasOwnParts(child)
        && !endings.finiteEnding(of: word.head).isEmpty
      let joins = particles.contains {
        japanese.joiningParticles.contains($0)
          || isBeforeComma && japanese.joiningBeforeComma.contains($0)
      }
      return joins ? child : nil
    case "obl", "nmod":
      // 見込みで, the noun is the predicate and its copula is taken for a particle.
      if word.relation == "obl", syntax.modality(ofNoun: child) != nil,
        syntax.particle(of: child) == "で", tree.child(of: child, ["acl"]) != nil,
        tree.child(of: child, ["punct"]) != nil
      {
        return child
      }
      // 死亡したほか, 述べた上で, 述べたのに対し: the noun only joins.
      let joins =
        japanese.joiningNouns.contains(word.lemma) && tree.words[word.head].lemma != "ない"
        || japanese.joiningParticles.contains(syntax.particle(of: child))
      guard joins, let clause = tree.child(of: child, ["acl"]), syntax.isPredicate(clause)
      else { return nil }
      return clause
    default: return nil
    }
  }

  /// 「両外相は会談し、...」: an act before a comma says something by itself.
  private func acts(_ head: Int) -> Bool {
    tree.child(of: head, ["punct"]) != nil && tree.words[head].relation == "conj"
      && syntax.acts.act(ofVerb: syntax.lemma(of: head), in: .japanese) != nil
  }

  /// Whether a clause tells something of a name and does not tell which thing is meant.
  private func adds(_ clause: Int, to noun: Int) -> Bool {
    guard tree.words[clause].relation == "acl", syntax.isPredicate(clause),
      syntax.isPast(clause) || syntax.isUnderWay(clause), !relates(clause), syntax.isName(noun)
    else { return false }
    return !tree.children(of: clause, ["obj", "obl", "obl:agent"]).isEmpty
  }

  private func relates(_ head: Int) -> Bool {
    japanese.relating.contains(syntax.lemma(of: head)) && syntax.subject(of: head) == nil
  }

  // MARK: - Subjects

  /// 必要 of 直す必要がある acts in nothing.
  private func isActor(_ subject: Int) -> Bool {
    syntax.modality(ofNoun: subject) == nil || tree.child(of: subject, ["acl"]) == nil
  }

  /// The subject of the first clause that is joined to one, which goes on for it: 「外相は訪英し、首相と会談した」.
  private func subject(besides head: Int, in parts: Parts) -> Int? {
    guard let first = parts.joined.min(), syntax.isPassive(first) == syntax.isPassive(head),
      let subject = syntax.subject(of: first), tree.words[subject].relation != "dislocated",
      tree.words[head].partOfSpeech == .verb,
      syntax.particle(of: subject) != "が" || !japanese.happening.contains(syntax.lemma(of: first))
    else { return nil }
    return subject
  }

  /// Who speaks for the others in a clause that has no subject, or a topic before: 「両外相は会談し、外相から、懸念を表明した」.
  private func speakerBehind(_ subject: Int?, of head: Int) -> Int? {
    guard let speaker = reporting.actingSpeaker(of: head) else { return nil }
    guard let subject else { return speaker }
    let speaksForAll =
      tree.child(of: speaker, ["punct"]) != nil
      || JapaneseActors(syntax: syntax).isOfSeveral(subject)
    return speaksForAll && syntax.particle(of: subject) == "は" && subject < speaker
      && !syntax.isPassive(head) ? speaker : nil
  }

  private func subjectWords(_ subject: Int, of words: Set<Int>) -> [Int] {
    tree.subtree(of: subject).filter(words.contains)
  }
}
