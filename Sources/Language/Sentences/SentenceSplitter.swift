import Source

/// Finds the ends of sentences by punctuation alone: for languages whose sentences end in a mark of
/// their own (`。`), and for those that Crossread has no parser for.
///
/// A mark inside brackets or quotation marks ends nothing, for what is quoted belongs to the sentence
/// that quotes it; closing marks that follow an end belong to the sentence that ends.
public struct SentenceSplitter: Sendable {
  private let terminators: Set<Unicode.Scalar>
  private let needsSpace: Bool

  /// Sentences that end in `。`, `！` or `？`, with or without a space after it.
  public static let japanese = SentenceSplitter(
    terminators: ["。", "！", "？", "!", "?", "．"], needsSpace: false)

  /// Sentences that end in a full stop, an exclamation or a question mark with white space after it.
  public static let spaced = SentenceSplitter(
    terminators: [".", "!", "?", "…", "।", "؟", "。", "！", "？"], needsSpace: true)

  /// The ranges of the sentences in a part of a text, in order, without white space around them.
  ///
  /// - Complexity: linear in the length of the part.
  public func sentences(in text: SourceText, range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    // A bracket that nothing closes would swallow the rest of the paragraph.
    let ends = bracketEnds(in: text, range: range)
    var closed = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = text.scalars[position]
      if let end = ends[position] { closed = max(closed, end) }
      position += 1
      guard terminators.contains(scalar), position > closed else { continue }
      let end = endOfMarks(from: position, in: text, before: range.upperBound)
      guard isEnd(at: end, in: text, before: range.upperBound) else { continue }
      append(start..<end, of: text, to: &found)
      start = end
      position = end
    }
    append(start..<range.upperBound, of: text, to: &found)
    return found
  }

  /// The place of the closing bracket of each opening one that has one.
  private func bracketEnds(in text: SourceText, range: Range<Int>) -> [Int: Int] {
    var open: [(closing: Unicode.Scalar, position: Int)] = []
    var waiting: [Unicode.Scalar: Int] = [:]
    var ends: [Int: Int] = [:]
    for position in range {
      let scalar = text.scalars[position]
      if let closing = Self.closing[scalar] {
        open.append((closing, position))
        waiting[closing, default: 0] += 1
      } else if waiting[scalar, default: 0] > 0 {
        // What was opened inside and never closed is passed over.
        while let last = open.popLast() {
          waiting[last.closing, default: 0] -= 1
          guard last.closing == scalar else { continue }
          ends[last.position] = position
          break
        }
      }
    }
    return ends
  }

  /// Passes over further marks that belong to the same end: `?!`, `。」`.
  private func endOfMarks(from position: Int, in text: SourceText, before limit: Int) -> Int {
    var end = position
    while end < limit,
      terminators.contains(text.scalars[end]) || Self.trailing.contains(text.scalars[end])
    { end += 1 }
    return end
  }

  private func isEnd(at position: Int, in text: SourceText, before limit: Int) -> Bool {
    guard needsSpace, position < limit else { return true }
    guard text.scalars[position].properties.isWhitespace else { return false }
    let next = text.scalars[position..<limit].first { !$0.properties.isWhitespace }
    return next.map { !$0.properties.isLowercase } ?? true
  }

  private func append(_ range: Range<Int>, of text: SourceText, to found: inout [Range<Int>]) {
    let trimmed = text.trimmed(range)
    guard !trimmed.isEmpty else { return }
    found.append(trimmed)
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "“": "”", "〈": "〉", "《": "》",
  ]
  private static let trailing: Set<Unicode.Scalar> = ["\"", "”", "’", ")", "」", "』", "）"]
}
