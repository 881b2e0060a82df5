/// Takes out of an article what stands in it and is not of it: boxes of links, forms, layouts,
/// captions.
struct ArticleCleaning {
  let search: ArticleSearch
  private let tree: HTMLTree
  private let rules: ExtractionRules
  private let tables: DataTables
  private var counts: Counts

  init(search: ArticleSearch, tables: DataTables) {
    self.search = search
    self.tables = tables
    tree = search.tree
    rules = search.rules
    counts = Counts(of: search.tree)
  }

  /// How many elements of a sort stand before each node, so that the number inside of any is a
  /// difference.
  private struct Counts {
    var paragraphs: ContiguousArray<Int32> = [0]
    var images: ContiguousArray<Int32> = [0]
    var items: ContiguousArray<Int32> = [0]
    var inputs: ContiguousArray<Int32> = [0]

    init(of tree: HTMLTree) {
      for node in tree.nodes {
        Self.add(node.tag == .p, to: &paragraphs)
        Self.add(node.tag == .img, to: &images)
        Self.add(node.tag == .li, to: &items)
        Self.add(node.tag == .input, to: &inputs)
      }
    }

    private static func add(_ isOne: Bool, to sums: inout ContiguousArray<Int32>) {
      sums.append((sums.last ?? 0) + (isOne ? 1 : 0))
    }

    static func difference(_ sums: ContiguousArray<Int32>, _ range: Range<Int>) -> Double {
      Double(sums[range.upperBound] - sums[range.lowerBound])
    }
  }

  /// The indices of the runs that are the article's, in order.
  func runs(of article: Article) -> [Int] {
    let isInside = nodes(of: article)
    return search.flow.runs.indices.filter { index in
      let run = search.flow.runs[index]
      return run.marks.isDisjoint(with: article.excluded.union([.caption, .byline]))
        && isInside[Int(run.container)]
    }
  }

  /// Which nodes are the article's: those of its roots without the elements that are taken out
  /// whole.
  private func nodes(of article: Article) -> ContiguousArray<Bool> {
    var isInside = ContiguousArray(repeating: false, count: tree.nodes.count)
    for root in article.roots {
      isInside[root] = true
      var node = root + 1
      let end = tree.inside(root).upperBound
      while node < end {
        let isOut = isDropped(node)
        isInside[node] = !isOut
        node = isOut ? tree.inside(node).upperBound : node + 1
      }
    }
    return isInside
  }

  private func isDropped(_ node: Int) -> Bool {
    switch tree.tag(node) {
    case .form, .fieldset, .table, .ul, .ol, .dl, .div, .section: return isClutter(node)
    case .h1, .h2, .h3: return search.weight(of: node) < 0
    default: return false
    }
  }

  /// Whether a block is more likely clutter than text, after Readability's conditional cleaning.
  private func isClutter(_ node: Int) -> Bool {
    let most = rules.thresholds.believedShare * Double(search.textLength(0))
    if Double(search.textLength(node)) > most { return false }
    let marks = search.marks.marks[node]
    if marks.contains(.preformatted) { return false }
    let tag = tree.tag(node)
    if tables.isData(node) { return false }
    if isInDataTable(node) { return false }
    let weight = search.weight(of: node)
    if weight < 0 { return true }
    let length = Double(search.textLength(node))
    let inside = tree.inside(node)
    if commas(inside) >= 10 { return false }
    let paragraphs = Counts.difference(counts.paragraphs, inside)
    let images = Counts.difference(counts.images, inside)
    let items = Counts.difference(counts.items, inside) - 100
    let inputs = Counts.difference(counts.inputs, inside)
    let isList = tag == .ul || tag == .ol || tag == .dl
    let linkShare = search.linkShare(node)
    if images > 1, paragraphs / images < 0.5 { return true }
    if !isList, items > paragraphs { return true }
    if inputs > (paragraphs / 3).rounded(.down) { return true }
    if !isList, length < 25, images == 0 || images > 2, linkShare > 0 { return true }
    if !isList, weight < 25, linkShare > rules.thresholds.linkShare.weak { return true }
    if weight >= 25, linkShare > rules.thresholds.linkShare.strong { return true }
    if isList, linkShare > rules.thresholds.linkShare.list { return true }
    return false
  }

  private func isInDataTable(_ node: Int) -> Bool {
    guard search.marks.marks[node].contains(.table) else { return false }
    var ancestor = tree.parent(node)
    while ancestor > 0 {
      if tree.tag(ancestor) == .table { return tables.isData(ancestor) }
      ancestor = tree.parent(ancestor)
    }
    return false
  }

  private func commas(_ nodes: Range<Int>) -> Int {
    let runs = search.flow.runs
    // Runs are in document order by where they begin.
    var lower = runs.startIndex
    var upper = runs.endIndex
    while lower < upper {
      let middle = (lower + upper) / 2
      if Int(runs[middle].nodes.lowerBound) < nodes.lowerBound {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    var commas = 0
    while lower < runs.endIndex, Int(runs[lower].nodes.lowerBound) < nodes.upperBound {
      if runs[lower].marks.isDisjoint(with: search.excluded) { commas += Int(runs[lower].commas) }
      if commas >= 10 { return commas }
      lower += 1
    }
    return commas
  }
}
