import Language
import Source

/// Words by which a claim says something less than exactly, or less than surely (`Resources/grammar.yaml`).
struct Hedges: Sendable, Decodable {
  /// Phrases that hedge wherever they stand: "apparently".
  let anywhere: Set<String>
  /// Phrases that hedge the number behind them: "about 40".
  let beforeNumbers: Set<String>
  /// Phrases that hedge the number before them: 40人ほど.
  let afterNumbers: Set<String>
}

/// Finds the hedges of a claim.
struct HedgeFinder {
  let hedges: Hedges
  let text: SourceText

  /// A phrase has no more words than this.
  private static let longestPhrase = 4

  /// The places of the hedges among some words of a sentence, in order; the longest phrase that begins at a word counts.
  ///
  /// - Complexity: linear in the number of words.
  func hedges(in words: [Word]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard let end = phraseEnd(from: index, in: words) else {
        index += 1
        continue
      }
      found.append(words[index].range.lowerBound..<words[end].range.upperBound)
      index = end + 1
    }
    return found
  }

  private func phraseEnd(from index: Int, in words: [Word]) -> Int? {
    let last = min(index + Self.longestPhrase, words.count) - 1
    return (index...last).reversed().first { end in
      let phrase = text[words[index].range.lowerBound..<words[end].range.upperBound].lowercased()
      return hedges.anywhere.contains(phrase)
        || hedges.beforeNumbers.contains(phrase) && standsBeforeNumber(end, in: words)
        || hedges.afterNumbers.contains(phrase) && standsAfterNumber(index, in: words)
    }
  }

  /// A sign of a currency may stand between: "about $40".
  private func standsBeforeNumber(_ index: Int, in words: [Word]) -> Bool {
    guard index + 1 < words.count else { return false }
    let next = words[index + 1]
    if next.partOfSpeech == .symbol, index + 2 < words.count { return isNumber(words[index + 2]) }
    return isNumber(next)
  }

  /// What is counted stands between: 40人ほど, "40 or so", "forty miles or so".
  private func standsAfterNumber(_ index: Int, in words: [Word]) -> Bool {
    var place = index - 1
    while place >= 0, index - place < Self.longestPhrase {
      if isNumber(words[place]) { return true }
      guard words[place].partOfSpeech.isNominal else { return false }
      place -= 1
    }
    return false
  }

  private func isNumber(_ word: Word) -> Bool {
    word.partOfSpeech == .numeral || word.text.unicodeScalars.first?.properties.numericType != nil
  }
}
