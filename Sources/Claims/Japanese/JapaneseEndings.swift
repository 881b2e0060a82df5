import Language

/// Finds what stands at the end of a Japanese clause: the tense that clauses joined to it share, and the particle
/// that joins it to the next.
struct JapaneseEndings {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }

  /// The words of the past tense at the end of a clause, which clauses joined to it share: まし|た.
  func finiteEnding(of head: Int) -> [Int] {
    let function = syntax.function(of: head)
    guard let past = function.lastIndex(where: { tree.words[$0].lemma == "た" }) else { return [] }
    let isPolite = past > 0 && tree.words[function[past - 1]].lemma == "ます"
    return Array(function[(isPolite ? past - 1 : past)...past])
  }

  /// The shared ending where it can stand behind a predicate's form: 確認し|た, 行い|ました, not 行い|た.
  func fitting(_ ending: [Int], for head: Int) -> [Int] {
    guard let first = ending.first, let last = lastInflected(of: head) else { return [] }
    let word = tree.words[last]
    let form = word.inflection ?? ""
    if tree.words[first].lemma == "ます" { return form == "連用形" ? ending : [] }
    if form == "連用タ接続", tree.words[first].text == "た" { return voicesPast(word) ? [] : ending }
    let takesPast = ["する", "れる", "られる"].contains(word.lemma) || isIchidan(word)
    return form == "連用形" && takesPast ? ending : []
  }

  /// 読ん, 急い: their past is だ.
  private func voicesPast(_ word: Word) -> Bool {
    word.text.hasSuffix("ん") || word.lemma.hasSuffix("ぐ")
  }

  /// Verbs whose stem does not change: 述べる, 述べ.
  private func isIchidan(_ word: Word) -> Bool {
    word.lemma.hasSuffix("る") && word.lemma == word.text + "る"
  }

  /// The word of a predicate that its ending stands behind.
  private func lastInflected(of head: Int) -> Int? {
    let function = syntax.function(of: head).filter { tree.words[$0].relation != "mark" }
    guard let last = function.last else { return head }
    return tree.words[last].inflection == nil ? nil : last
  }

  /// The words of a clause without the particle that joined it to the next: て, し, が, と.
  func withoutJoint(_ words: [Int], of head: Int, _ ending: [Int]) -> [Int] {
    guard tree.words[head].head != head else { return words }
    let function = syntax.function(of: head)
    var joints: Set<Int> = []
    for mark in function.reversed() where tree.words[mark].relation == "mark" {
      // 行って stays where there is no ending that could take its place.
      let isConnecting = ["て", "で"].contains(tree.words[mark].text)
      if isConnecting, ending.isEmpty { break }
      joints.insert(mark)
      if mark != function.last, !joints.contains(mark + 1) { break }
    }
    return joints.isEmpty ? words : words.filter { !joints.contains($0) }
  }
}
