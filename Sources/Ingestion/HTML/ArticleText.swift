import Source

/// The text of a page's article, block by block.
struct ArticleText {
  let tree: HTMLTree
  let rules: ExtractionRules
  let marks: PageMarks
  let flow: TextFlow
  let tables: DataTables
  let deadline: Deadline

  /// Measures a page, in time linear in its length.
  init(tree: HTMLTree, rules: ExtractionRules, deadline: Deadline) {
    self.tree = tree
    self.rules = rules
    self.deadline = deadline
    marks = PageMarks(of: tree, rules: rules)
    flow = TextFlow(of: tree, marks: marks)
    tables = DataTables(of: tree)
  }

  /// The runs of the article in order: its headline, where the page shows it, its lede, its body.
  ///
  /// - Parameter title: the title that the page's metadata give.
  func runs(title: String?) throws(IngestionError) -> (runs: [Int], hasHeadline: Bool) {
    try ArticleFrame(text: self).framed(try articleRuns(), title: title)
  }

  /// The blocks of some runs.
  func manuscript(of runs: [Int]) throws(IngestionError) -> Manuscript {
    var assembly = ArticleAssembly(text: self, runs: runs)
    return try assembly.manuscript()
  }

  /// Looks for the article, and believes fewer hints where what was found is short and much more
  /// comes of it.
  private func articleRuns() throws(IngestionError) -> [Int] {
    let attempts: [PageMarks.Marks] = [
      [.hidden, .unlikely, .outer, .boilerplate], [.hidden, .outer, .boilerplate],
      [.hidden, .outer],
      [],
    ]
    var best: (length: Int, runs: [Int]) = (0, [])
    for excluded in attempts {
      try deadline.check()
      let search = ArticleSearch(
        tree: tree, marks: marks, flow: flow, rules: rules, excluded: excluded)
      guard let article = search.article() else { continue }
      let runs = ArticleCleaning(search: search, tables: tables).runs(of: article)
      let length = runs.reduce(0) { $0 + worth(of: flow.runs[$1]) }
      if Double(length) > rules.thresholds.worthBelievingLess * Double(best.length) {
        best = (length, runs)
      }
      if best.length >= rules.thresholds.shortestArticle { break }
    }
    return best.runs
  }

  /// The length of a run's text outside of links; a linked sentence is next to nothing, a linked
  /// word nothing.
  private func worth(of run: TextFlow.Run) -> Int {
    let isSentence = Int(run.length) >= rules.thresholds.shortestSentence
    return max(Int(run.length - run.linked), isSentence ? 1 : 0)
  }
}
