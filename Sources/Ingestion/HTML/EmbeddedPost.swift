/// A post of a social network as a page embeds it: a `<blockquote>` that the network's script would
/// dress up.
struct EmbeddedPost: Sendable, Hashable {
  /// The words of the post, a paragraph each.
  var texts: [String]
  /// Whom the embed names as its author: `Secretary Antony Blinken (@SecBlinken)`.
  var attribution: String?
  /// The address of the post.
  var url: String?
  /// The date as it stands there.
  var dateText: String?
  /// The language that the embed states.
  var language: String?
  /// Whether the words stand in paragraphs, and what stands beside those is about the post.
  var hasParagraphs = true

  /// The first post that a piece of HTML embeds.
  static func first(in tree: HTMLTree, deadline: Deadline) throws(IngestionError) -> EmbeddedPost? {
    let rules = try ExtractionRules.shared()
    guard let quote = tree.nodes.indices.first(where: { tree.tag($0) == .blockquote }) else {
      return nil
    }
    return try read(content: quote, in: tree, rules: rules, deadline: deadline)
  }

  /// The post that a page embeds, where it shows nothing else: what networks hand out to be pasted
  /// into pages, saved as a file.
  static func sole(in tree: HTMLTree, rules: ExtractionRules, deadline: Deadline)
    throws(IngestionError) -> EmbeddedPost?
  {
    guard let quote = tree.nodes.indices.first(where: { tree.tag($0) == .blockquote }),
      let post = try read(quote, in: tree, rules: rules, deadline: deadline)
    else { return nil }
    let own = tree.inside(quote)
    var at = 0
    while at < tree.nodes.count {
      if at == quote || tree.tag(at) == .title || tree.tag(at).traits.contains(.skipped) {
        at = max(at + 1, at == quote ? own.upperBound : tree.inside(at).upperBound)
        continue
      }
      if tree.tag(at) == .text, !tree.string(ofText: at).collapsingSpaces.isEmpty { return nil }
      at += 1
    }
    return post
  }

  /// The post as an account of its own.
  func account(from origin: String) throws(IngestionError) -> ManuscriptWithMetadata {
    var manuscript = Manuscript()
    manuscript.blocks = texts.map { Manuscript.Block(text: $0) }
    var metadata = SourceMetadata()
    metadata.offer(.author, attribution, from: origin)
    metadata.offer(.publisher, attribution, from: origin)
    metadata.offer(.url, url, from: origin)
    metadata.offer(kind: .post, from: origin)
    metadata.offer(language: language, from: origin)
    let dates = try DateText.shared()
    metadata.offer(published: dateText.flatMap { dates.timestamp(of: $0) }, from: origin)
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }

  /// Reads an element; nothing where it embeds no post.
  static func read(
    _ quote: Int, in tree: HTMLTree, rules: ExtractionRules, deadline: Deadline
  ) throws(IngestionError) -> EmbeddedPost? {
    guard tree.words(quote, .class).contains(where: { rules.posts.contains(String($0)) }) else {
      return nil
    }
    return try read(content: quote, in: tree, rules: rules, deadline: deadline)
  }

  /// Whether a run of text is among the words of a post, and not its author's name and date.
  func isText(_ run: TextFlow.Run, of quote: Int, in tree: HTMLTree) -> Bool {
    guard hasParagraphs else { return true }
    var node = Int(run.container)
    while node > quote {
      if tree.tag(node) == .p { return true }
      node = tree.parent(node)
    }
    return false
  }

  private static func read(
    content quote: Int, in tree: HTMLTree, rules: ExtractionRules, deadline: Deadline
  ) throws(IngestionError) -> EmbeddedPost {
    let paragraphs = Self.paragraphs(inside: quote, in: tree)
    var post = EmbeddedPost(texts: [])
    for paragraph in paragraphs {
      try deadline.check()
      post.texts.append(text(of: paragraph, in: tree, rules: rules))
    }
    post.texts.removeAll(where: \.isEmpty)
    if post.texts.isEmpty {
      post.hasParagraphs = false
      post.texts = [text(of: quote, in: tree, rules: rules)].filter { !$0.isEmpty }
      return post
    }
    let language = paragraphs.first.flatMap { tree.attribute($0, .lang) }
    post.language = language == "und" ? nil : language
    readTail(of: quote, after: paragraphs, in: tree, into: &post)
    return post
  }

  /// The outermost paragraphs: what stands in a paragraph is its text.
  private static func paragraphs(inside quote: Int, in tree: HTMLTree) -> [Int] {
    var paragraphs: [Int] = []
    var end = quote
    for node in tree.inside(quote) where node >= end && tree.tag(node) == .p {
      paragraphs.append(node)
      end = tree.inside(node).upperBound
    }
    return paragraphs
  }

  /// What stands behind the words: a dash, the author, and a link with the date.
  private static func readTail(
    of quote: Int, after paragraphs: [Int], in tree: HTMLTree, into post: inout EmbeddedPost
  ) {
    let end = paragraphs.last.map { tree.inside($0).upperBound } ?? quote
    let tail = end..<tree.inside(quote).upperBound
    let links = tail.filter { tree.tag($0) == .a }
    if let link = links.last {
      post.dateText = tree.textContent(link)
      let address = tree.attribute(link, .href).map { $0.prefix { $0 != "?" } }
      post.url = address.map { String($0).collapsingSpaces }
    }
    let dated =
      links.last.map { $0..<tree.inside($0).upperBound } ?? tail.upperBound..<tail.upperBound
    let name = tail.filter { tree.tag($0) == .text && !dated.contains($0) }
      .map { tree.string(ofText: $0) }.joined()
    let attribution = QuotedPassage.withoutDash(name.collapsingSpaces)
    post.attribution = attribution.isEmpty ? nil : attribution
  }

  /// The text of an element without the links that stand for pictures.
  private static func text(of node: Int, in tree: HTMLTree, rules: ExtractionRules) -> String {
    var pieces = ""
    var at = node + 1
    // Where the last link ends: those in it are not looked at again.
    var linkEnd = at
    while at < tree.inside(node).upperBound {
      if tree.tag(at) == .a, at >= linkEnd {
        linkEnd = tree.inside(at).upperBound
        if isPicture(tree.textContent(at), rules) {
          at = linkEnd
          continue
        }
      }
      if tree.tag(at) == .text { pieces += tree.string(ofText: at) }
      if tree.tag(at) == .br { pieces += " " }
      at += 1
    }
    return pieces.collapsingSpaces
  }

  /// The words of a post without the links at its end that stand for pictures.
  static func withoutPictures(_ text: String, _ rules: ExtractionRules) -> String {
    var words = text.split(separator: " ")
    while let last = words.last, isPicture(String(last), rules) { words.removeLast() }
    return words.joined(separator: " ")
  }

  private static func isPicture(_ text: String, _ rules: ExtractionRules) -> Bool {
    rules.pictureLinks.contains { text.hasPrefix($0) }
  }
}
