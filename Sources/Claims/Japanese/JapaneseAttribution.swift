import Language

/// Finds who speaks in a Japanese sentence: whoever a verb of saying is said of, or whom a phrase names
/// (によると, の発表では).
struct JapaneseAttribution {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }

  /// The phrase that names the source of the whole sentence, with all its words.
  func sourcePhrase() -> (attribution: Attribution, words: [Int])? {
    for index in tree.words.indices {
      if let noun = sourceNoun(at: index) {
        let top = tree.words[index].partOfSpeech == .verb ? index : noun
        return (attribution(named: noun), tree.subtree(of: top))
      }
    }
    return nil
  }

  /// Who is told to have said the sentence before: 「...した。県が29日、発表した。」
  func announcer() -> Attribution? {
    guard let root = tree.roots.first, tree.roots.count == 1,
      syntax.japanese.announcing.contains(syntax.lemma(of: root)),
      let subject = syntax.subject(of: root), syntax.particle(of: subject) == "が"
    else { return nil }
    let parts = tree.children(of: root, ["obj", "obl", "ccomp", "nmod", "advcl", "conj", "acl"])
    return parts.allSatisfy(isTime) ? attribution(named: subject) : nil
  }

  /// The noun before によると, or the document of の発表では.
  private func sourceNoun(at index: Int) -> Int? {
    let word = tree.words[index]
    let phrase = syntax.function(of: index).map { tree.words[$0].text }.joined()
    if word.partOfSpeech == .verb, syntax.grammar.sources.contains("に" + word.text + phrase) {
      return tree.children(of: index, ["obl"]).last { syntax.particle(of: $0) == "に" }
    }
    guard word.partOfSpeech.isNominal, ["obl", "nmod", "nsubj"].contains(word.relation) else {
      return nil
    }
    if syntax.grammar.sources.contains(phrase) { return index }
    guard syntax.grammar.inside.contains(phrase), syntax.grammar.documents.contains(word.lemma)
    else { return nil }
    return maker(ofDocument: index) == nil && syntax.compound(of: index).count < 2 ? nil : index
  }

  private func attribution(named noun: Int) -> Attribution {
    let isPost = syntax.grammar.posts.contains(tree.words[noun].lemma)
    guard syntax.grammar.documents.contains(tree.words[noun].lemma) else {
      return Attribution(name: name(of: noun), isPost: isPost, place: tree.words[noun].range)
    }
    if let maker = maker(ofDocument: noun) {
      return Attribution(name: name(of: maker), isPost: isPost)
    }
    let compound = syntax.compound(of: noun).dropLast()
    return Attribution(name: compound.map { tree.words[$0].text }.joined(), isPost: isPost)
  }

  /// Whose document it is: 病院の声明, 病院が出した声明.
  private func maker(ofDocument noun: Int) -> Int? {
    tree.children(of: noun, ["nmod"]).first { !isTime($0) }
      ?? tree.children(of: noun, ["acl"]).lazy.compactMap { tree.child(of: $0, ["nsubj"]) }.first
  }

  /// 6日の声明, 同日の発表.
  private func isTime(_ noun: Int) -> Bool {
    tree.words[noun].tag.contains("副詞可能") || tree.words[noun].tag.hasPrefix("名詞-接尾-助数詞")
  }

  /// Who says a clause, from the outermost source to the one whose words it is; none where the account does.
  ///
  /// - Parameter source: whom a phrase of the sentence names.
  func attributions(of clause: JapaneseClause, source: Attribution?) -> [Attribution] {
    var found = clause.reports.map(attribution)
    if let denier = denier(of: clause) { found.append(Attribution(name: denier, isPost: false)) }
    guard let source else { return found }
    return [source] + found.filter { !$0.name.isEmpty }
  }

  private func attribution(of report: JapaneseReport) -> Attribution {
    let isPost = syntax.grammar.posts.contains(syntax.lemma(of: report.predicate))
    guard let speaker = report.speaker else { return Attribution(name: "", isPost: isPost) }
    var found = attribution(named: speaker)
    found.isPost = found.isPost || isPost
    return found
  }

  /// Whoever denies says that it is not so; the account only reports that.
  private func denier(of clause: JapaneseClause) -> String? {
    let core = JapaneseMood(syntax: syntax, namesFuture: false).chain(from: clause.predicate).core
    guard let head = clause.subjectHead, !clause.subject.isEmpty,
      JapaneseActs(syntax: syntax).act(of: [core])?.group == "denial", !syntax.isPassive(core),
      !syntax.grammar.firstPerson.contains(tree.words[head].text)
    else { return nil }
    return name(of: head)
  }

  /// A noun with the nouns that describe it, without its particles and the clauses before it.
  private func name(of noun: Int) -> String {
    let clauses = tree.children(of: noun, ["acl", "appos", "parataxis", "punct"])
    let words = tree.subtree(of: noun, except: Set(clauses + syntax.function(of: noun)))
    return words.filter { $0 <= noun }.map { tree.words[$0].text }.joined()
  }
}
