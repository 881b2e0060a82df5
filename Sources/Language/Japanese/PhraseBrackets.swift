/// The quotation brackets of a sentence, as spans of phrases.
///
/// The last phrase in a bracket speaks for all of it: it alone may depend on something outside.
struct PhraseBrackets {
  /// The innermost bracket that each phrase stands in, without the one that it ends.
  private let level: [Int]
  /// The innermost bracket that each phrase stands in or ends.
  private let place: [Int]
  private let spans: [ClosedRange<Int>]
  private let startByEnd: [Int: Int]

  /// Linear in the number of marks.
  init(phrases: [Phrase], morphemes: [Morpheme]) {
    var open: [(mark: String, phrase: Int)] = []
    var spans: [ClosedRange<Int>] = []
    for (index, phrase) in phrases.enumerated() {
      for mark in phrase.marks.sorted() {
        let surface = morphemes[mark].surface
        if Self.closing[surface] != nil {
          open.append((surface, index))
        } else if let start = open.last, Self.closing[start.mark] == surface {
          open.removeLast()
          spans.append(start.phrase...index)
        }
      }
    }
    // Innermost first at each phrase: outer spans are written before the ones inside of them.
    var level = [Int](repeating: -1, count: phrases.count)
    var place = level
    var startByEnd: [Int: Int] = [:]
    var stack: [Int] = []
    let ordered = spans.indices.sorted {
      (spans[$0].lowerBound, -spans[$0].upperBound) < (spans[$1].lowerBound, -spans[$1].upperBound)
    }
    var next = 0
    for index in phrases.indices {
      while next < ordered.count, spans[ordered[next]].lowerBound == index {
        stack.append(ordered[next])
        next += 1
      }
      place[index] = stack.last ?? -1
      while let top = stack.last, spans[top].upperBound <= index {
        startByEnd[index] = spans[top].lowerBound
        stack.removeLast()
      }
      level[index] = stack.last ?? -1
    }
    self.level = level
    self.place = place
    self.spans = spans
    self.startByEnd = startByEnd
  }

  /// Whether a phrase may depend on a later one.
  func canDepend(_ index: Int, on candidate: Int) -> Bool {
    level[index] == level[candidate] || (level[index] >= 0 && level[index] == place[candidate])
  }

  /// Whether a candidate lies behind the end of the bracket that a phrase stands in.
  func isOutside(_ candidate: Int, of index: Int) -> Bool {
    level[index] >= 0 && candidate > spans[level[index]].upperBound
  }

  /// The phrase at which the bracket begins that ends at a phrase; that phrase itself where none ends.
  func start(ofBracketEndingAt index: Int) -> Int { startByEnd[index] ?? index }

  private static let closing = [
    "「": "」", "『": "』", "（": "）", "【": "】", "“": "”", "〈": "〉", "《": "》", "［": "］",
    "〔": "〕", "｛": "｝",
  ]
}
