/// Groups the morphemes of a sentence into phrases.
///
/// A phrase begins at a word of content that does not go on a run of nouns, and takes what particles and
/// auxiliaries follow. Some words of content have become grammar in their place and belong to the phrase
/// before them: the light verb of 検討する, the verbs of に向けて and かもしれない, the nouns of ことができる and ようだ.
///
/// - Complexity: linear in the number of morphemes.
struct PhraseChunker {
  let morphemes: [Morpheme]
  let grammar: PhraseGrammar
  /// The morphemes to group, in order.
  let stream: [Int]

  private var phrases: [Phrase] = []
  private var current: Phrase?
  private var pendingMarks: [Int] = []
  private var position = 0

  init(morphemes: [Morpheme], stream: [Int], grammar: PhraseGrammar) {
    self.morphemes = morphemes
    self.grammar = grammar
    self.stream = stream
  }

  /// The phrases in order.
  mutating func chunk() -> [Phrase] {
    while position < stream.count {
      take()
      position += 1
    }
    flush()
    if !pendingMarks.isEmpty, !phrases.isEmpty {
      phrases[phrases.count - 1].marks += pendingMarks
    }
    return phrases
  }

  private func morpheme(_ offset: Int) -> Morpheme? {
    let place = position + offset
    return stream.indices.contains(place) ? morphemes[stream[place]] : nil
  }

  private func kind(_ offset: Int) -> Morpheme.Kind? { morpheme(offset)?.kind }

  private func lemma(_ offset: Int) -> String { morpheme(offset)?.lemma ?? "" }

  private mutating func take() {
    let index = stream[position]
    let morpheme = morphemes[index]
    switch morpheme.kind {
    case .comma, .stop, .closing: takeMark(index, morpheme.kind)
    case .opening:
      current?.precedesBracket = true
      flush()
      pendingMarks.append(index)
    case .symbol, .space:
      if joinsNouns { return current?.content.append(index) ?? () }
      takeMark(index, morpheme.kind)
    default:
      if takeAsGrammar(index) { return }
      takeAsContent(index)
    }
  }

  private mutating func takeMark(_ index: Int, _ kind: Morpheme.Kind) {
    guard current != nil else {
      // What closes or ends belongs to the phrase before it, what else there is to the next.
      if kind != .symbol, !phrases.isEmpty, pendingMarks.isEmpty {
        phrases[phrases.count - 1].marks.append(index)
        if kind == .stop { phrases[phrases.count - 1].hasStop = true }
      } else {
        pendingMarks.append(index)
      }
      return
    }
    current?.marks.append(index)
    switch kind {
    case .comma: current?.hasComma = true
    case .closing: current?.closesBracket = true
    default: current?.hasStop = true
    }
  }

  /// A mark between two nouns that makes one word of them: 東京・大阪, COVID-19.
  private var joinsNouns: Bool {
    guard let current, isOpenRun(current), kind(0) == .symbol else { return false }
    return kind(-1)?.isNominal == true && kind(1)?.isNominal == true
      && morpheme(-1)?.bytes.upperBound == morpheme(0)?.bytes.lowerBound
      && morpheme(0)?.bytes.upperBound == morpheme(1)?.bytes.lowerBound
  }

  /// Whether a phrase is a run of nouns that more nouns may join.
  private func isOpenRun(_ phrase: Phrase) -> Bool {
    guard phrase.function.isEmpty, !phrase.hasComma, !phrase.hasStop, !phrase.closesBracket,
      phrase.conjunction == nil
    else { return false }
    // A mark is only taken into a run that goes on behind it.
    return morphemes[phrase.head].kind.isNominal || morphemes[phrase.head].kind == .symbol
  }

  private mutating func flush() {
    if let current { phrases.append(current) }
    current = nil
  }

  // MARK: - Words of content

  private mutating func takeAsContent(_ index: Int) {
    if let current, isOpenRun(current), morphemes[index].kind.isNominal, !breaksRun {
      self.current?.content.append(index)
      return
    }
    if makesNoun(index) { return self.current?.content.append(index) ?? () }
    flush()
    current = Phrase(content: [index], marks: pendingMarks)
    pendingMarks = []
  }

  /// Whether a suffix makes a noun of the verb or adjective before it: 厳しさ, やり方.
  private func makesNoun(_ index: Int) -> Bool {
    guard let current, current.function.isEmpty, !current.hasComma, !current.hasStop,
      !current.closesBracket, morphemes[index].kind == .suffix
    else { return false }
    return [.adjective, .verb].contains(morphemes[current.head].kind)
  }

  /// Whether a noun begins a phrase of its own behind a time or an amount: 今回|両大臣は, 25分間|会談した.
  private var breaksRun: Bool {
    guard let before = morpheme(-1), let word = morpheme(0) else { return true }
    switch word.kind {
    case .suffix, .counter: return false
    case .numeral: return before.kind == .adverbialNoun && !isTimeNumber
    case .adverbialNoun: return false
    default: break
    }
    if before.kind == .adverbialNoun { return true }
    guard isAmount(endingAt: position - 1), !grammar.timeEndings.contains(word.surface) else {
      return false
    }
    return grammar.timeCounters.contains(before.surface)
      || grammar.timeEndings.contains(before.surface) || becomesVerb
  }

  /// Whether a number with its counter, and perhaps an ending, stands before a place of the stream.
  private func isAmount(endingAt place: Int) -> Bool {
    var place = place
    if grammar.timeEndings.contains(morphemes[stream[place]].surface), place > 0,
      morphemes[stream[place]].kind != .counter
    {
      place -= 1
    }
    return place > 0 && morphemes[stream[place]].kind == .counter
      && morphemes[stream[place - 1]].kind == .numeral
  }

  /// Whether the run of nouns from here on ends in a light verb.
  private var becomesVerb: Bool {
    var offset = 0
    while offset < 4, kind(offset)?.isNominal == true { offset += 1 }
    guard offset > 0, kind(offset - 1) == .verbalNoun else { return false }
    switch kind(offset) {
    case nil, .stop, .comma: return true
    default: return grammar.lightVerbs.contains(lemma(offset))
    }
  }

  private var isTimeNumber: Bool {
    var offset = 0
    while offset < 8, kind(offset) == .numeral { offset += 1 }
    return grammar.timeCounters.contains(morpheme(offset)?.surface ?? "")
  }

  // MARK: - Words of grammar

  private mutating func takeAsGrammar(_ index: Int) -> Bool {
    guard let phrase = current, !phrase.hasStop else { return false }
    if isNounConjunction(after: phrase) {
      current?.conjunction = index
      return true
    }
    guard !phrase.hasComma else { return false }
    switch morphemes[index].kind {
    case let kind where kind.isParticle: break
    case .auxiliary: break
    case .dependentVerb, .dependentAdjective, .auxiliaryNoun:
      guard !isNounAlone(phrase) || morphemes[index].kind == .auxiliaryNoun else { return false }
    case .formalNoun:
      if isPotential { return takeFunction(3) }
      guard isAuxiliaryNoun(after: phrase) else { return false }
    case .verb, .adjective:
      if isLightVerb(after: phrase) {
        current?.hasLightVerb = true
      } else if isAdposition(after: phrase) {
        current?.adposition = index
      } else if !isCompletion(after: phrase) {
        return false
      }
    default: return false
    }
    return takeFunction(1)
  }

  private mutating func takeFunction(_ count: Int) -> Bool {
    current?.function += stream[position..<position + count]
    position += count - 1
    return true
  }

  private func isNounAlone(_ phrase: Phrase) -> Bool {
    phrase.function.isEmpty && morphemes[phrase.head].kind.isNominal
  }

  private func isNounConjunction(after phrase: Phrase) -> Bool {
    guard kind(0) == .conjunction, grammar.nounConjunctions.contains(lemma(0)),
      phrase.conjunction == nil, !phrase.closesBracket || phrase.function.isEmpty
    else { return false }
    return morphemes[phrase.head].kind.isNominal || phrase.function.isEmpty
  }

  private func isLightVerb(after phrase: Phrase) -> Bool {
    if makesSo(after: phrase) { return true }
    guard isNounAlone(phrase), !phrase.closesBracket, grammar.lightVerbs.contains(lemma(0)) else {
      return false
    }
    let before = morphemes[phrase.head].kind
    return ![.adverbialNoun, .pronoun, .counter, .numeral].contains(before)
  }

  /// 明らかにする: the adjective and the verb are one.
  private func makesSo(after phrase: Phrase) -> Bool {
    guard lemma(0) == "する", phrase.function.count == 1, !phrase.closesBracket else { return false }
    return morphemes[phrase.head].kind == .adjectivalNoun
      && morphemes[phrase.function[0]].surface == "に"
  }

  /// 実現に向けて, 法に基づく支配; not 法に基づいている, which says it.
  private func isAdposition(after phrase: Phrase) -> Bool {
    guard let particle = phrase.function.last.map({ morphemes[$0] }), phrase.adposition == nil,
      [.caseParticle, .adverbializingParticle].contains(particle.kind), !phrase.closesBracket,
      grammar.adpositions[particle.surface]?.contains(lemma(0)) ?? false,
      morphemes[phrase.head].kind.isNominal
    else { return false }
    switch kind(1) {
    case .comma: return true
    case .conjunctiveParticle:
      return morpheme(1)?.surface == "て"
        && ![.dependentVerb, .dependentAdjective, .auxiliary, nil].contains(kind(2))
    case .auxiliary: return lemma(1) == "た" && kind(2)?.isNominal == true
    case let next?: return next.isNominal && ["基本形", "連用形"].contains(morpheme(0)?.inflection)
    case nil: return false
    }
  }

  /// 〜ことができる.
  private var isPotential: Bool {
    guard lemma(0) == "こと", current.map({ !isNounAlone($0) }) ?? false,
      ["が", "は", "も"].contains(lemma(1))
    else { return false }
    return ["できる", "出来る"].contains(lemma(2))
  }

  private func isAuxiliaryNoun(after phrase: Phrase) -> Bool {
    guard !isNounAlone(phrase), grammar.auxiliaryNouns.contains(lemma(0)) else { return false }
    switch kind(1) {
    case nil, .stop: return lemma(0) != "の" && lemma(0) != "もの"
    case .auxiliary: return grammar.copulas.contains(lemma(1)) && morpheme(1)?.surface != "な"
    case .quotativeParticle: return lemma(0) != "の"
    default: return lemma(0) == "よう"
    }
  }

  /// 〜かもしれない, 〜なければならない, 〜ざるを得ない.
  private func isCompletion(after phrase: Phrase) -> Bool {
    guard grammar.completions.contains(lemma(0)), let last = phrase.function.last else {
      return false
    }
    let before = phrase.function.dropLast().last.map { morphemes[$0].kind }
    switch morphemes[last].surface {
    case "ば", "かも": return true
    case "は", "も": return before == .conjunctiveParticle
    case "を": return before == .auxiliary
    default: return false
    }
  }
}
