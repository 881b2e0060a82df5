/// Writes a document as a line of JSON:
///
///     {"id", "tokens": [{"start", "end", "lemma", "tag", "pos", "head", "dep", "ent_iob",
///      "ent_type"}], "sentences": [[start, end]]}
///
/// Offsets count Unicode scalars, heads and sentences tokens.
///
/// Written by hand, because a general encoder takes longer than the analysis.
public struct AnalysisRecord: Sendable {
  private let document: Document
  private let id: String
  private let offset: Int

  /// A record of a document.
  ///
  /// - Parameters:
  ///   - id: the identifier, as JSON.
  ///   - offset: where the document begins in the text that offsets count from, in Unicode scalars.
  public init(_ document: Document, id: String = "null", offset: Int = 0) {
    self.document = document
    self.id = id
    self.offset = offset
  }

  /// The record on one line, without a line feed.
  public var line: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The record with a line feed behind it.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Adds the record to bytes, without a line feed. Linear in the number of tokens.
  public func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: #"{"id":"#.utf8)
    bytes.append(contentsOf: id.utf8)
    bytes.append(contentsOf: #","tokens":["#.utf8)
    for (index, token) in document.tokens.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(token, to: &bytes)
    }
    bytes.append(contentsOf: #"],"sentences":["#.utf8)
    for (index, sentence) in document.sentences.enumerated() {
      bytes.append(contentsOf: index > 0 ? ",[".utf8 : "[".utf8)
      append(sentence.lowerBound, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      append(sentence.upperBound, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(contentsOf: "]}".utf8)
  }

  private func append(_ token: Token, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: #"{"start":"#.utf8)
    append(offset + token.range.lowerBound, to: &bytes)
    bytes.append(contentsOf: #","end":"#.utf8)
    append(offset + token.range.upperBound, to: &bytes)
    append(#","lemma":"#, token.lemma, to: &bytes)
    append(#","tag":"#, token.tag, to: &bytes)
    append(#","pos":"#, token.partOfSpeech, to: &bytes)
    bytes.append(contentsOf: #","head":"#.utf8)
    append(token.head, to: &bytes)
    append(#","dep":"#, token.relation, to: &bytes)
    append(#","ent_iob":"#, token.entityPosition, to: &bytes)
    append(#","ent_type":"#, token.entityType, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private func append(_ key: StaticString, _ text: String, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    JSONText.append(text, to: &bytes)
  }

  private func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
