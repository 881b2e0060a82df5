/// What the phrases are among which the parser looks for the head of another one.
extension PhraseParser {
  /// Whether a predicate stands inside of another clause: before a noun that it describes, or quoted.
  func isEmbedded(_ index: Int) -> Bool {
    switch phrases[index].link {
    case .adnominal: embedded[index]
    case .quotative, .attributive: true
    default: isRequested(index)
    }
  }

  /// 控えるよう|呼びかけた: what somebody asks for.
  func isRequested(_ index: Int) -> Bool {
    guard case .continuative = phrases[index].link else { return false }
    return phrases[index].function.suffix(2).contains { morphemes[$0].lemma == "よう" }
  }

  /// A quoted sentence in brackets takes nothing from outside of them.
  func isShut(_ candidate: Int, to index: Int) -> Bool {
    phrases[candidate].closesBracket && brackets.start(ofBracketEndingAt: candidate) > index
      && (phrases[candidate].link == .quotative || phrases[candidate].hasStop)
  }

  /// 「橋が崩れ、警察によると、3人が死亡した」: what stands before the phrase that names a source goes on behind it.
  func passesOver(_ candidate: Int, from index: Int) -> Bool {
    guard grammar.sourceVerbs.contains(phrases[candidate].lemma),
      case .continuative(let particle) = phrases[candidate].link,
      grammar.sourceParticles.contains(particle)
    else { return false }
    switch phrases[index].link {
    case .continuative, .topic, .subject, .object: return true
    default: return false
    }
  }

  func takesObject(_ index: Int) -> Bool {
    let kind = morphemes[phrases[index].head].kind
    return kind == .verb || kind == .dependentVerb || phrases[index].lemma.hasSuffix("する")
  }

  /// 〜したところ、, 〜したほか、: the noun only joins the clause to the next.
  func joinsClauses(_ index: Int) -> Bool {
    phrases[index].hasComma && grammar.joiningNouns.contains(morphemes[phrases[index].head].lemma)
  }

  /// 「首相が新しい案を示した」, 「3人が軽いけがをした」: somebody acts, and the adjective is the next noun's; 「人気が高い候補」
  /// is another matter.
  func describesOnly(_ candidate: Int, behind subject: Int) -> Bool {
    let isAdjective = morphemes[phrases[candidate].head].kind == .adjective
    guard isAdjective, phrases[candidate].link == .adnominal, candidate == subject + 1 else {
      return false
    }
    return isBeing(subject) || morphemes[phrases[subject].head].kind == .counter
  }

  func describesFormalNoun(_ index: Int) -> Bool {
    grammar.formalNouns.contains(morphemes[phrases[heads[index]].head].lemma)
  }

  /// 〜必要がある, 〜可能性が高い: the noun is no subject beside which there could be no other.
  func isModal(_ index: Int, of predicate: Int) -> Bool {
    grammar.formalNouns.contains(morphemes[phrases[index].head].lemma)
      && grammar.existence.contains(phrases[predicate].lemma)
  }

  /// 〜と|述べた, 〜との|認識.
  func quotes(_ index: Int) -> Bool {
    phrases[index].link == .quotative
      || phrases[index].link == .adnominal
        && phrases[index].function.suffix(2).map { morphemes[$0].surface } == ["と", "の"]
  }

  func isPassive(_ index: Int) -> Bool {
    phrases[index].function.contains { grammar.passives.contains(morphemes[$0].lemma) }
  }

  /// 〜とみられる, 〜という: nobody is named who says it.
  func isHearsay(_ index: Int) -> Bool {
    guard grammar.communication.contains(phrases[index].lemma), !subjects[index] else {
      return false
    }
    return isPassive(index) || phrases[index].link == .final && isSaying(index)
  }

  func isSaying(_ index: Int) -> Bool {
    phrases[index].lemma == "いう" && phrases[index].function.isEmpty
  }

  /// How alike two nouns are: 外相 and 首相 end alike, 米国 and 英国 are names, 支援 and 協力 are actions.
  func likeness(_ one: Int, _ other: Int) -> Int {
    let (first, second) = (morphemes[phrases[one].head], morphemes[phrases[other].head])
    return (first.surface.last == second.surface.last ? 2 : 0)
      + (first.kind == second.kind && first.kind != .noun ? 1 : 0)
  }

  /// Whether a noun names somebody who can act: a person, a country, an office.
  func isBeing(_ index: Int) -> Bool {
    phrases[index].content.contains { place in
      let morpheme = morphemes[place]
      return morpheme.kind == .pronoun || morpheme.kind == .properNoun
    } || grammar.beings.contains { morphemes[phrases[index].head].surface.hasSuffix($0) }
  }
}
