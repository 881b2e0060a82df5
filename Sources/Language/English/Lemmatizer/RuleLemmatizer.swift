/// Finds lemmas with tables of endings, base forms and exceptions, as spaCy's rule lemmatizer for
/// English.
struct RuleLemmatizer: Sendable {
  private let tables: [String: LemmaTable]

  /// Reads a lemmatizer's folder.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(folder: String, symbols: SymbolTable) throws {
    let document = try MessagePackDocument(path: folder + "/lookups/lookups.bin")
    let rules = try Self.byHash(document.require("lemma_rules", in: document.root))
    let index = Self.byHash(document.value("lemma_index", in: document.root) ?? .null)
    let exceptions = Self.byHash(document.value("lemma_exc", in: document.root) ?? .null)
    var tables: [String: LemmaTable] = [:]
    for name in Self.partsOfSpeech {
      let key = symbols.identifier(name)
      let table = try LemmaTable(
        rules: rules[key], index: index[key], exceptions: exceptions[key], in: document)
      if !table.isEmpty { tables[name.uppercased()] = table }
    }
    self.tables = tables
  }

  private static let partsOfSpeech = [
    "adj", "adp", "adv", "aux", "cconj", "conj", "det", "intj", "noun", "num", "part", "pron",
    "propn", "punct", "sconj", "sym", "verb", "x",
  ]

  private static func byHash(_ table: MessagePackValue) -> [UInt64: MessagePackValue] {
    var result: [UInt64: MessagePackValue] = [:]
    for entry in table.entries ?? [] {
      guard let key = entry.key.hash else { continue }
      result[key] = entry.value
    }
    return result
  }

  /// The lemma of a word.
  ///
  /// - Parameters:
  ///   - text: the word as it stands, and in lower case.
  ///   - partOfSpeech: its universal part of speech.
  ///   - morphology: its features, `Number=Sing|Person=3`.
  func lemma(_ text: String, lowercase: String, partOfSpeech: String, morphology: String) -> String
  {
    if partOfSpeech.isEmpty || partOfSpeech == "SPACE" { return lowercase }
    if Self.isBaseForm(partOfSpeech, morphology) { return lowercase }
    guard let table = tables[partOfSpeech] else {
      return partOfSpeech == "PROPN" ? text : lowercase
    }
    var forms: [String] = []
    var unknown: [String] = []
    for rule in table.rules where Self.ends(lowercase, with: rule.ending) {
      let stem = lowercase.unicodeScalars.dropLast(rule.ending.unicodeScalars.count)
      let form = String(stem) + rule.replacement
      if form.isEmpty { continue }
      if table.isBaseForm(form) {
        forms.insert(form, at: 0)
      } else if !form.unicodeScalars.allSatisfy(CharacterProperties.isAlphabetic) {
        forms.append(form)
      } else {
        unknown.append(form)
      }
    }
    for form in table.exceptions(lowercase) where !forms.contains(form) {
      forms.insert(form, at: 0)
    }
    return forms.first ?? unknown.first ?? text
  }

  private static func ends(_ text: String, with ending: String) -> Bool {
    text.utf8.reversed().starts(with: ending.utf8.reversed())
  }

  /// Whether a word needs no analysis: an uninflected form by its part of speech and features.
  private static func isBaseForm(_ partOfSpeech: String, _ morphology: String) -> Bool {
    let features = morphology.split(separator: "|")
    func has(_ feature: Substring) -> Bool { features.contains(feature) }
    func hasNo(_ name: String) -> Bool { !features.contains { $0.hasPrefix(name + "=") } }
    if partOfSpeech == "NOUN", has("Number=Sing") { return true }
    if partOfSpeech == "VERB", has("VerbForm=Fin"), has("Tense=Pres"), hasNo("Number") {
      return true
    }
    return has("VerbForm=Inf") || has("VerbForm=None") || has("Degree=Pos")
  }
}
