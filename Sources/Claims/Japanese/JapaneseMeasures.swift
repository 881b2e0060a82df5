import Language
import Values

/// Finds what each value of a Japanese clause is of: the noun that a number counts, the verb that it stands at.
struct JapaneseMeasures {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }

  /// The values that stand among some words of the sentence, with what they are of.
  func measures(of values: [Value], in words: [Int]) -> [Measure] {
    values.compactMap { value in
      let carriers = words.filter { tree.words[$0].range.overlaps(value.range) }
      guard let last = carriers.last, let first = carriers.first else { return nil }
      let top = top(of: last)
      return Measure(
        value: value, counted: counted(first: first, top: top), governor: governor(of: top))
    }
  }

  /// The head of the phrase that a word stands in.
  private func top(of index: Int) -> Int {
    var top = index
    for _ in 0..<8 where ["nummod", "compound"].contains(tree.words[top].relation) {
      top = tree.words[top].head
    }
    return top
  }

  /// 乗客 of 乗客86人, 86人の乗客 and 乗客が86人; else the counter.
  private func counted(first: Int, top: Int) -> String? {
    guard tree.words[top].tag.hasPrefix("名詞-接尾-助数詞") else { return nil }
    let before = syntax.compound(of: top).last {
      $0 < first && tree.words[$0].partOfSpeech.isNominal && !isPrefix($0)
    }
    if let before { return tree.words[before].lemma }
    let head = tree.words[top].head
    let isOf = tree.words[top].relation == "nmod" && head != top
    if isOf, tree.words[head].partOfSpeech.isNominal { return tree.words[head].lemma }
    return tree.words[top].lemma
  }

  /// 約 and 第 say nothing of what is counted.
  private func isPrefix(_ index: Int) -> Bool { tree.words[index].tag.hasPrefix("接頭詞") }

  private func governor(of top: Int) -> String? {
    let head = tree.words[top].head
    return head == top ? nil : syntax.lemma(of: head)
  }
}
