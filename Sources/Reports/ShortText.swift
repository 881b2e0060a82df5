import Alignment

extension Point {
  /// The point in at most 110 characters.
  var shortSummary: String { summary.shortened(to: 110) }
}

extension String {
  /// The text in at most so many characters, cut between words.
  func shortened(to length: Int) -> String {
    guard count > length else { return self }
    let head = prefix(length - 1)
    return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + "…"
  }
}
