/// Places the nodes of a directed graph in layers: sources on the left, what draws on them to the right.
///
/// The longest-path layering of K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical
/// System Structures" (1981), with one sweep of the barycentre heuristic; edges that would close a circle do not count.
struct GraphLayout: Sendable {
  /// For each layer its nodes from top to bottom.
  let layers: [[String]]

  /// Lays a graph out.
  ///
  /// - Parameter edges: for each node those that it draws on.
  /// - Complexity: O((n + e) log n).
  init(nodes: [String], edges: [String: [String]]) {
    var depths: [String: Int] = [:]
    var open: Set<String> = []
    func depth(_ node: String) -> Int {
      if let known = depths[node] { return known }
      open.insert(node)
      let sources = (edges[node] ?? []).filter { !open.contains($0) }
      let own = sources.map { depth($0) + 1 }.max() ?? 0
      open.remove(node)
      depths[node] = own
      return own
    }
    let byDepth = Dictionary(grouping: nodes, by: depth)
    var layers = (0...(byDepth.keys.max() ?? 0)).map { (byDepth[$0] ?? []).sorted() }
    for index in layers.indices.dropFirst() {
      let places = Dictionary(
        uniqueKeysWithValues: layers[index - 1].enumerated().map { ($1, Double($0)) })
      let centre = { (node: String) -> Double in
        let known = (edges[node] ?? []).compactMap { places[$0] }
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
      }
      layers[index].sort { (centre($0), $0) < (centre($1), $1) }
    }
    self.layers = layers.filter { !$0.isEmpty }
  }
}
