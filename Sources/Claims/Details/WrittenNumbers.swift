/// Numbers of a sentence that are written in several words: "7", ".", "6"; 0 and 時 of 0時.
struct WrittenNumbers {
  let tree: SyntaxTree

  /// Whether a number goes on outside of some words: "6" of "7.6".
  func areCut(by words: [Int]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return isNumber(first) && goesOn(from: first - 1, by: -1)
      || isNumber(last) && goesOn(from: last + 1, by: 1)
  }

  /// Words with all of the numbers that they have a part of, with the symbols of their currencies, and with those that
  /// they are written in one with.
  func completed(in words: [Int]) -> [Int] {
    var members = Set(words.flatMap { isCounter($0) ? [$0 - 1, $0] : [$0] })
    for word in members.sorted() where isNumber(word) {
      for step in [-1, 1] {
        var next = word + step
        while goesOn(from: next, by: step) {
          members.insert(next)
          next += step
        }
        if step > 0, isPerCent(next) { members.formUnion([next, next + 1]) }
        if step < 0, tree.words.indices.contains(next), tree.words[next].partOfSpeech == .symbol {
          members.insert(next)
        }
      }
    }
    return members.sorted()
  }

  /// "61.8 per cent": the number is a share.
  private func isPerCent(_ index: Int) -> Bool {
    index + 1 < tree.words.count && tree.words[index].text.lowercased() == "per"
      && tree.words[index + 1].text.lowercased() == "cent"
  }

  private func goesOn(from index: Int, by step: Int) -> Bool {
    guard tree.words.indices.contains(index) else { return false }
    if isNumber(index) { return true }
    let next = index + step
    return [".", ",", "．", "，"].contains(tree.words[index].text)
      && tree.words.indices.contains(next) && isNumber(next)
  }

  /// Whether a word stands behind a number without a space between: 時 of 0時, "%" of "40%".
  private func isCounter(_ index: Int) -> Bool {
    index > 0 && !isNumber(index) && isNumber(index - 1)
      && tree.words[index - 1].range.upperBound == tree.words[index].range.lowerBound
      && tree.words[index].partOfSpeech != .punctuation
  }

  private func isNumber(_ index: Int) -> Bool { tree.words[index].partOfSpeech == .numeral }
}
