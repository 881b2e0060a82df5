import Language
import Source
import Values

/// Finds in a Japanese clause which quantity a value is of: by the noun before it, the noun that it describes
/// or the verb that it stands at.
struct JapaneseQuantityFinder {
  let syntax: JapaneseTree
  let table: QuantityTable
  let grammar: QuantityTable.Grammar
  /// The words of the clause.
  let words: [Int]
  /// The values of the clause.
  let places: [Place]

  /// A value with its words.
  struct Place {
    let value: Value
    let first: Int
    let last: Int
    /// The head of the phrase that it stands in.
    let top: Int
    /// The last word of the value with its counter.
    var end: Int { max(last, top) }
  }

  private var tree: SyntaxTree { syntax.tree }

  /// The quantity of a value, with its place and its standing; nothing where no word tells it.
  func quantity(of place: Place) -> MeasuredQuantity? {
    guard !place.value.kind.isTemporal else { return nil }
    var quantity =
      table.quantity(ofMarkBefore: place.value, in: syntax.text) ?? named(place)
      ?? described(place) ?? told(place)
    quantity?.scope = scope(of: place)
    if isSuperseded(place) { quantity?.standing = .superseded }
    return quantity
  }

  // MARK: - Named by a noun

  /// マグニチュード7.6, 死者48人, 死者は少なくとも48人, 死者は2日現在で48人.
  private func named(_ place: Place) -> MeasuredQuantity? {
    var index = beforePrefixes(place.first - 1)
    // 「5人が死亡、34人が負傷した」: what stands in another clause names no number of this one.
    guard words.contains(index) else { return nil }
    if let found = noun(endingAt: index, for: place) { return found }
    guard isPredicated(place) else { return nil }
    // Between the noun and its number a time may stand, and the figure that it has left behind.
    for _ in 0..<4 {
      guard let other = places.first(where: { isBetween($0, index) }) else { break }
      index = beforePrefixes(other.first - 1)
    }
    guard index > 0, ["は", "が", "も", "を"].contains(tree.words[index].text) else { return nil }
    return noun(endingAt: index - 1, for: place)
  }

  private func isBetween(_ place: Place, _ index: Int) -> Bool {
    if place.value.kind.isTemporal { return holds(place, before: index) }
    return place.end + 1 == index && grammar.since.contains(tree.words[index].text)
  }

  /// Whether a time stands before a word with nothing but its particles and 時点, 現在 between.
  private func holds(_ time: Place, before index: Int) -> Bool {
    guard time.last <= index, index - time.last <= 4 else { return false }
    return (time.last..<index).map { $0 + 1 }.allSatisfy { between in
      let word = tree.words[between]
      return word.partOfSpeech == .adposition || word.partOfSpeech == .punctuation
        || grammar.asOf.contains(word.text) || word.tag.hasPrefix("助詞")
    }
  }

  private func beforePrefixes(_ index: Int) -> Int {
    var index = index
    while index >= 0,
      grammar.around.contains(tree.words[index].text)
        || tree.words[index].partOfSpeech == .punctuation
        || tree.words[index].tag.hasPrefix("接頭詞")
        || (tree.words[index].text == "で" && index > 0
          && grammar.around.contains(tree.words[index - 1].text))
    { index -= 1 }
    return index
  }

  /// Whether a value is what is said of the noun before it: 48人だ, 48人に上った, 48人、 and no 48人の.
  private func isPredicated(_ place: Place) -> Bool {
    let next = place.end + 1
    if next < tree.words.count, tree.words[next].text == "の" { return false }
    let head = tree.words[place.top].head
    if head == place.top || tree.words[head].partOfSpeech.isNominal { return true }
    return grammar.linking.contains(syntax.lemma(of: head))
  }

  /// The quantity that the nouns up to a word name.
  private func noun(endingAt last: Int, for place: Place) -> MeasuredQuantity? {
    guard last >= 0 else { return nil }
    for first in max(0, last - 4)...last {
      let name = (first...last).map { tree.words[$0].text }.joined()
      if let entry = entry(name, as: .noun, for: place) { return entry.quantity(term: name) }
    }
    return nil
  }

  /// 5人の死亡.
  private func described(_ place: Place) -> MeasuredQuantity? {
    let head = tree.words[place.top].head
    guard head > place.top, tree.words[place.top].relation == "nmod",
      tree.words[head].partOfSpeech.isNominal
    else { return nil }
    return noun(endingAt: head, for: place)
  }

  // MARK: - Told by a verb or a state

  /// 5人が死亡した, 5人を逮捕した, 12人が行方不明になっている.
  private func told(_ place: Place) -> MeasuredQuantity? {
    let top = place.top
    let verb = tree.words[top].head
    guard verb != top, syntax.isPredicate(verb) else { return nil }
    let isPassive = syntax.isPassive(verb)
    let particle = syntax.particle(of: top)
    let isSubject =
      ["が", "は", "も", ""].contains(particle)
      && ["nsubj", "nsubj:pass", "obl", "obj", "dislocated", "nummod", "compound", "advmod"]
        .contains(tree.words[top].relation)
    let isObject = particle == "を"
    let roles: [QuantityTable.Role] =
      isObject ? [.patient, .doer] : isSubject ? (isPassive ? [.patient] : [.doer]) : []
    for role in roles {
      for name in predicates(of: verb, without: top) {
        if let entry = entry(name, as: role, for: place, counts: true) {
          return entry.quantity(counted: counted(place))
        }
      }
    }
    guard isSubject || isObject else { return nil }
    return state(of: verb, without: top, for: place).map { $0.quantity(counted: counted(place)) }
  }

  /// A predicate by itself, and with the nouns before it: する, けがをする.
  private func predicates(of verb: Int, without top: Int) -> [String] {
    let lemma = syntax.lemma(of: verb)
    let whole = syntax.lemma(of: verb, isWhole: true)
    let joint = tree.children(of: verb, ["obj", "obl", "nsubj"]).filter {
      $0 != top && $0 < verb
    }.map { nominal($0) + syntax.particle(of: $0) + lemma }
    return joint + [whole, lemma]
  }

  private func state(of verb: Int, without top: Int, for place: Place) -> QuantityTable.Entry? {
    var names = [nominal(verb)]
    if grammar.stating.contains(syntax.lemma(of: verb)) {
      names += tree.children(of: verb, ["obl", "obj", "advcl", "xcomp"])
        .filter { $0 != top && $0 < verb }.map(nominal)
    }
    return names.lazy.compactMap { entry($0, as: .state, for: place) }.first
  }

  private func nominal(_ index: Int) -> String {
    syntax.compound(of: index).map { tree.words[$0].text }.joined()
  }

  private func counted(_ place: Place) -> String? {
    let before = syntax.compound(of: place.top).last {
      $0 < place.first && tree.words[$0].partOfSpeech.isNominal
        && !tree.words[$0].tag.hasPrefix("接頭詞")
        && !grammar.around.contains(tree.words[$0].text)
    }
    if let before { return tree.words[before].lemma }
    return tree.words[place.top].tag.hasPrefix("名詞-接尾-助数詞")
      ? tree.words[place.top].lemma : nil
  }

  private func entry(
    _ name: String, as role: QuantityTable.Role, for place: Place, counts: Bool = false
  ) -> QuantityTable.Entry? {
    let top = tree.words[place.top]
    let counter = top.tag.hasPrefix("名詞-接尾-助数詞") ? top.lemma : nil
    return table.entries(name, as: role, in: .japanese).first { entry in
      entry.kinds.contains(place.value.kind) && (!counts || entry.counts != nil)
        && table.canCount(counter, by: entry, in: .japanese)
    }
  }

  // MARK: - Around the value

  /// The time at which each count stood, by its index.
  func asOf(_ measures: [Measure]) -> [Int: Value] {
    let time = places.first { $0.value.kind.isTemporal && isAsOf($0) }?.value
    let tallies = measures.indices.filter { measures[$0].quantity?.isTally == true }
    guard let time else { return [:] }
    return Dictionary(uniqueKeysWithValues: tallies.map { ($0, time) })
  }

  private func isAsOf(_ place: Place) -> Bool {
    if grammar.asOf.contains(where: place.value.text.hasSuffix),
      !grammar.asOf.contains(place.value.text)
    {
      return true
    }
    guard !grammar.asOf.contains(place.value.text) else { return false }
    return [1, 2].contains { step in
      let index = place.last + step
      guard index < tree.words.count, grammar.asOf.contains(tree.words[index].text) else {
        return false
      }
      return step == 1 || ["の", "ごろ", "頃", "すぎ", "過ぎ"].contains(tree.words[index - 1].text)
    }
  }

  private func isSuperseded(_ place: Place) -> Bool {
    let next = place.end + 1
    if next < tree.words.count, grammar.since.contains(tree.words[next].text) { return true }
    return words.contains {
      $0 < place.first && place.first - $0 < 8 && grammar.superseded.contains(tree.words[$0].text)
    }
  }

  /// The nearest place before the value to which it is limited: 珠洲市では, 珠洲市の死者は.
  private func scope(of place: Place) -> MeasuredQuantity.Scope? {
    let candidates = words.filter { $0 < place.first }.reversed()
    for index in candidates {
      let word = tree.words[index]
      guard word.tag.hasPrefix("名詞-固有名詞-地域") || word.tag.hasPrefix("名詞-接尾-地域"),
        index + 1 < tree.words.count
      else { continue }
      let next = tree.words[index + 1]
      guard grammar.places.contains(next.text) else { continue }
      let first = syntax.compound(of: index).first ?? index
      // A noun that the place describes has to be a name of the quantity: 珠洲市の死者.
      if next.text == "の", !describesQuantity(index, of: place) { continue }
      let range = tree.words[first].range.lowerBound..<word.range.upperBound
      return MeasuredQuantity.Scope(range: range, text: syntax.text[range])
    }
    return nil
  }

  private func describesQuantity(_ index: Int, of place: Place) -> Bool {
    let head = tree.words[index].head
    return head != index && noun(endingAt: head, for: place) != nil
  }
}
