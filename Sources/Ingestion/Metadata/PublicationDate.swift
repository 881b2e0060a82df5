import Source

/// Looks for the date of publication in what a page shows, where its metadata do not tell.
struct PublicationDate {
  let text: ArticleText
  let dates: DateText

  /// The first `<time>` that is no one else's, or a line near the headline that is a date.
  ///
  /// - Parameter article: the runs of the article.
  func find(around article: [Int]) -> (timestamp: Timestamp, origin: String)? {
    if let timestamp = timeElement() { return (timestamp, "time element") }
    if let timestamp = line(around: article) { return (timestamp, "text") }
    return nil
  }

  private func timeElement() -> Timestamp? {
    let tree = text.tree
    for node in tree.nodes.indices where tree.tag(node) == .time {
      guard text.marks.marks[node].isDisjoint(with: [.outer, .boilerplate, .hidden]) else {
        continue
      }
      let value = tree.attribute(node, .datetime) ?? tree.textContent(node)
      if let timestamp = dates.timestamp(of: value) { return timestamp }
    }
    return nil
  }

  /// Bylines first, then the lines from a little before the article to a little into it.
  private func line(around article: [Int]) -> Timestamp? {
    let runs = text.flow.runs
    let shown = runs.indices.filter { runs[$0].marks.isDisjoint(with: [.outer, .hidden]) }
    for index in shown where runs[index].marks.contains(.byline) {
      if let timestamp = dates.publicationDate(ofLine: text.flow.string(of: runs[index])) {
        return timestamp
      }
    }
    guard let first = article.first else { return nil }
    for index in max(0, first - 12)..<min(runs.count, first + 4) {
      if let timestamp = dates.publicationDate(ofLine: text.flow.string(of: runs[index])) {
        return timestamp
      }
    }
    return nil
  }
}
