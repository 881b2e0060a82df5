import Source

/// The text of a page's article, block by block.
struct ArticleText {
  let tree: HTMLTree
  let rules: ExtractionRules
  let marks: PageMarks
  let flow: TextFlow

  /// Measures a page, in time linear in its length.
  init(tree: HTMLTree, rules: ExtractionRules) {
    self.tree = tree
    self.rules = rules
    marks = PageMarks(of: tree, rules: rules)
    flow = TextFlow(of: tree, marks: marks)
  }

  /// The runs of the article in order: its headline, where the page shows it, its lede, its body.
  ///
  /// - Parameter title: the title that the page's metadata give.
  func runs(title: String?) -> (runs: [Int], hasHeadline: Bool) {
    ArticleFrame(text: self).framed(articleRuns(), title: title)
  }

  /// The blocks of some runs.
  func manuscript(of runs: [Int]) -> Manuscript {
    var assembly = ArticleAssembly(text: self, runs: runs)
    return assembly.manuscript()
  }

  /// Looks for the article, and believes fewer hints where what was found is too short.
  private func articleRuns() -> [Int] {
    let attempts: [PageMarks.Marks] = [
      [.hidden, .unlikely, .outer, .boilerplate], [.hidden, .outer, .boilerplate], [.hidden, .outer],
      [],
    ]
    var longest: (length: Int, runs: [Int]) = (0, [])
    for excluded in attempts {
      let search = ArticleSearch(
        tree: tree, marks: marks, flow: flow, rules: rules, excluded: excluded)
      guard let article = search.article() else { continue }
      let runs = ArticleCleaning(search: search).runs(of: article)
      let length = runs.reduce(0) { $0 + Int(flow.runs[$1].length) }
      if length > longest.length { longest = (length, runs) }
      if length >= rules.thresholds.shortestArticle { return runs }
    }
    return longest.runs
  }
}
