/// The network that turns words into vectors: hash embeddings, mixed to one vector a word, then
/// residual layers that look at neighbouring words.
///
/// Architecture: spaCy's `Tok2Vec` of `MultiHashEmbed` and `MaxoutWindowEncoder`.
struct TokenEncoder: Sendable {
  let embeddings: [HashEmbedding]
  let staticVectors: StaticVectors?
  let mixture: MaxoutLayer
  let layers: [MaxoutLayer]
  let window: Int
  let width: Int

  /// How many neighbours on each side a word's vector depends on.
  var reach: Int { window * layers.count }

  /// Whether a word's first vector depends on the space behind it.
  var usesSpaces: Bool { embeddings.contains { $0.attribute == .hasSpace } }

  /// Reads the network that a section of the configuration describes.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(
    _ configuration: PipelineConfiguration, section: String, network: NetworkWeights,
    vectors: @autoclosure () throws -> VectorTable
  ) throws {
    try configuration.require(section, "@architectures", oneOf: Self.architectures)
    let embed = "\(section).embed"
    let encode = "\(section).encode"
    try configuration.require(embed, "@architectures", oneOf: Self.embeddingArchitectures)
    try configuration.require(encode, "@architectures", oneOf: Self.encoderArchitectures)
    let width = try configuration.requireInteger(embed, "width")
    let depth = try configuration.requireInteger(encode, "depth")
    let attributes = try (configuration.strings(embed, "attrs") ?? []).map { name in
      guard let attribute = WordAttribute(rawValue: name) else {
        throw configuration.unsupported("the attribute \(name)")
      }
      return attribute
    }
    let tables = network.indices(named: "hashembed")
    let maxouts = network.indices(named: "maxout")
    let normalizations = network.indices(named: "layernorm")
    guard tables.count == attributes.count, maxouts.count == depth + 1,
      normalizations.count == depth + 1
    else { throw network.document.malformed("the layers are not those of config.cfg") }
    self.embeddings = try zip(tables, attributes).map {
      try HashEmbedding(network, layer: $0, attribute: $1, width: width)
    }
    if configuration.flag(embed, "include_static_vectors") {
      self.staticVectors = try StaticVectors(network, table: try vectors(), width: width)
    } else {
      self.staticVectors = nil
    }
    let all = try zip(maxouts, normalizations).map {
      try MaxoutLayer(network, maxout: $0, normalization: $1)
    }
    self.mixture = all[0]
    self.layers = Array(all.dropFirst())
    self.window = try configuration.requireInteger(encode, "window_size")
    self.width = all[0].width
    let blocks = attributes.count + (staticVectors == nil ? 0 : 1)
    guard window >= 0, mixture.depth == width * blocks,
      layers.allSatisfy({ $0.width == self.width && $0.depth == self.width * (2 * window + 1) })
    else { throw network.document.malformed("the layers do not fit each other") }
  }

  private static let architectures = ["spacy.Tok2Vec.v2", "spacy.Tok2Vec.v1"]
  private static let embeddingArchitectures = ["spacy.MultiHashEmbed.v2"]
  private static let encoderArchitectures = ["spacy.MaxoutWindowEncoder.v2"]

  /// Writes the parts of a word's first vector side by side, ready for the mixture.
  func embed(
    _ token: RawToken, lexicon: Lexicon, into output: UnsafeMutablePointer<Float>
  ) {
    let lexeme = lexicon.lexemes[Int(token.lexeme)]
    var place = output
    for embedding in embeddings {
      let identifier: UInt64 =
        switch embedding.attribute {
        case .word: lexeme.word
        case .lowercase: lexicon.identifier(lexicon.strings[Int(lexeme.lowercase)])
        case .norm:
          token.norm == lexeme.normText
            ? lexeme.norm : lexicon.identifier(lexicon.strings[Int(token.norm)])
        case .prefix: lexeme.prefix
        case .suffix: lexeme.suffix
        case .shape: lexeme.shape
        case .hasSpace: token.hasSpace ? 1 : 0
        case .isSpace: lexeme.isSpace ? 1 : 0
        }
      embedding.embed(identifier, into: place)
      place += mixture.depth / (embeddings.count + (staticVectors == nil ? 0 : 1))
    }
    staticVectors?.embed(lexeme.word, into: place)
  }
}
