/// What a rule sets for a token; nil where it leaves things as they are.
struct TokenAttributes: Sendable, Hashable {
  var tag: String?
  var partOfSpeech: String?
  var morphology: String?
  var lemma: String?
  var relation: String?

  /// Nothing set.
  init() {}

  /// Reads a rule's attributes.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ value: MessagePackValue, in document: MessagePackDocument) throws {
    for entry in value.entries ?? [] {
      let text = document.text(entry.value) ?? ""
      switch document.text(entry.key) ?? "" {
      case "TAG": tag = text
      case "POS": partOfSpeech = text
      case "MORPH": morphology = Self.normalized(text)
      case "LEMMA": lemma = text
      case "DEP": relation = text
      case let other:
        throw PipelinePackageError.unsupported(
          file: document.file.path, feature: "setting \(other) by a rule")
      }
    }
  }

  /// Takes over what a later rule sets.
  mutating func apply(_ other: TokenAttributes) {
    tag = other.tag ?? tag
    partOfSpeech = other.partOfSpeech ?? partOfSpeech
    morphology = other.morphology ?? morphology
    lemma = other.lemma ?? lemma
    relation = other.relation ?? relation
  }

  /// Features in alphabetical order, as Universal Dependencies writes them; `_` stands for none.
  private static func normalized(_ features: String) -> String {
    features == "_" ? "" : features.split(separator: "|").sorted().joined(separator: "|")
  }
}
