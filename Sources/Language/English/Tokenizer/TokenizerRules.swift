/// A tokenizer's patterns and special cases, as a package has them in its file `tokenizer`.
struct TokenizerRules: Sendable {
  /// A token of a special case.
  struct SpecialToken: Sendable {
    let text: [Unicode.Scalar]
    /// Its normal form, where the case gives it another than the vocabulary.
    let norm: String?
  }

  /// A word that the file names with the tokens it becomes.
  struct SpecialCase: Sendable {
    let text: [Unicode.Scalar]
    let tokens: [SpecialToken]
  }

  // The identifiers of the attributes ORTH and NORM in the file.
  private static let wordAttribute = 65
  private static let normAttribute = 67

  let prefixes: AffixPattern?
  let suffixes: AffixPattern?
  let infixes: AffixPattern?
  /// Patterns of whole tokens.
  let tokens: AffixPattern?
  let addresses: AffixPattern?
  let specialCases: [SpecialCase]
  /// The places of special cases by the hash of their text.
  let places: HashIndex
  /// The greatest number of characters of a special case.
  let longestSpecialCase: Int
  /// Whether special cases without punctuation are looked for in whole words only.
  let usesFasterHeuristics: Bool

  /// Reads the file.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(path: String) throws {
    let document = try MessagePackDocument(path: path)
    self.prefixes = try Self.pattern("prefix_search", in: document)
    self.suffixes = try Self.pattern("suffix_search", in: document)
    self.infixes = try Self.pattern("infix_finditer", in: document)
    self.tokens = try Self.pattern("token_match", in: document)
    self.addresses = try Self.pattern("url_match", in: document)
    if case .boolean(let isOn) = document.value("faster_heuristics", in: document.root) {
      self.usesFasterHeuristics = isOn
    } else {
      self.usesFasterHeuristics = true
    }
    let entries = try document.require("exceptions", in: document.root).entries ?? []
    let cases = try entries.map { try Self.specialCase($0, in: document) }
    var places = HashIndex(capacity: cases.count)
    for (place, entry) in cases.enumerated() {
      places[StringHash.hash(String(entry.text[...]))] = Int32(place)
    }
    self.specialCases = cases
    self.places = places
    self.longestSpecialCase = cases.map(\.text.count).max() ?? 0
  }

  private static func pattern(
    _ key: StaticString, in document: MessagePackDocument
  ) throws -> AffixPattern? {
    guard let value = document.value(key, in: document.root), let text = document.text(value) else {
      return nil
    }
    do {
      return try AffixPattern(text)
    } catch let failure as RegularExpressionParser.Failure {
      throw PipelinePackageError.unsupported(
        file: document.file.path, feature: "\(failure.feature) in \(key)")
    }
  }

  private static func specialCase(
    _ entry: MessagePackEntry, in document: MessagePackDocument
  ) throws -> SpecialCase {
    let tokens = try (entry.value.elements ?? []).map { token in
      var text: String?
      var norm: String?
      for attribute in token.entries ?? [] {
        switch attribute.key.count {
        case wordAttribute: text = document.text(attribute.value)
        case normAttribute: norm = document.text(attribute.value)
        default: throw document.malformed("a special case sets an unknown attribute")
        }
      }
      guard let text, !text.isEmpty else { throw document.malformed("a special case has no text") }
      return SpecialToken(text: Array(text.unicodeScalars), norm: norm)
    }
    let text = Array((document.text(entry.key) ?? "").unicodeScalars)
    guard !text.isEmpty, text == tokens.flatMap(\.text) else {
      throw document.malformed("a special case is not made of its tokens")
    }
    return SpecialCase(text: text, tokens: tokens)
  }
}
