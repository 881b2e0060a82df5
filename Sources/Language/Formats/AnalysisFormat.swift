import Ingestion

/// The formats of an analysis.
public enum AnalysisFormat: String, Sendable, CaseIterable {
  /// Trees as Universal Dependencies writes them; see ``ConllUWriter``.
  case conllu
  /// A line of JSON a paragraph; see ``AnalysisRecord``.
  case json

  /// Writes the analysis of a paragraph; its identifier is that of the account and the paragraph's
  /// number: `state-p3`.
  ///
  /// In JSON, offsets count from the beginning of the account's text, as all ranges do.
  ///
  /// - Parameters:
  ///   - document: the analysis of the paragraph alone.
  ///   - index: the index of the paragraph in the account.
  public func bytes(of document: Document, paragraph index: Int, of account: Account) -> [UInt8] {
    let id = "\(account.id)-p\(index + 1)"
    switch self {
    case .conllu:
      let sentences = ConllUWriter().write(document, prefix: "\(id)-s")
      return Array(sentences.utf8)
    case .json:
      var encoded: [UInt8] = []
      JSONText.append(id, to: &encoded)
      let record = AnalysisRecord(
        document, id: String(decoding: encoded, as: UTF8.self),
        offset: account.paragraphs[index].range.lowerBound)
      return record.bytes
    }
  }
}
