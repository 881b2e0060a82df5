/// Completes an article with its headline and its lede, and takes out the lines that pages put
/// between paragraphs.
struct ArticleFrame {
  private let text: ArticleText
  private let dates: DateText
  private let authorPrefixes: [String]
  private var runs: ContiguousArray<TextFlow.Run> { text.flow.runs }

  init(text: ArticleText) throws(IngestionError) {
    self.text = text
    dates = try DateText.shared()
    authorPrefixes = try MetadataRules.shared().authorPrefixes
  }

  /// The runs of an article with those that belong to it and without those that do not.
  func framed(_ article: [Int], title: String?) -> (runs: [Int], hasHeadline: Bool) {
    guard let first = article.first else { return ([], false) }
    let headline = headline(title: title, before: article)
    let lede = lede(between: headline.map { $0 + 1 } ?? max(0, first - 15), and: first)
    let body = withoutFurniture(article.filter { $0 != headline })
    // What stands above the headline is a section's name, a date, a picture's place.
    let below = body.filter { index in headline.map { index > $0 || isLong(index) } ?? true }
    return ((headline.map { [$0] } ?? []) + lede + below, headline != nil)
  }

  /// The heading that says what the title says, from the beginning of the page to a little into the
  /// article.
  private func headline(title: String?, before article: [Int]) -> Int? {
    guard let first = article.first else { return nil }
    let end = min(runs.count, first + 8)
    let headings = runs.indices.prefix(end).filter { index in
      let run = runs[index]
      return text.tree.tag(Int(run.container)).traits.contains(.heading)
        && run.marks.isDisjoint(with: [.hidden, .outer, .caption])
    }
    let wanted = title.map(Self.letters) ?? []
    let same = headings.first {
      Self.isSame(Self.letters(of: text.flow.string(of: runs[$0])), wanted)
    }
    return same ?? mainHeading(among: headings, near: first)
  }

  /// The only heading of the first rank, where it stands near the article and is as long as a
  /// headline: titles are often written for search engines.
  private func mainHeading(among headings: [Int], near first: Int) -> Int? {
    let main = headings.filter { text.tree.tag(Int(runs[$0].container)) == .h1 }
    guard main.count == 1, let index = main.first, abs(index - first) <= 12,
      Int(runs[index].length) >= text.rules.thresholds.shortestTellingRun
    else { return nil }
    return index
  }

  private func lede(between start: Int, and end: Int) -> [Int] {
    guard start < end else { return [] }
    return (start..<end).filter { index in
      let run = runs[index]
      return run.marks.contains(.lede)
        && run.marks.isDisjoint(with: [.hidden, .outer, .boilerplate, .caption, .byline])
        && isLong(index)
    }
  }

  private func isLong(_ index: Int) -> Bool {
    let thresholds = text.rules.thresholds
    return Int(runs[index].length) >= thresholds.shortestSentence
      && runs[index].linkShare < thresholds.linkShare.sentence
  }

  private func withoutFurniture(_ article: [Int]) -> [Int] {
    let top = article.filter(isLong).prefix(2).last ?? article.first ?? 0
    return article.filter { index in
      let run = runs[index]
      guard run.length <= 120, mayBeFurniture(run) || index < top else { return true }
      let words = text.flow.string(of: run)
      if isFurniture(words, run) { return false }
      return index >= top || !(isByline(words) || isDate(words))
    }
  }

  private func isLinked(_ run: TextFlow.Run) -> Bool {
    run.linkShare > text.rules.thresholds.linkShare.sentence
  }

  private func mayBeFurniture(_ run: TextFlow.Run) -> Bool { run.length <= 60 || isLinked(run) }

  private func isFurniture(_ words: String, _ run: TextFlow.Run) -> Bool {
    guard mayBeFurniture(run) else { return false }
    let lower = words.lowercased()
    let furniture = text.rules.furniture
    let scalars = lower.unicodeScalars
    let last = scalars.lastIndex { !Self.endMarks.contains($0) }
    if furniture.lines.contains(last.map { String(scalars[...$0]) } ?? "") { return true }
    return isLinked(run) && furniture.beginnings.contains { lower.hasPrefix($0) }
  }

  private static let endMarks: Set<Unicode.Scalar> = [
    ":", ".", "…", ">", "»", "▼", "▲", "↓", "↑", " ",
  ]

  /// `By Mariko Ellery, 12 December 2021`: an author's name, and no sentence.
  private func isByline(_ words: String) -> Bool {
    let lower = words.lowercased()
    let hasPrefix = authorPrefixes.contains { lower.hasPrefix($0) }
    return hasPrefix && ![".", "!", "?"].contains { words.hasSuffix($0) }
  }

  /// A line with nothing in it but when it was published.
  private func isDate(_ words: String) -> Bool {
    dates.publicationDate(ofLine: words, others: 1) != nil
  }

  /// The letters and digits of a text in lower case: titles differ in their dashes and quotation
  /// marks.
  private static func letters(of text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter {
      CharacterTraits.isLetter($0) || $0.properties.numericType != nil
    }
  }

  /// Whether two titles are the same, or one is nearly all of the other.
  private static func isSame(_ heading: [Unicode.Scalar], _ title: [Unicode.Scalar]) -> Bool {
    guard !heading.isEmpty, !title.isEmpty else { return false }
    if heading == title { return true }
    let (short, long) = heading.count < title.count ? (heading, title) : (title, heading)
    return short.count * 10 >= long.count * 6
      && (long.starts(with: short) || long.suffix(short.count).elementsEqual(short))
  }
}
