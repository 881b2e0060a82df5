/// Guesses what a mistyped name was meant to be.
package enum NearestName {
  /// The candidate that fewest slips part from a name, where no more than a third of its letters
  /// differ.
  ///
  /// - Complexity: the product of the lengths, for each candidate.
  package static func suggestion(for name: String, among candidates: [String]) -> String? {
    let distances = candidates.map { (candidate: $0, distance: distance(name, $0)) }
    let nearest = distances.min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
    guard let nearest, nearest.distance <= max(1, nearest.candidate.count / 3) else { return nil }
    return nearest.candidate
  }

  /// The optimal string alignment distance: insertions, deletions, replacements, neighbours
  /// swapped.
  private static func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first.lowercased().unicodeScalars.prefix(100))
    let b = Array(second.lowercased().unicodeScalars.prefix(100))
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), min(last[j + 1], row[j]) + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
