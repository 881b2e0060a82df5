import Source

/// The words that stand with the name of a person (`Resources/names/titles.yaml`).
struct TitleTable: Sendable {
  /// The words of English titles in small letters, each with its office; longer ones first.
  private let english: [String: [(words: [String], office: String)]]
  /// Japanese titles with their offices; longer ones first.
  private let japanese: [(text: [Unicode.Scalar], office: String)]
  /// Words before a Japanese title.
  private let japaneseQualifiers: Set<String>
  /// Words inside a name that are written small.
  let particles: Set<String>
  /// Words behind a name that are no part of it.
  let suffixes: Set<String>
  /// Words behind the name of a Japanese place that say what sort of place it is.
  let placeSuffixes: Set<String>

  private struct Words: Decodable {
    let en: [String]
    let ja: [String]
  }

  private struct Table: Decodable {
    let offices: [String: Words]
    let before: [String]
    let particles: Set<String>
    let suffixes: Set<String>
    let placeSuffixes: Set<String>
  }

  /// The office of titles that tell of no office.
  static let anyOffice = "any"

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    let table = try ResourceTable.decode(Table.self, from: "names/titles.yaml", in: .module)
    var english: [String: [(words: [String], office: String)]] = [:]
    var japanese: [(text: [Unicode.Scalar], office: String)] = []
    for (office, words) in table.offices.sorted(by: { $0.key < $1.key }) {
      for title in words.en {
        let words = Self.words(of: title)
        english[words.first ?? "", default: []].append((words, office))
      }
      japanese += words.ja.map { (Array($0.unicodeScalars), office) }
    }
    self.english = english.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    self.japanese = japanese.sorted {
      ($1.text.count, $0.office) < ($0.text.count, $1.office)
    }
    japaneseQualifiers = Set(table.before)
    particles = table.particles
    suffixes = table.suffixes
    placeSuffixes = table.placeSuffixes
  }

  /// A title that begins with a word of a sentence: its length in words and its office.
  func englishTitle(in words: [String], at index: Int) -> (length: Int, office: String)? {
    let folded = words[index].lowercased()
    let key = Self.plain(folded)
    let match = english[key]?.first { title in
      index + title.words.count <= words.count
        && zip(title.words, words[index...]).allSatisfy { $0 == Self.plain($1.lowercased()) }
    }
    return match.map { ($0.words.count, $0.office) }
  }

  /// A title that begins at a place in a text: its length in scalars and its offices.
  func japaneseTitle(in text: SourceText, at index: Int) -> (length: Int, offices: Set<String>)? {
    let fitting = japanese.filter { text.scalars[index...].starts(with: $0.text) }
    guard let longest = fitting.first?.text.count else { return nil }
    return (longest, Set(fitting.filter { $0.text.count == longest }.map(\.office)))
  }

  /// Whether a word qualifies a title: 元, 前.
  func qualifiesJapaneseTitle(_ word: String) -> Bool { japaneseQualifiers.contains(word) }

  private static func words(of title: String) -> [String] {
    title.lowercased().replacing("-", with: " - ").split(separator: " ").map { plain(String($0)) }
  }

  private static func plain(_ word: String) -> String {
    word.hasSuffix(".") && word.count > 1 ? String(word.dropLast()) : word
  }
}
