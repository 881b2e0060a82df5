/// The trained parts of a pipeline, read from its package.
///
/// `config.cfg` says which components run and where each gets its token vectors from. A component,
/// architecture or option that this runtime does not have is refused by name.
struct PipelineComponents: Sendable {
  let vocabulary: Vocabulary
  let tokenizerRules: TokenizerRules
  let phrases: SpecialCasePhrases
  /// The networks that compute token vectors; components name them by their place here.
  let encoders: [TokenEncoder]
  let tagger: (tagger: Tagger, encoder: Int)?
  let parser: (parser: DependencyParser, encoder: Int)?
  let recognizer: (recognizer: EntityRecognizer, encoder: Int)?
  let ruler: AttributeRuler?
  let lemmatizer: RuleLemmatizer?
  /// Whether entities have to keep within sentences: where the parser runs before.
  let recognizerSeesSentences: Bool

  /// Reads a package's folder.
  ///
  /// - Parameter resources: the folder of this module's resources for English.
  /// - Throws: ``PipelinePackageError``.
  init(folder: String, resources: String) throws {
    let configuration = try PipelineConfiguration(path: folder + "/config.cfg")
    try configuration.require("nlp", "lang", oneOf: ["en"])
    try configuration.require("nlp.tokenizer", "@tokenizers", oneOf: ["spacy.Tokenizer.v1"])
    var reader = ComponentReader(folder: folder, configuration: configuration)
    let names = try reader.componentNames()
    let symbols = try SymbolTable(path: resources + "/symbols.tsv")
    let vocabulary = Vocabulary(
      symbols: symbols,
      norms: try NormTable(
        lookups: folder + "/vocab/lookups.bin", base: resources + "/norms.tsv", symbols: symbols))
    self.vocabulary = vocabulary
    self.tokenizerRules = try TokenizerRules(path: folder + "/tokenizer")
    self.phrases = SpecialCasePhrases(tokenizerRules, vocabulary: vocabulary)
    self.tagger = try names[.tagger].map { try reader.tagger($0) }
    self.parser = try names[.parser].map { try reader.parser($0) }
    self.recognizer = try names[.recognizer].map { try reader.recognizer($0) }
    self.ruler = try names[.ruler].map { try AttributeRuler(folder: "\(folder)/\($0)") }
    self.lemmatizer = try names[.lemmatizer].map { name in
      try configuration.require("components.\(name)", "mode", oneOf: ["rule"])
      return try RuleLemmatizer(folder: "\(folder)/\(name)", symbols: symbols)
    }
    self.recognizerSeesSentences = reader.recognizerSeesSentences
    self.encoders = reader.encoders
  }
}
