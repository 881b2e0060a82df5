extension Array {
  /// The first index whose element fits, where all that fit stand behind all that do not.
  ///
  /// - Complexity: O(log n).
  public func partitioningIndex(where fits: (Element) -> Bool) -> Int {
    var (lower, upper) = (startIndex, endIndex)
    while lower < upper {
      let middle = (lower + upper) / 2
      if fits(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
