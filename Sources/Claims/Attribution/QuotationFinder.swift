import Ingestion
import Source

/// Finds what stands in quotation marks in the paragraphs of an account.
struct QuotationFinder {
  /// The marks by which quotations open, with those that close them.
  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "„": "“", "«": "»", "‘": "’", "「": "」", "『": "』",
  ]
  private static let straight: Unicode.Scalar = "\""
  private static let apostrophe: Unicode.Scalar = "’"

  /// The ranges between the outermost quotation marks, in order; a quotation that goes on in the next paragraph, which
  /// opens one again, ends with its own.
  ///
  /// - Complexity: linear in the length of the text.
  func quotations(in account: Account) -> [Range<Int>] {
    let scalars = account.text.scalars
    let paragraphs = account.paragraphs.map(\.range)
    return paragraphs.enumerated().flatMap { index, paragraph in
      let next = index + 1 < paragraphs.count ? paragraphs[index + 1].first : nil
      let goesOn = next.map { opens(at: $0, scalars) } ?? false
      return quotations(in: paragraph, goesOn: goesOn, scalars)
    }
  }

  private func quotations(
    in paragraph: Range<Int>, goesOn: Bool, _ scalars: [Unicode.Scalar]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var closers: [Unicode.Scalar] = []
    for place in paragraph {
      if let closer = closers.last, closes(at: place, closer, in: paragraph, scalars) {
        closers.removeLast()
        if closers.isEmpty, let first = start {
          if first < place { found.append(first..<place) }
          start = nil
        }
      } else if opens(at: place, scalars), let closer = closer(of: scalars[place]) {
        // A straight mark inside of a straight quotation can only close it.
        closers.append(closer)
        start = start ?? place + 1
      }
    }
    if goesOn, let first = start, first < paragraph.upperBound {
      found.append(first..<paragraph.upperBound)
    }
    return found
  }

  private func closer(of mark: Unicode.Scalar) -> Unicode.Scalar? {
    mark == Self.straight ? mark : Self.pairs[mark]
  }

  /// Whether a mark opens a quotation: a straight one does where no word stands right before it.
  private func opens(at place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let mark = scalars[place]
    guard mark == Self.straight else { return Self.pairs[mark] != nil }
    guard place > 0 else { return true }
    let before = scalars[place - 1]
    return before == "(" || before.properties.isWhitespace || before.properties.isDash
      || before.properties.isQuotationMark
  }

  private func closes(
    at place: Int, _ closer: Unicode.Scalar, in paragraph: Range<Int>, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    guard scalars[place] == closer else { return false }
    // "the mayor’s": no end of a quotation.
    guard closer == Self.apostrophe, place + 1 < paragraph.upperBound else { return true }
    return !scalars[place + 1].properties.isAlphabetic
  }
}

/// Ranges of a text that are in order and apart, such as its quotations.
struct OrderedRanges: Sendable {
  let ranges: [Range<Int>]

  /// The indices of those that share a place with a range.
  ///
  /// - Complexity: O(log n + k) for k of n.
  func indices(overlapping range: Range<Int>) -> Range<Int> {
    var first = 0
    var end = ranges.count
    while first < end {
      let middle = (first + end) / 2
      if ranges[middle].upperBound <= range.lowerBound { first = middle + 1 } else { end = middle }
    }
    var last = first
    while last < ranges.count, ranges[last].lowerBound < range.upperBound { last += 1 }
    return first..<last
  }

  /// What they have in common with other ranges.
  func intersection(with others: [Range<Int>]) -> [Range<Int>] {
    others.flatMap { other in
      indices(overlapping: other).map { ranges[$0].clamped(to: other) }
    }
  }
}
