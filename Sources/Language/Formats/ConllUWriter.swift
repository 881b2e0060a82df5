/// Writes documents as CoNLL-U, the format of Universal Dependencies.
///
/// The format has no tokens of white space: they become `SpacesAfter` of the token before, words
/// that depend on one depend on its head instead, and a sentence of nothing else is left out.
/// `MISC` also holds the entity (`NE=B-GPE`). Where there was no parser, head and relation are left
/// open (`_`). Labels are the pipeline's own. Format:
/// <https://universaldependencies.org/format.html>.
public struct ConllUWriter: Sendable {
  /// A writer.
  public init() {}

  /// The sentences of a document, each with an empty line behind it.
  ///
  /// - Parameter prefix: what the sentences' identifiers begin with, such as the name of the file.
  public func write(_ document: Document, prefix: String = "") -> String {
    var result = ""
    var number = 0
    for sentence in document.sentences {
      let words = sentence.filter { !document.tokens[$0].isSpace }
      guard let first = words.first, let last = words.last else { continue }
      number += 1
      let range =
        document.tokens[first].range.lowerBound..<document.tokens[last].range.upperBound
      result += "# sent_id = \(Self.oneLine(prefix))\(number)\n"
      result += "# text = \(Self.oneLine(document.text(range)))\n"
      let places = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0 + 1) })
      for word in words { result += line(word, in: document, places: places) }
      result += "\n"
    }
    return result
  }

  private func line(_ index: Int, in document: Document, places: [Int: Int]) -> String {
    let token = document.tokens[index]
    let head = head(of: index, in: document, places: places)
    let isParsed = !token.relation.isEmpty
    let relation = head == 0 && isParsed ? "root" : token.relation
    let fields = [
      String(places[index] ?? 0), document.text(token), token.lemma, token.partOfSpeech, token.tag,
      token.morphology, isParsed ? String(head) : "", relation, "", miscellany(index, in: document),
    ]
    return fields.map(Self.field).joined(separator: "\t") + "\n"
  }

  /// The number of the head in its sentence; 0 where there is none but white space.
  private func head(of index: Int, in document: Document, places: [Int: Int]) -> Int {
    var head = document.tokens[index].head
    var previous = index
    // A chain of heads is no longer than the document.
    for _ in document.tokens.indices {
      if head == previous { return 0 }
      if let place = places[head] { return place }
      previous = head
      head = document.tokens[head].head
    }
    return 0
  }

  private func miscellany(_ index: Int, in document: Document) -> String {
    let token = document.tokens[index]
    var parts: [String] = []
    if !token.entityType.isEmpty { parts.append("NE=\(token.entityPosition)-\(token.entityType)") }
    let next = index + 1
    if next < document.tokens.count, document.tokens[next].isSpace {
      let white = document.tokens[next]
      let end = white.range.upperBound + (white.hasSpace ? 1 : 0)
      parts.append("SpacesAfter=\(Self.escaped(document.text(token.range.upperBound..<end)))")
    } else if !token.hasSpace {
      parts.append("SpaceAfter=No")
    }
    return parts.joined(separator: "|")
  }

  private static func field(_ text: String) -> String { text.isEmpty ? "_" : oneLine(text) }

  private static func oneLine(_ text: String) -> String {
    String(text.unicodeScalars.map { CharacterProperties.isSpace($0) ? " " : Character($0) })
  }

  /// White space as UDPipe writes it.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case " ": #"\s"#
      case "\t": #"\t"#
      case "\n": #"\n"#
      case "\r": #"\r"#
      default: scalar.value < 0x20 ? #"\s"# : String(scalar)
      }
    }.joined()
  }
}
