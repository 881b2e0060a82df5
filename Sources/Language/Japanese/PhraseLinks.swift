/// Tells of each phrase what it is and how it hangs on what follows, by its particles and endings.
struct PhraseLinks {
  let morphemes: [Morpheme]
  let grammar: PhraseGrammar

  /// Fills in what the phrases are and how they are linked. Linear.
  func mark(_ phrases: inout [Phrase]) {
    for index in phrases.indices { classify(&phrases[index]) }
    for index in phrases.indices { markVerblessPredicate(index, in: &phrases) }
    for index in phrases.indices {
      let next = index + 1 < phrases.count ? phrases[index + 1] : nil
      phrases[index].link = link(of: phrases[index], before: next)
      markQuotedNoun(&phrases[index], before: next)
    }
  }

  private func classify(_ phrase: inout Phrase) {
    let head = morphemes[phrase.head]
    let hasAuxiliary = phrase.function.contains { isAuxiliary($0) }
    phrase.isPredicate =
      switch head.kind {
      case .verb, .dependentVerb, .adjective, .dependentAdjective: true
      case .adnominal, .conjunction, .interjection, .adverb: false
      default: phrase.hasLightVerb || hasAuxiliary
      }
    let describes =
      head.kind == .adjectivalNoun && !phrase.function.isEmpty
      && phrase.adposition == nil
      && (hasAuxiliary || morphemes[phrase.function[0]].kind == .adverbializingParticle)
    phrase.isNominal =
      (head.kind.isNominal || head.kind == .formalNoun) && !phrase.hasLightVerb && !describes
    phrase.lemma = lemma(of: phrase)
  }

  private func lemma(of phrase: Phrase) -> String {
    let head = morphemes[phrase.head].lemma
    guard phrase.hasLightVerb else { return head }
    let joint = phrase.function.first.map { morphemes[$0] }
    return head + (joint?.surface == "に" ? "に" : "") + "する"
  }

  private func isAuxiliary(_ index: Int) -> Bool {
    let morpheme = morphemes[index]
    return morpheme.kind == .auxiliary || morpheme.kind == .dependentVerb
  }

  /// A verbal noun without its verb, as news and lists have it: 県は警報を発表。
  private func markVerblessPredicate(_ index: Int, in phrases: inout [Phrase]) {
    let phrase = phrases[index]
    guard !phrase.isPredicate, morphemes[phrase.head].kind == .verbalNoun,
      phrase.function.isEmpty, phrase.conjunction == nil, !phrase.precedesBracket,
      phrase.hasComma || phrase.hasStop || index + 1 == phrases.count, index > 0
    else { return }
    let before = phrases[index - 1]
    let isEnd = phrase.hasStop || index + 1 == phrases.count
    guard let particle = before.function.last.map({ morphemes[$0] }),
      particle.kind == .caseParticle || (isEnd && particle.kind == .bindingParticle)
    else { return }
    phrases[index].isPredicate = true
    phrases[index].lemma = morphemes[phrase.head].lemma + "する"
  }

  /// A noun that is quoted says what somebody is said to have said: 死者は9人と発表した.
  private func markQuotedNoun(_ phrase: inout Phrase, before next: Phrase?) {
    guard !phrase.isPredicate, phrase.isNominal, let next,
      grammar.communication.contains(next.lemma),
      let last = phrase.function.last.map({ morphemes[$0] }), last.surface == "と",
      last.kind == .quotativeParticle || morphemes[phrase.head].kind == .adjectivalNoun
    else { return }
    phrase.isPredicate = true
    phrase.link = .quotative
  }

  // MARK: - Links

  private func link(of phrase: Phrase, before next: Phrase?) -> Phrase.Link {
    if phrase.conjunction != nil { return .coordinate }
    if phrase.isPredicate { return predicateLink(of: phrase, before: next) }
    switch morphemes[phrase.head].kind {
    case .adnominal: return .adnominal
    case .conjunction, .interjection: return .conjunction
    case .adverb where !endsInAttributive(phrase): return .adverb
    default: return nominalLink(of: phrase)
    }
  }

  private func predicateLink(of phrase: Phrase, before next: Phrase?) -> Phrase.Link {
    let words = (phrase.content.suffix(1) + phrase.function).map { morphemes[$0] }
    guard let last = words.last(where: { $0.kind != .otherParticle }) ?? words.last else {
      return .final
    }
    switch last.kind {
    case .conjunctiveParticle:
      return isQuoting(last, before: next) ? .quotative : .continuative(last.surface)
    case .quotativeParticle: return .quotative
    case .attributiveParticle: return endsInQuotative(words) ? .adnominal : .attributive
    case .coordinatingParticle: return .coordinate
    case .adverbializingParticle: return .continuative("に")
    case .caseParticle where grammar.attributives.contains(last.surface): return .adnominal
    case .caseParticle where last.surface == "と": return .quotative
    case .caseParticle, .bindingParticle, .adverbialParticle:
      if phrase.hasStop || next == nil { return .final }
      return clauseCase(last, words: words)
    default: return endingLink(of: phrase, last: last, before: next)
    }
  }

  /// The dictionary takes 「と」 of 続いていると明らかにした for "when".
  private func isQuoting(_ particle: Morpheme, before next: Phrase?) -> Bool {
    guard particle.surface == "と", let next else { return false }
    return grammar.communication.contains(next.lemma) && !grammar.unquoting.contains(next.lemma)
  }

  private func endsInQuotative(_ words: [Morpheme]) -> Bool {
    words.dropLast().last?.surface == "と"
  }

  /// A clause with a particle as if it were a noun: 届くまで, 行うか, 行くのは.
  private func clauseCase(_ last: Morpheme, words: [Morpheme]) -> Phrase.Link {
    let before = words.dropLast().last
    if last.kind == .bindingParticle, let before {
      if before.kind == .conjunctiveParticle { return .continuative(before.surface) }
      if before.surface == "と" { return .quotative }
    }
    return .continuative(last.surface)
  }

  private func endingLink(of phrase: Phrase, last: Morpheme, before next: Phrase?) -> Phrase.Link {
    guard !phrase.hasStop, let next else { return .final }
    let form = last.inflection ?? ""
    if form.hasPrefix("体言接続") { return .adnominal }
    if form.hasSuffix("基本形") {
      // Before an adjective it describes the same noun: 海洋を含む幅広い課題.
      let kind = morphemes[next.head].kind
      let isAdjective = kind == .adjective || kind == .adjectivalNoun
      return next.isNominal || !next.isPredicate || isAdjective ? .adnominal : .final
    }
    if form.hasPrefix("命令") { return .final }
    let isAdverb = last.kind == .adjective && !phrase.hasComma && form.hasPrefix("連用")
    if isAdverb { return .adverb }
    // Verbal nouns and adjectival nouns have no form of their own.
    if form.isEmpty, phrase.closesBracket, !phrase.hasComma { return .apposition }
    return .continuative("")
  }

  private func endsInAttributive(_ phrase: Phrase) -> Bool {
    phrase.function.last.map { morphemes[$0].kind == .attributiveParticle } ?? false
  }

  private func nominalLink(of phrase: Phrase) -> Phrase.Link {
    if let verb = phrase.adposition { return adpositionLink(of: phrase, verb: verb) }
    let particles = phrase.function.map { morphemes[$0] }
    guard let last = particles.last else { return bareLink(of: phrase) }
    let before = particles.dropLast().last
    switch last.kind {
    case .attributiveParticle: return .attributive
    case .adverbializingParticle: return .adverb
    case .coordinatingParticle: return .coordinate
    case .quotativeParticle: return .with
    case .bindingParticle:
      guard let before, before.kind == .caseParticle, before.surface != "が", before.surface != "を"
      else { return .topic }
      return before.surface == "と" ? .with : .oblique(before.surface)
    case .caseParticle: return caseLink(last.surface)
    case .adverbialParticle where grammar.listParticles.contains(last.surface): return .coordinate
    default:
      if let before, before.kind == .caseParticle { return caseLink(before.surface) }
      return bareLink(of: phrase)
    }
  }

  private func caseLink(_ particle: String) -> Phrase.Link {
    if grammar.attributives.contains(particle) { return .attributive }
    return switch particle {
    case "が": .subject
    case "を": .object
    case "と": .with
    case "や": .coordinate
    default: .oblique(particle)
    }
  }

  private func adpositionLink(of phrase: Phrase, verb: Int) -> Phrase.Link {
    let isAttributive =
      phrase.function.last.map { morphemes[$0] }.map { last in
        last.kind == .attributiveParticle || (last.inflection ?? "").hasSuffix("基本形")
      } ?? false
    guard !isAttributive, let place = phrase.function.firstIndex(of: verb), place > 0 else {
      return .attributive
    }
    return .oblique(morphemes[phrase.function[place - 1]].surface + morphemes[verb].lemma)
  }

  private func bareLink(of phrase: Phrase) -> Phrase.Link {
    if isAdverbial(phrase) { return .adverbialNoun }
    if phrase.hasStop { return .final }
    if phrase.hasComma { return .coordinate }
    return phrase.precedesBracket || phrase.closesBracket ? .apposition : .bare
  }

  /// A time or an amount.
  private func isAdverbial(_ phrase: Phrase) -> Bool {
    let head = morphemes[phrase.head]
    switch head.kind {
    case .adverbialNoun, .counter, .formalNoun: return true
    case .suffix where grammar.timeEndings.contains(head.surface): return phrase.content.count > 1
    default:
      if grammar.timeEndings.contains(head.surface),
        phrase.content.contains(where: { morphemes[$0].kind == .counter })
      {
        return true
      }
      return grammar.adverbialNouns.contains(head.surface)
    }
  }
}
