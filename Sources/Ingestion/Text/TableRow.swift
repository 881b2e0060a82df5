/// A row of a table as running text.
enum TableRow {
  /// Two cells as `Duration: 25 minutes`, more of them with semicolons between.
  static func text(of cells: [String]) -> String {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count == 2, let first = filled.first, let last = filled.last else {
      return filled.joined(separator: "; ")
    }
    return first.hasSuffix(":") || first.hasSuffix("：") ? "\(first) \(last)" : "\(first): \(last)"
  }
}
