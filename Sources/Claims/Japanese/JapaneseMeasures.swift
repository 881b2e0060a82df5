import Language
import Values

/// Finds what each value of a Japanese clause is of: the noun that a number counts, the verb that it stands at.
struct JapaneseMeasures {
  private let syntax: JapaneseTree
  private let values: [Value]
  private let quantities: QuantityTable
  /// The values that stand at each word, by their indices.
  private let valuesByWord: [Int: [Int]]

  /// Finds the words of the values. Linear in the number of words and values, which both come in order.
  init(syntax: JapaneseTree, values: [Value], quantities: QuantityTable) {
    self.syntax = syntax
    self.quantities = quantities
    self.values = values
    var byWord: [Int: [Int]] = [:]
    var first = 0
    for (index, value) in values.enumerated() {
      while first < syntax.words.count,
        syntax.words[first].range.upperBound <= value.range.lowerBound
      { first += 1 }
      var word = first
      while word < syntax.words.count, syntax.words[word].range.lowerBound < value.range.upperBound
      {
        byWord[word, default: []].append(index)
        word += 1
      }
    }
    valuesByWord = byWord
  }

  private var tree: SyntaxTree { syntax.tree }

  /// The values that stand among some words of the sentence, with what they are of.
  func measures(in words: [Int]) -> [Measure] {
    var carriers: [Int: [Int]] = [:]
    for word in words {
      for value in valuesByWord[word] ?? [] { carriers[value, default: []].append(word) }
    }
    let places = carriers.keys.sorted().compactMap { index -> JapaneseQuantityFinder.Place? in
      guard let first = carriers[index]?.first, let last = carriers[index]?.last else { return nil }
      return JapaneseQuantityFinder.Place(
        value: values[index], first: first, last: last, top: top(of: last))
    }
    var measures = places.map { place in
      Measure(
        value: place.value, counted: counted(first: place.first, top: place.top),
        governor: governor(of: place.top))
    }
    guard let grammar = quantities.grammar(of: .japanese) else { return measures }
    let finder = JapaneseQuantityFinder(
      syntax: syntax, table: quantities, grammar: grammar, words: words, places: places)
    for index in places.indices {
      measures[index].quantity = finder.quantity(of: places[index])
    }
    return CountStanding(measures).settled(asOf: finder.asOf(measures))
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
