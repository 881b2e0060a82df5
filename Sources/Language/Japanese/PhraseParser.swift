/// Finds on which later phrase each phrase of a sentence depends.
///
/// Japanese puts heads last, so phrases are taken from the end, and the candidates of a phrase are the next
/// one, the one that depends on, and so on: whatever is chosen, no two dependencies cross. Which candidate
/// it is follows from how the phrase is linked: a noun with の goes to the next noun, an object to the next
/// predicate that has none, a topic to the outermost that has no subject. What stands in quotation brackets
/// stays in there.
///
/// - Complexity: linear in the number of phrases: at most `reach` candidates are looked at.
struct PhraseParser {
  let phrases: [Phrase]
  let morphemes: [Morpheme]
  let grammar: PhraseGrammar
  let brackets: PhraseBrackets
  /// The head of each phrase; its own index for the last.
  private(set) var heads: [Int]
  private(set) var subjects: [Bool]
  private(set) var objects: [Bool]
  /// Whether a predicate stands inside of a clause that describes a noun or is quoted.
  private(set) var embedded: [Bool]
  /// The particles of what a predicate has already.
  private var particles: [Set<String>]
  /// Whether a topic stands before a phrase whose clause has not ended yet.
  private let followsTopic: [Bool]

  private static let reach = 40

  init(phrases: [Phrase], morphemes: [Morpheme], grammar: PhraseGrammar) {
    self.phrases = phrases
    self.morphemes = morphemes
    self.grammar = grammar
    brackets = PhraseBrackets(phrases: phrases, morphemes: morphemes)
    heads = Array(phrases.indices)
    subjects = Array(repeating: false, count: phrases.count)
    objects = subjects
    embedded = subjects
    particles = Array(repeating: [], count: phrases.count)
    var openTopics = 0
    followsTopic = phrases.map { phrase in
      let follows = openTopics > 0
      // A clause that is joined to the next is done with the nearest topic.
      if case .continuative = phrase.link, phrase.hasComma { openTopics = max(0, openTopics - 1) }
      if phrase.link == .topic { openTopics += 1 }
      return follows
    }
    for index in phrases.indices.dropLast().reversed() { attach(index) }
  }

  private mutating func attach(_ index: Int) {
    let candidates = candidates(of: index)
    guard let last = candidates.last else { return heads[index] = index + 1 }
    let head = choose(for: index, among: candidates) ?? last
    heads[index] = head
    switch phrases[index].link {
    case .topic where !isModal(index, of: head), .subject where !isModal(index, of: head):
      subjects[head] = true
    case .continuative: embedded[index] = embedded[head]
    case .adnominal: embedded[index] = !joinsClauses(head)
    case .attributive: embedded[index] = true
    case .quotative: embedded[index] = embedded[head] || !isHearsay(head)
    case .object: objects[head] = true
    case .oblique(let particle): particles[head].insert(particle)
    default: break
    }
  }

  private func candidates(of index: Int) -> [Int] {
    var found: [Int] = []
    var candidate = index + 1
    for _ in 0..<Self.reach {
      if brackets.canDepend(index, on: candidate) {
        found.append(candidate)
      } else if brackets.isOutside(candidate, of: index) {
        break
      }
      guard heads[candidate] > candidate else { break }
      candidate = heads[candidate]
    }
    return found
  }

  private func choose(for index: Int, among candidates: [Int]) -> Int? {
    let phrase = phrases[index]
    let predicates = candidates.filter {
      phrases[$0].isPredicate && !isShut($0, to: index) && !passesOver($0, from: index)
    }
    switch phrase.link {
    case .attributive, .apposition, .adnominal:
      return candidates.first { phrases[$0].isNominal } ?? candidates.first
    case .coordinate: return listHead(for: index, among: candidates) ?? predicates.first
    case .bare:
      return candidates.first.flatMap { phrases[$0].isNominal ? $0 : nil } ?? predicates.first
    case .topic: return topicHead(of: index, among: predicates)
    case .subject:
      let open = predicates.filter { !phrase.hasComma || !embedded[$0] }
      return open.first { !subjects[$0] && !describesOnly($0, behind: index) }
        ?? open.first { !subjects[$0] } ?? open.first
    case .object:
      if let next = candidates.first, grammar.makesBackdrop(phrases[next], morphemes) {
        return next
      }
      return predicates.first { !objects[$0] && takesObject($0) } ?? predicates.first
    case .with: return companionHead(for: index, among: candidates, predicates)
    case .oblique(let particle) where grammar.speakers.contains(particle):
      // Each clause has its own who speaks: 外相から、...述べたのに対し、大臣から、...
      // 大臣から|解決に向けた|理解を|求め: nobody speaks by a noun.
      let verbs = predicates.filter {
        takesObject($0) || morphemes[phrases[$0].head].kind == .adjective
      }
      let open = verbs.filter { !phrase.hasComma || !embedded[$0] }
      return open.first { !particles[$0].contains(particle) }
        ?? verbs.first { !particles[$0].contains(particle) } ?? open.first ?? predicates.first
    case .oblique, .adverb:
      let open = predicates.filter { !phrase.hasComma || !embedded[$0] && !isRequested($0) }
      return open.first ?? predicates.first
    case .adverbialNoun: return adverbialHead(for: index, among: candidates, predicates)
    case .continuative: return clauseHead(for: index, among: predicates)
    case .quotative:
      return predicates.first { grammar.communication.contains(phrases[$0].lemma) }
        ?? predicates.first
    case .conjunction, .final: return predicates.last
    }
  }

  // MARK: - Heads by link

  /// A topic belongs to the outermost predicate that nothing else is the subject of; what is said to be so
  /// ("it is said that") has none of its own. What is told to have been done is done to a thing: 試みは許されないとの認識.
  private func topicHead(of index: Int, among predicates: [Int]) -> Int? {
    let said = predicates.filter { !isHearsay($0) }
    if !isBeing(index), let quoted = predicates.first(where: { quotes($0) && !subjects[$0] }),
      isPassive(quoted)
    {
      return quoted
    }
    // The outermost is left to the topic before: 首相は、|米国は参加すると|述べた.
    if followsTopic[index] {
      let near = said.filter { phrases[$0].link != .adnominal }
      return near.first { !subjects[$0] } ?? near.first ?? predicates.last
    }
    let open = said.filter { !embedded[$0] }
    let free = open.filter { !subjects[$0] }
    // 「会談は25分間行われ、...を確認した」: what is done to the topic, and what somebody else does.
    if let nearest = free.first, let outermost = free.last, isPassive(nearest),
      !isPassive(outermost)
    {
      return nearest
    }
    return free.last ?? said.last { !subjects[$0] } ?? open.last ?? predicates.last
  }

  /// The next item of the list: of a noun and the one that it describes, the one that is more alike.
  private func listHead(for index: Int, among candidates: [Int]) -> Int? {
    let nouns = candidates.prefix(3).prefix { phrases[$0].isNominal }
    guard let first = nouns.first else {
      // An item may be described: AやAを支えるB.
      return candidates.first { phrases[$0].isNominal }
    }
    guard phrases[first].link == .attributive else { return first }
    let best = nouns.map { likeness(index, $0) }.max() ?? 0
    // Behind 及び the nearest is meant, behind a comma the one that ends the list; what is described goes with what
    // is described: 山林の火災や|河川の|氾濫.
    let alike = nouns.filter { likeness(index, $0) == best }
    let isDescribed = index > 0 && phrases[index - 1].link == .attributive
    return (phrases[index].hasComma || isDescribed ? alike.last : alike.first) ?? first
  }

  /// 「と」 is "with" for people and countries before something else, "and" before their like.
  private func companionHead(
    for index: Int, among candidates: [Int], _ predicates: [Int]
  ) -> Int? {
    guard let next = candidates.first, phrases[next].isNominal, !phrases[index].hasComma,
      !phrases[next].isPredicate || predicates.count > 1
    else { return predicates.first }
    let list = listHead(for: index, among: candidates)
    guard let list, isBeing(index) else { return list ?? predicates.first }
    return isBeing(list) ? list : predicates.first
  }

  private func adverbialHead(
    for index: Int, among candidates: [Int], _ predicates: [Int]
  ) -> Int? {
    if !phrases[index].hasComma, let next = candidates.first,
      case .adverbialNoun = phrases[next].link
    {
      return next
    }
    let open = predicates.filter { !phrases[index].hasComma || !embedded[$0] }
    return open.first ?? predicates.first ?? candidates.first { phrases[$0].isNominal }
  }

  /// A clause goes to the next one. A verb of a readout ("discussed") is joined to the next one of its
  /// like, past what that reports; another verb may be joined to what is reported.
  private func clauseHead(for index: Int, among predicates: [Int]) -> Int? {
    let isMatrix = isReadoutVerb(index)
    // Without a comma the next predicate is meant, whatever it stands in: 自由で|開かれた海.
    if !phrases[index].hasComma, !isMatrix { return predicates.first }
    return predicates.first { candidate in
      guard isEmbedded(candidate), embedded[candidate] || phrases[candidate].link != .quotative
      else { return true }
      if isMatrix { return false }
      return phrases[candidate].link != .adnominal || describesFormalNoun(candidate)
    } ?? predicates.last
  }

  /// A verb of a readout, alone or with the verb that performs it: 協議し, 意見交換を行い, 〜だとして.
  private func isReadoutVerb(_ index: Int) -> Bool {
    if grammar.communication.contains(phrases[index].lemma) { return true }
    if phrases[index].link == .continuative("として") { return true }
    guard index > 0, grammar.performing.contains(phrases[index].lemma),
      phrases[index - 1].link == .object
    else { return false }
    return grammar.communication.contains(morphemes[phrases[index - 1].head].lemma + "する")
  }
}
