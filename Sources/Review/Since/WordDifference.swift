/// What changed between two texts, word by word.
public struct WordDifference: Sendable, Hashable {
  /// Words that are in one text in place of words in the other; one of the two may be empty.
  public struct Change: Sendable, Hashable {
    /// The words of the earlier text.
    public let removed: String
    /// The words of the new text.
    public let added: String
    /// Up to five words that stand before the change in the new text, and the space behind them where there is
    /// one.
    public let before: String
    /// Up to five words that stand behind it, and the space before them where there is one.
    public let after: String
  }

  /// The changes in the order of the new text.
  public let changes: [Change]

  /// Words beyond so many in one stretch are told as replaced whole.
  private static let maximumStretch = 2_000

  /// Compares two texts; white space alone is no change.
  ///
  /// Words that stand once in each text part the texts into stretches (the patience difference of
  /// B. Cohen), and each stretch is compared by E. Myers' algorithm.
  ///
  /// - Complexity: n log n in the number of words, and the square of the length of the stretches that
  ///   differ, which are cut at a limit.
  public init(from old: String, to new: String) {
    let (first, second) = (Words(old), Words(new))
    var edits: [(old: Range<Int>, new: Range<Int>)] = []
    Self.compare(
      first.words[...], second.words[...], depth: 0, edits: &edits)
    let joined = Self.joined(edits)
    let ends = joined.dropFirst().map(\.old.lowerBound) + [first.words.count]
    let slid = zip(joined, ends).map { Self.slid($0, upTo: $1, first.words, second.words) }
    changes = slid.map { edit in
      let before = max(0, edit.new.lowerBound - 5)..<edit.new.lowerBound
      let after = edit.new.upperBound..<min(second.words.count, edit.new.upperBound + 5)
      let isSpaced =
        edit.new.isEmpty
        ? first.isSpaced(before: edit.old.lowerBound) : second.isSpaced(before: edit.new.lowerBound)
      return Change(
        removed: first.text(edit.old), added: second.text(edit.new),
        before: second.text(before) + (isSpaced && !before.isEmpty ? " " : ""),
        after: (second.isSpaced(before: after.lowerBound) ? " " : "") + second.text(after))
    }
  }

  /// Words with the white space before each.
  private struct Words {
    var words: [String] = []
    private var hasSpaceBefore: [Bool] = []

    init(_ text: String) {
      var isSpaced = false
      for token in WordTokens.words(in: text) {
        if token.allSatisfy(\.isWhitespace) {
          isSpaced = true
        } else {
          words.append(token)
          hasSpaceBefore.append(isSpaced)
          isSpaced = false
        }
      }
    }

    func isSpaced(before index: Int) -> Bool {
      hasSpaceBefore.indices.contains(index) && hasSpaceBefore[index]
    }

    func text(_ range: Range<Int>) -> String {
      range.map { (hasSpaceBefore[$0] && $0 > range.lowerBound ? " " : "") + words[$0] }.joined()
    }
  }

  private static func compare(
    _ old: ArraySlice<String>, _ new: ArraySlice<String>, depth: Int,
    edits: inout [(old: Range<Int>, new: Range<Int>)]
  ) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old.dropFirst(head), new.dropFirst(head))
    let tail = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    let (old, new) = (oldRest.dropLast(tail), newRest.dropLast(tail))
    guard !old.isEmpty || !new.isEmpty else { return }
    guard !old.isEmpty, !new.isEmpty else {
      edits.append((old.indices, new.indices))
      return
    }
    let anchors = depth < 32 ? anchors(old, new) : []
    guard !anchors.isEmpty else { return compareStretch(old, new, edits: &edits) }
    var (oldStart, newStart) = (old.startIndex, new.startIndex)
    for (oldPlace, newPlace) in anchors + [(old.endIndex, new.endIndex)] {
      compare(
        old[oldStart..<oldPlace], new[newStart..<newPlace], depth: depth + 1, edits: &edits)
      (oldStart, newStart) = (min(oldPlace + 1, old.endIndex), min(newPlace + 1, new.endIndex))
    }
  }

  /// The longest list of words that stand once in each and in the same order, by their places.
  private static func anchors(
    _ old: ArraySlice<String>, _ new: ArraySlice<String>
  ) -> [(Int, Int)] {
    let places = single(new)
    let common = single(old).compactMap { word, place in places[word].map { (place, $0) } }
      .sorted { $0.0 < $1.0 }
    // Patience sorting: the top card of each pile, and for each card the one it lies on.
    var piles: [Int] = []
    var previous = [Int?](repeating: nil, count: common.count)
    for (index, pair) in common.enumerated() {
      var (low, high) = (0, piles.count)
      while low < high {
        let middle = (low + high) / 2
        if common[piles[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? piles[low - 1] : nil
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var longest: [(Int, Int)] = []
    var next = piles.last
    while let index = next {
      longest.append(common[index])
      next = previous[index]
    }
    return longest.reversed()
  }

  /// The words that stand in a text once, with their places.
  private static func single(_ words: ArraySlice<String>) -> [String: Int] {
    var places: [String: Int] = [:]
    var repeated: Set<String> = []
    for (place, word) in zip(words.indices, words)
    where places.updateValue(place, forKey: word) != nil {
      repeated.insert(word)
    }
    for word in repeated { places[word] = nil }
    return places
  }

  private static func compareStretch(
    _ old: ArraySlice<String>, _ new: ArraySlice<String>,
    edits: inout [(old: Range<Int>, new: Range<Int>)]
  ) {
    guard old.count + new.count <= maximumStretch else {
      edits.append((old.indices, new.indices))
      return
    }
    let difference = Array(new).difference(from: Array(old))
    let removed = Set(
      difference.removals.map { change in
        guard case .remove(let offset, _, _) = change else { return -1 }
        return offset
      })
    let added = Set(
      difference.insertions.map { change in
        guard case .insert(let offset, _, _) = change else { return -1 }
        return offset
      })
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let (oldStart, newStart) = (i, j)
      while removed.contains(i) { i += 1 }
      while added.contains(j) { j += 1 }
      if i > oldStart || j > newStart {
        edits.append(
          (
            old.startIndex + oldStart..<old.startIndex + i,
            new.startIndex + newStart..<new.startIndex + j
          ))
      } else {
        i += 1
        j += 1
      }
    }
  }

  /// Words that came in or went, taken as late as they can be: "Rain fell." behind a full stop, rather than
  /// ". Rain fell" before one.
  ///
  /// - Parameter end: where the next edit begins in the old text.
  private static func slid(
    _ edit: (old: Range<Int>, new: Range<Int>), upTo end: Int, _ old: [String], _ new: [String]
  ) -> (old: Range<Int>, new: Range<Int>) {
    guard edit.old.isEmpty != edit.new.isEmpty else { return edit }
    let (words, range) = edit.old.isEmpty ? (new, edit.new) : (old, edit.old)
    var step = 0
    while edit.old.upperBound + step < end,
      words[range.lowerBound + step] == words[range.upperBound + step]
    {
      step += 1
    }
    return (
      edit.old.lowerBound + step..<edit.old.upperBound + step,
      edit.new.lowerBound + step..<edit.new.upperBound + step
    )
  }

  /// Edits with fewer than two words between them are one.
  private static func joined(
    _ edits: [(old: Range<Int>, new: Range<Int>)]
  ) -> [(old: Range<Int>, new: Range<Int>)] {
    edits.reduce(into: []) { joined, edit in
      guard let last = joined.last, edit.new.lowerBound - last.new.upperBound < 2 else {
        joined.append(edit)
        return
      }
      joined[joined.count - 1] = (
        last.old.lowerBound..<edit.old.upperBound, last.new.lowerBound..<edit.new.upperBound
      )
    }
  }
}
