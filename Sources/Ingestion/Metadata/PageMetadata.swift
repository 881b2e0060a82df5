import Foundation
import Source

/// What a page says of itself: in JSON-LD, Open Graph, `<meta>`, microdata, links, times and its
/// title.
struct PageMetadata {
  private let tree: HTMLTree
  private let linkedData: LinkedData
  private let rules: MetadataRules
  private let dates: DateText
  private var metadata = SourceMetadata()
  private var meta: [String: String] = [:]
  /// The first headings of the first rank.
  private let headings: [String]

  /// Collects a page's metadata, each piece with its origin.
  static func read(_ tree: HTMLTree, linkedData: LinkedData, deadline: Deadline)
    throws(IngestionError) -> SourceMetadata
  {
    var reader = PageMetadata(
      tree: tree, linkedData: linkedData, rules: try MetadataRules.shared(),
      dates: try DateText.shared())
    try reader.collect(until: deadline)
    return reader.metadata
  }

  private init(tree: HTMLTree, linkedData: LinkedData, rules: MetadataRules, dates: DateText) {
    self.tree = tree
    self.linkedData = linkedData
    self.rules = rules
    self.dates = dates
    headings = tree.nodes.indices.filter { tree.tag($0) == .h1 }.prefix(8).map {
      tree.textContent($0)
    }
  }

  private mutating func collect(until deadline: Deadline) throws(IngestionError) {
    collectMeta()
    let article = linkedData.article(ofTypes: rules.articleTypes)
    offerMeta(rules.meta.publisher, as: .publisher)
    if let article { offer(article) }
    offerMeta(rules.meta.title, as: .title)
    offerMeta(rules.meta.author, as: .author)
    offerLinks()
    offerMeta(rules.meta.url, as: .url)
    for name in rules.meta.published {
      metadata.offer(published: meta[name].flatMap { dates.timestamp(of: $0) }, from: origin(name))
    }
    for name in rules.meta.modified {
      metadata.offer(modified: meta[name].flatMap { dates.timestamp(of: $0) }, from: origin(name))
    }
    try offerMicrodata(until: deadline)
    offerTitle()
    offerLanguage()
    offerKind(article)
    metadata.offer(.publisher, metadata.url.flatMap(Self.host), from: "url")
  }

  private mutating func collectMeta() {
    for node in tree.nodes.indices where tree.tag(node) == .meta {
      guard let content = tree.attribute(node, .content)?.collapsingSpaces, !content.isEmpty else {
        continue
      }
      for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
        guard let name = tree.attribute(node, attribute)?.lowercased() else { continue }
        for word in name.split(separator: " ") where meta[String(word)] == nil {
          meta[String(word)] = content
        }
      }
    }
  }

  private func origin(_ name: String) -> String {
    name.hasPrefix("og:") || name.hasPrefix("article:") ? "open-graph" : "meta \(name)"
  }

  private mutating func offerMeta(_ names: [String], as piece: SourceMetadata.Piece) {
    for name in names {
      guard let value = meta[name] else { continue }
      if piece == .author, value.hasPrefix("http") { continue }
      if piece == .url, !value.hasPrefix("http") { continue }
      let text = piece == .author ? withoutPrefix(value) : value
      metadata.offer(piece, piece == .title ? withoutSite(text) : text, from: origin(name))
    }
  }

  private mutating func offer(_ article: JSONValue) {
    let origin = "json-ld"
    let name = article["name"]?.text
    let isShown = name.map { name in headings.contains(name) } ?? false
    let headline = isShown ? name : article["headline"]?.text ?? name
    metadata.offer(.author, linkedData.names(of: article["author"]), from: origin)
    metadata.offer(.publisher, linkedData.names(of: article["publisher"]), from: origin)
    metadata.offer(.title, headline.map { withoutSite(PostText.withoutEntities($0)) }, from: origin)
    for key in ["datePublished", "dateCreated"] {
      let date = article[key]?.text.flatMap { dates.timestamp(of: $0) }
      metadata.offer(published: date, from: origin)
    }
    let modified = article["dateModified"]?.text.flatMap { dates.timestamp(of: $0) }
    metadata.offer(modified: modified, from: origin)
    let page = article["mainEntityOfPage"]
    let url = article["url"]?.text ?? page?["@id"]?.text ?? page?.text
    metadata.offer(.url, url.flatMap { $0.hasPrefix("http") ? $0 : nil }, from: origin)
  }

  private mutating func offerLinks() {
    for node in tree.nodes.indices where tree.tag(node) == .link {
      guard tree.words(node, .rel).contains("canonical"), let url = tree.attribute(node, .href),
        url.hasPrefix("http")
      else { continue }
      metadata.offer(.url, url, from: "canonical link")
    }
  }

  private mutating func offerMicrodata(until deadline: Deadline) throws(IngestionError) {
    for node in tree.nodes.indices where tree.nodes[node].tag != .text && tree.tag(node) != .meta {
      guard tree.has(node, .itemprop) || tree.has(node, .rel) else { continue }
      let properties = tree.words(node, .itemprop)
      if properties.contains("datepublished") {
        try deadline.check()
        metadata.offer(published: date(in: node), from: "microdata")
      }
      if properties.contains("datemodified") {
        try deadline.check()
        metadata.offer(modified: date(in: node), from: "microdata")
      }
      if properties.contains("author") || tree.words(node, .rel).contains("author"),
        tree.tag(node) != .link
      {
        try deadline.check()
        let text = withoutPrefix(tree.textContent(node))
        if text.count <= 100 { metadata.offer(.author, text, from: "microdata") }
      }
    }
  }

  private func date(in node: Int) -> Timestamp? {
    let value = tree.attribute(node, .datetime) ?? tree.attribute(node, .content)
    return dates.timestamp(of: value ?? tree.textContent(node))
  }

  private mutating func offerTitle() {
    guard let title = tree.nodes.indices.first(where: { tree.tag($0) == .title }) else { return }
    let text = tree.inside(title).filter { tree.tag($0) == .text }
      .map { tree.string(ofText: $0) }.joined().collapsingSpaces
    metadata.offer(.title, withoutSite(text), from: "title element")
  }

  private mutating func offerLanguage() {
    metadata.offer(language: tree.attribute(0, .lang), from: "html lang")
    let body = tree.nodes.indices.first { tree.tag($0) == .body }
    metadata.offer(language: body.flatMap { tree.attribute($0, .lang) }, from: "body lang")
    for name in rules.meta.language { metadata.offer(language: meta[name], from: origin(name)) }
  }

  private mutating func offerKind(_ article: JSONValue?) {
    if let article {
      let publisher = article["publisher"].map(linkedData.resolved) ?? .null
      for type in LinkedData.types(of: publisher) {
        metadata.offer(
          kind: rules.kinds.publisherTypes[type].map { AccountKind(rawValue: $0) }, from: "json-ld")
      }
      for type in LinkedData.types(of: article) {
        metadata.offer(
          kind: rules.kinds.schemaTypes[type].map { AccountKind(rawValue: $0) }, from: "json-ld")
      }
    }
    let kind = meta["og:type"].flatMap { rules.kinds.graphTypes[$0.lowercased()] }
    metadata.offer(kind: kind.map { AccountKind(rawValue: $0) }, from: "open-graph")
  }
}

extension PageMetadata {
  /// A headline without the name of the site behind it or before it.
  private func withoutSite(_ title: String) -> String {
    for separator in rules.titleSeparators where title.holds(separator) {
      let parts = title.split(separator: separator).map(String.init)
      guard parts.count > 1, let last = parts.last else { continue }
      let front = parts.dropLast().joined(separator: separator).trimmingSpaces
      if headings.contains(front) { return front }
      if let site = metadata.publisher, last.trimmingSpaces == site { return front }
      if let first = parts.first, let site = metadata.publisher, first.trimmingSpaces == site {
        return parts.dropFirst().joined(separator: separator).trimmingSpaces
      }
      let isName = last.count <= rules.longestSiteName && last.count < front.count
      if isName, metadata.publisher == nil || separator != " : " { return front }
    }
    return title
  }

  private func withoutPrefix(_ author: String) -> String {
    let lower = author.lowercased()
    guard let prefix = rules.authorPrefixes.first(where: { lower.hasPrefix($0) }) else {
      return author
    }
    return String(author.dropFirst(prefix.count)).trimmingSpaces
  }

  /// `www.state.gov` of `https://www.state.gov/...`, without `www.`.
  static func host(ofAddress url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
    let name = host.lowercased()
    let short = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    return short.isEmpty ? nil : short
  }
}
