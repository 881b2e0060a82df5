/// Where the article stands: elements in document order, and which marks put text out of it.
struct Article: Sendable {
  var roots: [Int]
  var excluded: PageMarks.Marks
}

/// Finds the element that holds a page's article.
///
/// The measure is that of Readability (Arc90 2009; Mozilla's readability, Apache-2.0): every
/// paragraph speaks for its ancestors by its length and its commas, linked text speaks against
/// them, and neighbours of the best element join it where they are much like it.
struct ArticleSearch {
  let tree: HTMLTree
  let marks: PageMarks
  let flow: TextFlow
  let rules: ExtractionRules
  let excluded: PageMarks.Marks
  private var length: ContiguousArray<Int32>
  private var linked: ContiguousArray<Int32>
  private var good: ContiguousArray<Int32>
  private var score: ContiguousArray<Double>
  private var isScored: ContiguousArray<Bool>
  private var hasBlocks: ContiguousArray<Bool>

  /// Measures a page, in time linear in its length.
  init(
    tree: HTMLTree, marks: PageMarks, flow: TextFlow, rules: ExtractionRules,
    excluded: PageMarks.Marks
  ) {
    self.tree = tree
    self.marks = marks
    self.flow = flow
    self.rules = rules
    self.excluded = excluded
    let count = tree.nodes.count
    length = ContiguousArray(repeating: 0, count: count)
    linked = ContiguousArray(repeating: 0, count: count)
    good = ContiguousArray(repeating: 0, count: count)
    score = ContiguousArray(repeating: 0, count: count)
    isScored = ContiguousArray(repeating: false, count: count)
    hasBlocks = ContiguousArray(repeating: false, count: count)
    sumUp()
    scoreRuns()
  }

  private mutating func sumUp() {
    for run in flow.runs where run.marks.isDisjoint(with: excluded) {
      length[Int(run.container)] += run.length
      linked[Int(run.container)] += run.linked
      if isGood(run) { good[Int(run.container)] += run.length }
    }
    for index in tree.nodes.indices.reversed().dropLast() {
      let parent = tree.parent(index)
      length[parent] += length[index]
      linked[parent] += linked[index]
      good[parent] += good[index]
      if tree.tag(index).traits.contains(.block) { hasBlocks[parent] = true }
    }
  }

  /// Whether a run is as long as a sentence and not a list of links.
  private func isGood(_ run: TextFlow.Run) -> Bool {
    Int(run.length) >= rules.thresholds.shortestSentence
      && run.linkShare < rules.thresholds.linkShare.sentence
      && run.marks.isDisjoint(with: [.caption, .byline])
  }

  private mutating func scoreRuns() {
    let thresholds = rules.thresholds
    for run in flow.runs where run.marks.isDisjoint(with: excluded) {
      guard Int(run.length) >= thresholds.shortestTellingRun, let first = speaksFor(run) else {
        continue
      }
      let worth = 1 + Double(run.commas) + min(Double(run.length / 100), 3)
      var ancestor = first
      var level = 0
      while ancestor > 0, level < thresholds.scoredAncestors {
        let divider = level == 0 ? 1 : level == 1 ? 2 : Double(level * 3)
        if !isScored[ancestor] {
          isScored[ancestor] = true
          score[ancestor] = base(of: ancestor)
        }
        score[ancestor] += worth / divider
        ancestor = tree.parent(ancestor)
        level += 1
      }
    }
    for index in score.indices where isScored[index] { score[index] *= 1 - linkShare(index) }
  }

  /// The lowest element that a run speaks for: the one around its paragraph.
  private func speaksFor(_ run: TextFlow.Run) -> Int? {
    let container = Int(run.container)
    switch tree.tag(container) {
    case .p, .pre, .td, .h2, .h3, .h4, .h5, .h6: return tree.parent(container)
    case .div, .section: return hasBlocks[container] ? container : tree.parent(container)
    case .li, .dt, .dd, .ul, .ol, .dl, .h1, .figcaption, .caption, .th, .address, .legend:
      return nil
    default: return container
    }
  }

  private func base(of node: Int) -> Double {
    let kind: Double =
      switch tree.tag(node) {
      case .div, .article, .main: 5
      case .pre, .td, .blockquote: 3
      case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: -3
      case .h1, .h2, .h3, .h4, .h5, .h6, .th: -5
      default: 0
      }
    return kind + weight(of: node)
  }

  /// What class and id say for or against an element.
  func weight(of node: Int) -> Double {
    let hints = marks.hints[node]
    var weight = 0.0
    if hints.contains(.positive) { weight += rules.thresholds.hintWeight }
    if hints.contains(.negative) { weight -= rules.thresholds.hintWeight }
    return weight
  }

  /// The share of linked text in an element.
  func linkShare(_ node: Int) -> Double {
    length[node] == 0 ? 0 : Double(linked[node]) / Double(length[node])
  }

  /// The number of scalars of an element's text that is not excluded.
  func textLength(_ node: Int) -> Int { Int(length[node]) }

  /// The article; nothing where no text is good enough.
  func article() -> Article? {
    guard let best = top() else { return nil }
    let top = widened(stated(instead: best) ?? best)
    let roots = [top] + siblings(of: top)
    return Article(roots: roots.sorted(), excluded: excluded)
  }

  /// The element that the page itself calls the body of its article, where it holds enough of the
  /// text.
  private func stated(instead best: Int) -> Int? {
    let named = tree.nodes.indices.filter { node in
      guard good[node] > 0, marks.marks[node].isDisjoint(with: excluded) else { return false }
      return marks.hints[node].contains(.body)
        || tree.words(node, .itemprop).contains("articlebody")
    }
    guard let body = named.max(by: { (good[$0], $1) < (good[$1], $0) }) else { return nil }
    let share = Double(good[body]) / Double(max(1, good[best]))
    return share >= rules.thresholds.statedShare ? body : nil
  }

  /// Goes up while what an ancestor adds is running text for the most part: articles come in
  /// several parts, with pictures and advertisements between them.
  private func widened(_ start: Int) -> Int {
    var node = start
    var parent = tree.parent(start)
    while parent > 0, tree.tag(parent) != .body {
      let added = Double(length[parent] - length[node])
      let addedGood = Double(good[parent] - good[node])
      if addedGood > 0 {
        guard addedGood >= added * rules.thresholds.goodShare else { return node }
        node = parent
      }
      parent = tree.parent(parent)
    }
    return node
  }

  private func top() -> Int? {
    let candidates = score.indices.filter { isScored[$0] && $0 > 0 }
    let best = candidates.sorted { (score[$1], $0) < (score[$0], $1) }.prefix(5)
    guard let first = best.first, score[first] > 0 else { return body() }
    return only(climb(from: common(best, first)))
  }

  private func body() -> Int? {
    tree.nodes.indices.first { tree.tag($0) == .body } ?? (tree.nodes.count > 1 ? 0 : nil)
  }

  /// The lowest ancestor of the best element that holds three others nearly as good, if there is
  /// one.
  private func common(_ best: ArraySlice<Int>, _ first: Int) -> Int {
    let others = best.dropFirst().filter {
      score[$0] >= score[first] * rules.thresholds.ancestorShare
    }
    guard others.count >= 3 else { return first }
    var ancestor = tree.parent(first)
    while ancestor > 0, tree.tag(ancestor) != .body {
      let range = tree.inside(ancestor)
      if others.count(where: { range.contains($0) }) >= 3 { return ancestor }
      ancestor = tree.parent(ancestor)
    }
    return first
  }

  /// Goes up while ancestors score nearly as well, since an article may have parts.
  private func climb(from start: Int) -> Int {
    var last = score[start]
    let least = last / 3
    var parent = tree.parent(start)
    while parent > 0, tree.tag(parent) != .body {
      defer { parent = tree.parent(parent) }
      guard isScored[parent] else { continue }
      if score[parent] < least { break }
      if score[parent] > last { return parent }
      last = score[parent]
    }
    return start
  }

  /// An element that is its parent's only child stands for it.
  private func only(_ start: Int) -> Int {
    var node = start
    while true {
      let parent = tree.parent(node)
      guard parent > 0, tree.tag(parent) != .body else { return node }
      let elements = tree.children(parent).filter { tree.tag($0) != .text }
      guard elements.count == 1 else { return node }
      node = parent
    }
  }

  private func siblings(of top: Int) -> [Int] {
    let parent = tree.parent(top)
    guard parent >= 0, tree.tag(top) != .body else { return [] }
    let least = max(10, score[top] * rules.thresholds.siblingShare)
    let className = tree.attribute(top, .class) ?? ""
    return tree.children(parent).filter { sibling in
      guard sibling != top, marks.marks[sibling].isDisjoint(with: excluded) else { return false }
      let isSame = !className.isEmpty && tree.attribute(sibling, .class) == className
      let bonus = isSame ? score[top] * rules.thresholds.siblingShare : 0
      if isScored[sibling], score[sibling] + bonus >= least { return true }
      return tree.tag(sibling) == .p && isRunningText(sibling)
    }
  }

  private func isRunningText(_ node: Int) -> Bool {
    if length[node] > 80 { return linkShare(node) < 0.25 }
    guard length[node] > 0, linked[node] == 0 else { return false }
    let text = tree.textContent(node)
    return text.hasSuffix(".") || text.hasSuffix("。") || text.contains(". ")
  }
}
