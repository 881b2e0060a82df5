import Findings

/// Who draws on whom, drawn.
struct DependenceGraph {
  let page: Page
  let findings: [Finding]

  private static let mostNodes = 30
  /// In pixels of a picture that is not scaled.
  private static let node = (width: 184, height: 44)
  private static let step = (across: 284, down: 60)

  private struct Edge: Hashable {
    let account: String
    let source: String
    /// Whether the words are copied without saying so.
    let isCopy: Bool
  }

  /// The picture; nothing where no account draws on another.
  var figure: HTML {
    let all = findings.flatMap { finding in
      finding.accounts.prefix(finding.sources.isEmpty ? 0 : 1).flatMap { account in
        finding.sources.map {
          Edge(account: account, source: $0, isCopy: finding.type == "copy")
        }
      }
    }
    var degrees: [String: Int] = [:]
    for edge in all {
      degrees[edge.account, default: 0] += 1
      degrees[edge.source, default: 0] += 1
    }
    let nodes = degrees.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .prefix(Self.mostNodes).map(\.key)
    guard !nodes.isEmpty else { return "" }
    let shown = Set(nodes)
    let edges = all.filter { shown.contains($0.account) && shown.contains($0.source) }
    let layout = GraphLayout(
      nodes: nodes, edges: Dictionary(grouping: edges, by: \.account).mapValues { $0.map(\.source) }
    )
    return figure(layout, edges, left: degrees.count - nodes.count)
  }

  private func figure(_ layout: GraphLayout, _ edges: [Edge], left: Int) -> HTML {
    let tallest = layout.layers.map(\.count).max() ?? 1
    let height = tallest * Self.step.down
    let width = (layout.layers.count - 1) * Self.step.across + Self.node.width + 8
    var places: [String: (x: Int, y: Int)] = [:]
    for (column, layer) in layout.layers.enumerated() {
      let top = (height - layer.count * Self.step.down) / 2 + 8
      for (row, id) in layer.enumerated() {
        places[id] = (column * Self.step.across + 4, top + row * Self.step.down)
      }
    }
    let counts = repeatedClaims
    let lines = edges.compactMap { edge -> HTML? in
      guard let from = places[edge.account], let to = places[edge.source] else { return nil }
      return line(edge, from: from, to: to, count: counts[edge.account]?[edge.source])
    }
    let boxes = layout.layers.flatMap { $0 }.compactMap { id -> HTML? in
      places[id].map { box(id, at: $0) }
    }
    let label = edges.map {
      page.words("page.draws", ["account": $0.account, "source": $0.source])
    }
    .joined(separator: page.words("clause"))
    let more: HTML =
      left > 0
      ? "<figcaption>\(page.words.html("page.more.accounts", ["count": "\(left)"]))</figcaption>"
      : ""
    return """
      <figure class="picture"><div class="wide" role="region" aria-labelledby="dependence-heading" \
      tabindex="0">
      <svg class="graph" role="img" aria-label="\(label)" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)">
      <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" \
      orient="auto-start-reverse"><path d="M0 0L10 5L0 10Z"/></marker></defs>
      \(lines.joined())\(boxes.joined())</svg></div>
      <p class="legend">\(page.words("page.graph.legend"))</p>\(more)</figure>

      """
  }

  /// How many claims of each account repeat each other one.
  private var repeatedClaims: [String: [String: Int]] {
    var counts: [String: [String: Int]] = [:]
    for claim in page.comparison.claims {
      guard let source = claim.voice.repeatedAccount else { continue }
      counts[claim.account, default: [:]][source, default: 0] += 1
    }
    return counts
  }

  /// An arrow from an account to what it draws on, to the left of it; between accounts of one layer around the side.
  private func line(
    _ edge: Edge, from: (x: Int, y: Int), to: (x: Int, y: Int), count: Int?
  ) -> HTML {
    let middle = Self.node.height / 2
    let start = (x: from.x, y: from.y + middle)
    let isLeft = to.x < from.x
    let end = (x: isLeft ? to.x + Self.node.width : to.x, y: to.y + middle)
    let bend = isLeft ? (start.x - end.x) / 2 : 48
    let turn = isLeft ? end.x + bend : end.x - bend
    // The number stands near the arrow's own end, where several arrows are apart.
    let number: HTML =
      count.map {
        """
        <text class="count" x="\(end.x + (isLeft ? 26 : -26))" \
        y="\(end.y + (start.y - end.y) / 8 - 6)" text-anchor="middle">\($0)</text>
        """
      } ?? ""
    return """
      <path class="edge\(edge.isCopy ? " copy" : "")" marker-end="url(#arrow)" \
      d="M\(start.x) \(start.y)C\(start.x - bend) \(start.y) \(turn) \(end.y) \(end.x) \(end.y)"/>\(number)

      """
  }

  private func box(_ id: String, at place: (x: Int, y: Int)) -> HTML {
    let publisher = page.account(id)?.publisher ?? ""
    return """
      <g class="node" transform="translate(\(place.x) \(place.y))">\
      <title>\(id): \(publisher)</title>\
      <rect width="\(Self.node.width)" height="\(Self.node.height)" rx="8"/>\
      <text class="name" x="10" y="18">\(DrawnText(id, columns: 22).text)</text>\
      <text x="10" y="35">\(DrawnText(publisher, columns: 24).text)</text></g>

      """
  }
}
