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
  private let brackets: PhraseBrackets
  /// The head of each phrase; its own index for the last.
  private(set) var heads: [Int]
  private var subjects: [Bool]
  private var objects: [Bool]

  private static let reach = 40

  init(phrases: [Phrase], morphemes: [Morpheme], grammar: PhraseGrammar) {
    self.phrases = phrases
    self.morphemes = morphemes
    self.grammar = grammar
    brackets = PhraseBrackets(phrases: phrases, morphemes: morphemes)
    heads = Array(phrases.indices)
    subjects = Array(repeating: false, count: phrases.count)
    objects = subjects
    for index in phrases.indices.dropLast().reversed() { attach(index) }
  }

  private mutating func attach(_ index: Int) {
    let candidates = candidates(of: index)
    guard let last = candidates.last else { return heads[index] = index + 1 }
    let head = choose(for: index, among: candidates) ?? last
    heads[index] = head
    switch phrases[index].link {
    case .topic where !isModalNoun(index), .subject where !isModalNoun(index):
      subjects[head] = true
    case .object: objects[head] = true
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
    let predicates = candidates.filter { phrases[$0].isPredicate && !isShut($0, to: index) }
    switch phrase.link {
    case .attributive, .apposition, .adnominal:
      return candidates.first { phrases[$0].isNominal } ?? candidates.first
    case .coordinate: return listHead(for: index, among: candidates) ?? predicates.first
    case .bare:
      return candidates.first.flatMap { phrases[$0].isNominal ? $0 : nil } ?? predicates.first
    case .topic: return topicHead(among: predicates)
    case .subject:
      let open = predicates.filter { !phrase.hasComma || !isEmbedded($0) }
      return open.first { !subjects[$0] } ?? open.first
    case .object:
      return predicates.first { !objects[$0] && takesObject($0) } ?? predicates.first
    case .with: return companionHead(for: index, among: candidates, predicates)
    case .oblique, .adverb:
      let open = predicates.filter { !phrase.hasComma || !isEmbedded($0) }
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

  /// A topic belongs to the outermost predicate that nothing else is the subject of.
  private func topicHead(among predicates: [Int]) -> Int? {
    let open = predicates.filter { !isEmbedded($0) }
    let outermost = open.last { !subjects[$0] } ?? open.last
    return outermost ?? predicates.last
  }

  /// The next item of the list: of a noun and the one that it describes, the one that is more alike.
  private func listHead(for index: Int, among candidates: [Int]) -> Int? {
    let nouns = candidates.prefix(3).prefix { phrases[$0].isNominal }
    guard let first = nouns.first else {
      // An item may be described: AやAを支えるB.
      return candidates.first { phrases[$0].isNominal }
    }
    guard phrases[first].link == .attributive else { return first }
    return nouns.first { isAlike(index, $0) } ?? nouns.dropFirst().first ?? first
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
    if !phrases[index].hasComma, let next = candidates.first, case .adverbialNoun = phrases[next].link {
      return next
    }
    let open = predicates.filter { !phrases[index].hasComma || !isEmbedded($0) }
    return open.first ?? predicates.first ?? candidates.first { phrases[$0].isNominal }
  }

  /// A clause goes to the next one. A verb of a readout ("discussed") is joined to the next one of its
  /// like, past what that reports; another verb may be joined to what is reported.
  private func clauseHead(for index: Int, among predicates: [Int]) -> Int? {
    let isMatrix = grammar.communication.contains(phrases[index].lemma)
    return predicates.first { candidate in
      guard isEmbedded(candidate) else { return true }
      if isMatrix { return false }
      return phrases[candidate].link == .quotative || describesFormalNoun(candidate)
    } ?? predicates.last
  }

  // MARK: - What a candidate is

  /// Whether a predicate stands inside of another clause: before a noun that it describes, or quoted.
  private func isEmbedded(_ index: Int) -> Bool {
    switch phrases[index].link {
    case .adnominal, .quotative, .attributive: true
    default: false
    }
  }

  /// A quoted sentence in brackets takes nothing from outside of them.
  private func isShut(_ candidate: Int, to index: Int) -> Bool {
    phrases[candidate].closesBracket && brackets.start(ofBracketEndingAt: candidate) > index
      && (phrases[candidate].link == .quotative || phrases[candidate].hasStop)
  }

  private func takesObject(_ index: Int) -> Bool {
    let kind = morphemes[phrases[index].head].kind
    return kind == .verb || kind == .dependentVerb || phrases[index].lemma.hasSuffix("する")
  }

  private func describesFormalNoun(_ index: Int) -> Bool {
    grammar.formalNouns.contains(morphemes[phrases[heads[index]].head].lemma)
  }

  private func isModalNoun(_ index: Int) -> Bool {
    grammar.formalNouns.contains(morphemes[phrases[index].head].lemma)
  }

  /// Two names, two actions, or two words that end alike: 米国と英国, 外相と首相.
  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (morphemes[phrases[one].head], morphemes[phrases[other].head])
    if first.surface.last == second.surface.last { return true }
    return first.kind == second.kind && first.kind != .noun
  }

  /// Whether a noun names somebody who can act: a person, a country, an office.
  private func isBeing(_ index: Int) -> Bool {
    phrases[index].content.contains { place in
      let morpheme = morphemes[place]
      return morpheme.kind == .pronoun || morpheme.kind == .properNoun
    } || grammar.beings.contains { morphemes[phrases[index].head].surface.hasSuffix($0) }
  }
}
