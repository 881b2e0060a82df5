/// Puts arcs back that were lifted so that the tree could be found without crossing arcs.
///
/// Method: Nivre and Nilsson 2005, "Pseudo-projective dependency parsing", with the scheme HEAD:
/// the label names the relation of the true head, which is looked for below the head that was
/// found.
enum LiftedArcs {
  /// Attaches each token with a decorated label to its true head.
  static func putBack(
    _ tree: inout DependencyTree, relations: RelationTable, edges: TreeEdges,
    isSpace: (Int) -> Bool
  ) {
    for token in tree.heads.indices {
      guard let lifted = relations.lifted[Int(tree.relations[token])] else { continue }
      let head = trueHead(of: token, relation: lifted.head, tree, edges, isSpace)
      tree.heads[token] = Int32(head)
      tree.relations[token] = lifted.relation
    }
  }

  /// The first token with a relation below the head of a token, breadth first.
  private static func trueHead(
    of token: Int, relation: Int32, _ tree: DependencyTree, _ edges: TreeEdges,
    _ isSpace: (Int) -> Bool
  ) -> Int {
    let head = Int(tree.heads[token])
    var queue = [head]
    // A head put back earlier can close a circle; a tree has no more tokens than the text.
    var left = tree.heads.count
    while !queue.isEmpty, left > 0 {
      var following: [Int] = []
      for parent in queue {
        for child in Int(edges.left[parent])...Int(edges.right[parent])
        where child != parent && Int(tree.heads[child]) == parent {
          if child == token || isSpace(child) { continue }
          if tree.relations[child] == relation { return child }
          following.append(child)
          left -= 1
        }
      }
      queue = following
    }
    return head
  }
}
