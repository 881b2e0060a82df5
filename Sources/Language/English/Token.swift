/// A token of an English text with all that the pipeline found out about it.
///
/// Names of labels are those of the pipeline: Penn Treebank tags, Universal Dependencies parts of
/// speech and features, ClearNLP relations, OntoNotes entity types.
public struct Token: Sendable, Hashable {
  /// The place in the text, in Unicode scalars.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether a space follows that belongs to no token.
  public let hasSpace: Bool
  /// Whether the token is nothing but white space.
  public let isSpace: Bool
  /// Where an entity covers the token: whether it begins there.
  public let beginsEntity: Bool
  /// The index of the head in the document; the token's own for a root.
  public var head: Int { Int(headIndex) }
  /// The base form.
  public let lemma: String
  /// The normal form: lower case, and one spelling for variants.
  public let norm: String
  /// The fine-grained tag, such as `VBD`.
  public let tag: String
  /// The universal part of speech, such as `VERB`; `SPACE` for white space.
  public let partOfSpeech: String
  /// The features, such as `Tense=Past|VerbForm=Fin`; empty where there are none.
  public let morphology: String
  /// The relation to the head, such as `nsubj`; `ROOT` for a root.
  public let relation: String
  /// The type of the entity that covers the token, such as `GPE`; empty where there is none.
  public let entityType: String

  private let start: Int32
  private let end: Int32
  private var headIndex: Int32

  /// Makes a token.
  init(
    range: Range<Int>, head: Int, hasSpace: Bool, isSpace: Bool, beginsEntity: Bool, lemma: String,
    norm: String, tag: String, partOfSpeech: String, morphology: String, relation: String,
    entityType: String
  ) {
    self.start = Int32(range.lowerBound)
    self.end = Int32(range.upperBound)
    self.headIndex = Int32(head)
    self.hasSpace = hasSpace
    self.isSpace = isSpace
    self.beginsEntity = beginsEntity
    self.lemma = lemma
    self.norm = norm
    self.tag = tag
    self.partOfSpeech = partOfSpeech
    self.morphology = morphology
    self.relation = relation
    self.entityType = entityType
  }

  /// The token in a document that has `count` tokens more before it.
  func moved(by count: Int) -> Token {
    var token = self
    token.headIndex += Int32(count)
    return token
  }

  /// The token's place in an entity: `B` at its beginning, `I` further on, `O` outside.
  public var entityPosition: String {
    if entityType.isEmpty { return "O" }
    return beginsEntity ? "B" : "I"
  }
}
