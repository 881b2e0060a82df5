import Language

/// Finds what a Japanese predicate reports as said, thought or given as a ground, and who speaks by it.
struct JapaneseReporting {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }
  private var japanese: JapaneseGrammar { syntax.japanese }

  /// What a verb of saying reports: a clause with と, or the one before 旨 or こと.
  func quotation(at child: Int) -> Int? {
    switch tree.words[child].relation {
    case "ccomp": return child
    case "obj", "obl":
      // 開くことにした: a decision, and nothing that is said.
      guard let clause = tree.child(of: child, ["acl"]) else { return nil }
      let isContent =
        japanese.contents.contains(tree.words[child].lemma) && syntax.particle(of: child) != "に"
      return isContent || isOpinion(child, after: clause) ? clause : nil
    default: return nil
    }
  }

  /// What a verb of saying is said about, where what is said has no subject: 「〜との報道について、事実ではないと述べた」.
  func matter(of head: Int, for quoted: Int) -> [Int] {
    guard syntax.subject(of: quoted) == nil else { return [] }
    let matters = tree.children(of: head, ["obl"])
      .filter { $0 < quoted && japanese.matter.contains(syntax.particle(of: $0)) }
    return matters.flatMap { tree.subtree(of: $0) }
  }

  func opinion(around clause: Int) -> Claim.Modality? {
    tree.words[clause].relation == "acl" ? syntax.modality(ofNoun: tree.words[clause].head) : nil
  }

  /// 対話が重要だ|との|認識.
  private func isOpinion(_ noun: Int, after clause: Int) -> Bool {
    let marks = syntax.function(of: clause).map { tree.words[$0].text }.joined()
    return japanese.opinions.contains(tree.words[noun].lemma) && syntax.hasOwnParts(clause)
      && japanese.opinionParticles.contains { marks.hasSuffix($0) }
  }

  /// 「基準を満たさなかったとして、販売を止めた」: who acts says why.
  func isGround(_ child: Int) -> Bool {
    tree.words[child].relation == "advcl" && syntax.isPredicate(child)
      && tree.children(of: child, ["mark"]).contains {
        japanese.grounding.contains(tree.words[$0].text)
      }
  }

  /// Whether a predicate only tells who says what it quotes.
  func reports(_ head: Int) -> Bool {
    let lemma = syntax.lemma(of: head)
    // 述べていない: what stands before it is left open.
    guard !isHearsay(head, lemma: lemma), !syntax.isAttempt(head),
      !syntax.ending(of: head).contains("ない")
    else { return false }
    if syntax.acts.act(ofVerb: lemma, in: .japanese)?.reports ?? false { return true }
    return japanese.quoting.contains(lemma)
  }

  /// The predicate before 〜という, whose clauses are said as it is.
  func whatIsSaid(by head: Int) -> Int? {
    isHearsay(head, lemma: syntax.lemma(of: head)) ? tree.child(of: head, ["ccomp"]) : nil
  }

  /// 〜とみられる, 〜という: nobody is named who says it.
  private func isHearsay(_ head: Int, lemma: String) -> Bool {
    guard japanese.hearsay.contains(lemma), syntax.subject(of: head) == nil else { return false }
    return syntax.isPassive(head) || japanese.saying.contains(lemma) && !syntax.isPast(head)
  }

  // MARK: - Who speaks

  /// Who speaks where から tells it: 外相から、...と述べた.
  func speaker(of head: Int) -> Int? {
    tree.children(of: head, ["obl"]).first { child in
      japanese.speakers.contains(syntax.particle(of: child))
    }
  }

  /// Who speaks where the reporting verb has no subject and the subject of what is said stands first, for both of
  /// them: 「大統領が国境を開くと述べた」. Where another verb reports that, or where a name stands there, it is meant so.
  func speaker(within quoted: [Int], isNested: Bool) -> Int? {
    guard let first = quoted.min(), let subject = syntax.subject(of: first),
      syntax.particle(of: subject) == "が", isNested || syntax.isName(subject)
    else { return nil }
    return subject
  }

  /// 「外相から、懸念を表明した」: who speaks is who acts.
  func actingSpeaker(of head: Int) -> Int? {
    let group = JapaneseActs(syntax: syntax).act(of: [head])?.group
    guard let group, !["encounter", "extent", "support"].contains(group) else { return nil }
    return speaker(of: head)
  }
}
