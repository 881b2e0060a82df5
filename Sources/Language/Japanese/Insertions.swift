/// Parts the morphemes of a sentence into those that stand in round brackets, the numbers of points, and the others.
struct Insertions {
  /// The morphemes that make the sentence.
  private(set) var main: [Int] = []
  /// What stands in brackets, with them.
  private(set) var inserted: [[Int]] = []
  /// The numbers of points within the sentence: （1）, ①.
  private(set) var labels: [[Int]] = []

  /// Linear in the number of morphemes.
  init(morphemes: [Morpheme]) {
    let ends = Self.ends(in: morphemes)
    var index = 0
    while index < morphemes.count {
      // At the beginning there is nothing that an insertion could hang on.
      if let end = ends[index], !main.isEmpty {
        let isLabel = Self.isLabel(index...end, in: morphemes, after: main.last)
        if isLabel {
          labels.append(Array(index...end))
        } else {
          inserted.append(Array(index...end))
        }
        index = end + 1
        continue
      }
      let isLabel = Self.isEnclosed(morphemes[index]) && index + 1 < morphemes.count
      if isLabel { labels.append([index]) } else { main.append(index) }
      index += 1
    }
  }

  /// A number or a letter in brackets where a point begins: behind a particle or a comma, not behind what it counts.
  private static func isLabel(
    _ range: ClosedRange<Int>, in morphemes: [Morpheme], after last: Int?
  ) -> Bool {
    guard let last, range.count == 3, range.upperBound + 1 < morphemes.count else { return false }
    let kind = morphemes[last].kind
    let isBeginning = kind == .comma || kind == .bindingParticle || kind == .stop
    return isBeginning && isCount(morphemes[range.lowerBound + 1].surface)
  }

  private static func isCount(_ text: String) -> Bool {
    let isNumber = text.count <= 2 && text.allSatisfy(\.isNumber)
    return isNumber || text.count == 1 && text.allSatisfy(\.isLetter)
  }

  /// ①, ⑴, ⒈.
  private static func isEnclosed(_ morpheme: Morpheme) -> Bool {
    guard let scalar = morpheme.surface.unicodeScalars.first else { return false }
    return morpheme.surface.unicodeScalars.count == 1 && (0x2460...0x249B).contains(scalar.value)
  }

  /// The closing mark of each opening one that has one.
  private static func ends(in morphemes: [Morpheme]) -> [Int: Int] {
    var open: [Int] = []
    var ends: [Int: Int] = [:]
    for (index, morpheme) in morphemes.enumerated() {
      if morpheme.surface == "（" { open.append(index) }
      if morpheme.surface == "）", let start = open.popLast() { ends[start] = index }
    }
    return ends
  }
}
