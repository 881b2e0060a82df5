import Language

/// Reads from the ending of a Japanese clause whether it affirms or denies and how it stands to what happened.
///
/// What the clause says may stand before a noun or verb that only tells how it is meant: 訪問する予定だ, 再開する可能性
/// がある, いないとみられる. All of them together are its ending.
struct JapaneseMood {
  let syntax: JapaneseTree
  /// Whether the clause names a time to come.
  let namesFuture: Bool

  private var tree: SyntaxTree { syntax.tree }
  private var japanese: JapaneseGrammar { syntax.japanese }

  /// A predicate and what follows it to tell how it is meant, from the inside out.
  struct Chain {
    /// The predicate that says what is done.
    var core: Int
    /// The predicates around it, up to the one that the clause is built on.
    var outer: [Int] = []
    /// The modality that the words around it give.
    var modality: Claim.Modality?
    /// The predicates around it whose negation denies nothing: 待つほか|ない.
    var affirming: Set<Int> = []
  }

  /// Finds the predicate that says what is done. The chain is no longer than the sentence is deep.
  func chain(from predicate: Int) -> Chain {
    var chain = Chain(core: predicate)
    for _ in 0..<6 {
      guard let step = step(from: chain.core) else { break }
      if step.affirms { chain.affirming.insert(chain.core) }
      chain.outer.insert(chain.core, at: 0)
      chain.core = step.inner
      chain.modality = chain.modality ?? step.modality
    }
    return chain
  }

  /// One predicate further in, with the modality that the one around it gives.
  private struct Step {
    let inner: Int
    let modality: Claim.Modality
    var affirms = false
  }

  private func step(from predicate: Int) -> Step? {
    if let quoted = tree.child(of: predicate, ["ccomp"]) {
      if isHearsay(predicate) { return Step(inner: quoted, modality: .hearsay) }
      if syntax.isAttempt(predicate) { return Step(inner: quoted, modality: .intention) }
    }
    if let modality = syntax.modality(ofNoun: predicate), let clause = clause(before: predicate) {
      return Step(inner: clause, modality: modality)
    }
    // 〜ということだ.
    if tree.words[predicate].lemma == "こと", let clause = tree.child(of: predicate, ["acl"]),
      tree.children(of: clause, ["mark"]).contains(where: { tree.words[$0].text == "という" })
    {
      return Step(inner: clause, modality: .hearsay)
    }
    return onlyWay(predicate) ?? settled(predicate) ?? existing(predicate)
  }

  private func clause(before noun: Int) -> Int? {
    tree.child(of: noun, ["acl"]).flatMap { syntax.isPredicate($0) ? $0 : nil }
  }

  /// 再開する可能性がある, 廃止する方針を固めた.
  private func existing(_ predicate: Int) -> Step? {
    guard japanese.existence.contains(syntax.lemma(of: predicate)) else { return nil }
    for noun in tree.children(of: predicate, ["nsubj", "obj", "dislocated", "obl"]) {
      if let modality = syntax.modality(ofNoun: noun), let clause = clause(before: noun) {
        return Step(inner: clause, modality: modality)
      }
    }
    return nil
  }

  /// 開くことにした, 開くことになった.
  private func settled(_ predicate: Int) -> Step? {
    guard let modality = japanese.settling[syntax.lemma(of: predicate)] else { return nil }
    for noun in tree.children(of: predicate, ["obl"])
    where tree.words[noun].lemma == "こと" && syntax.particle(of: noun) == "に" {
      if let clause = clause(before: noun) { return Step(inner: clause, modality: modality) }
    }
    return nil
  }

  /// 待つほかない, 待つしかない.
  private func onlyWay(_ predicate: Int) -> Step? {
    guard tree.words[predicate].lemma == "ない" else { return nil }
    let only = tree.children(of: predicate, ["advcl"]).first { clause in
      tree.children(of: clause, ["mark"]).contains {
        japanese.onlyParticles.contains(tree.words[$0].text)
      }
    }
    let other = tree.children(of: predicate, ["obl", "nsubj"])
      .first { japanese.onlyNouns.contains(tree.words[$0].lemma) }.flatMap(clause(before:))
    return (only ?? other).map { Step(inner: $0, modality: .obligation, affirms: true) }
  }

  private func isHearsay(_ predicate: Int) -> Bool {
    let lemma = syntax.lemma(of: predicate)
    guard japanese.hearsay.contains(lemma) else { return false }
    return syntax.isPassive(predicate) || japanese.saying.contains(lemma)
  }

  /// Whether the clause says that something is not so: by its ending, or by a verb that denies.
  func polarity(of chain: Chain, act: Act?) -> Claim.Polarity {
    let negations = ([chain.core] + chain.outer).filter { !chain.affirming.contains($0) }
      .map(negations(in:)).reduce(0, +)
    let denies = act?.group == "denial"
    return (negations % 2 == 1) != denies ? .denied : .affirmed
  }

  private func negations(in predicate: Int) -> Int {
    let word = tree.words[predicate]
    var ending = wholeEnding(of: predicate)
    for pattern in japanese.affirming {
      while let place = ending.firstRange(of: pattern) { ending.removeSubrange(place) }
    }
    let isAbsence = word.lemma == "ない" && word.partOfSpeech == .adjective
    return ending.filter { $0 == "ない" }.count + (isAbsence ? 1 : 0)
  }

  /// A predicate's ending with the base form before it: 過ぎる, ない. Absence itself is no ending.
  private func wholeEnding(of predicate: Int) -> [String] {
    let lemma = tree.words[predicate].lemma
    return (lemma == "ない" ? [] : [lemma]) + syntax.ending(of: predicate)
  }

  /// The modality of the clause: that of the words around its predicate, of its ending, or that of its act: what is
  /// demanded, hoped for, planned.
  func modality(of chain: Chain, act: Act?) -> Claim.Modality {
    if let modality = chain.modality, modality != .fact { return modality }
    let predicates = [chain.core] + chain.outer
    for predicate in predicates {
      let ending = wholeEnding(of: predicate)
      let found = japanese.endings.first { !ending.ranges(of: $0.words).isEmpty }
      if let found { return found.modality }
      guard !ending.contains("た") else { continue }
      let present = japanese.presentEndings.first { !ending.ranges(of: $0.words).isEmpty }
      if let present { return present.modality }
    }
    if japanese.necessities.contains(tree.words[chain.core].lemma) { return .obligation }
    if let act, let modality = act.modality, introduces(chain) { return modality }
    return tellsFuture(chain) ? .future : .fact
  }

  /// Whether the predicate is one whose object is what is wanted, or leads to a clause: 辞任を求めた, 〜ことを決めた.
  private func introduces(_ chain: Chain) -> Bool {
    ([chain.core] + chain.outer).contains { predicate in
      if syntax.grammar.wanting.contains(syntax.lemma(of: predicate)) { return true }
      if tree.child(of: predicate, ["ccomp"]) != nil { return true }
      return tree.children(of: predicate, ["obj", "obl"]).contains { noun in
        japanese.contents.contains(tree.words[noun].lemma) && tree.child(of: noun, ["acl"]) != nil
      }
    }
  }

  /// 「15日に調査官を派遣する」: an action that is not past, at a time that is named.
  private func tellsFuture(_ chain: Chain) -> Bool {
    guard namesFuture, chain.outer.isEmpty, tree.words[chain.core].partOfSpeech == .verb else {
      return false
    }
    let isState = ["ある", "いる"].contains(syntax.lemma(of: chain.core))
    let ending = syntax.ending(of: chain.core).filter { $0 != "する" && $0 != "れる" && $0 != "られる" }
    return !isState && ending.isEmpty && tree.words[chain.core].head == chain.core
  }
}
