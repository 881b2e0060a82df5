import Foundation

/// The golden sentences, and what spaCy says of them.
///
/// `Benchmarks/english-golden` writes the answers, and says how.
struct GoldenAnswers {
  /// spaCy's view of a token.
  struct Token: Equatable, CustomStringConvertible {
    let range: Range<Int>
    /// Tag, part of speech, features, relation, place in and type of entity.
    let label: [String]
    let head: Int
    let lemma: String

    var description: String { "\(range) \(lemma) \(label.joined(separator: " ")) ^\(head)" }
  }

  /// spaCy's view of a text.
  struct Answer {
    let text: String
    let tokens: [Token]
    let sentenceStarts: [Int]
  }

  let answers: [Answer]

  /// Reads the files beside this one.
  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let sentences = try Self.lines(folder.appendingPathComponent("sentences.txt")).map {
      try JSONDecoder().decode(String.self, from: Data($0.utf8))
    }
    let lines = try Self.lines(folder.appendingPathComponent("answers.tsv")).dropFirst()
    let labels = lines.prefix { $0.hasPrefix("label\t") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().map(String.init)
    }
    let rest = lines.dropFirst(labels.count)
    self.answers = zip(sentences, rest).map { Self.answer($0, $1, labels: labels) }
    precondition(rest.count == sentences.count)
  }

  private static func lines(_ file: URL) throws -> [Substring] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
  }

  private static func answer(
    _ text: String, _ line: Substring, labels: [[String]]
  ) -> Answer {
    let scalars = Array(text.unicodeScalars)
    var tokens: [Token] = []
    var starts: [Int] = []
    var end = 0
    for field in line.split(separator: "\t") {
      if field.hasPrefix("^") {
        starts = field.dropFirst().split(separator: ",").compactMap { Int($0) }
        continue
      }
      guard let mark = field.firstIndex(where: { "=~:".contains($0) }) else { continue }
      let numbers = field[..<mark].split(separator: ",").compactMap { Int($0) }
      let start = end + numbers[0]
      end = start + numbers[1]
      let word = String(String.UnicodeScalarView(scalars[start..<end]))
      let lemma =
        switch field[mark] {
        case "=": word
        case "~": word.lowercased()
        default: String(field[field.index(after: mark)...])
        }
      tokens.append(
        Token(
          range: start..<end, label: labels[numbers[2]], head: tokens.count + numbers[3],
          lemma: lemma))
    }
    return Answer(text: text, tokens: tokens, sentenceStarts: starts)
  }
}
