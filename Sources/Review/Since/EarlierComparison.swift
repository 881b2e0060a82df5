import Foundation
import Ingestion

/// An earlier comparison, as far as `compare --format json` wrote it down.
public struct EarlierComparison: Sendable {
  /// An account as it was.
  public struct Account: Sendable, Decodable {
    /// Its id.
    public let id: String
    /// Its publisher.
    public let publisher: String
    /// When it was published, as far as was known.
    public let published: String?
    /// The checksum of its file.
    public let sha256: String
    /// Its text.
    public let text: String
  }

  /// The accounts by id.
  public let accounts: [String: Account]
  /// The findings in their order.
  public let findings: [(id: String, subject: FindingSummary)]

  private struct Record: Decodable {
    let schema: String
    let accounts: [Account]
    let findings: [Finding]
  }

  private struct Finding: Decodable {
    let id: String
    let kind: String
    let type: String
    let summary: String
    let evidence: [Selector]
  }

  private struct Selector: Decodable {
    let account: String
    let exact: String
    let prefix: String
    let suffix: String
  }

  /// Reads a comparison in the format `crossread/1`.
  ///
  /// - Parameter file: what messages call it.
  /// - Throws: `IngestionError` where the text is no such comparison.
  public init(_ text: String, file: String) throws(IngestionError) {
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(text.utf8))
    } catch {
      throw IngestionError(
        file: file,
        .malformed(format: "JSON of crossread", reason: Self.reason(of: error)))
    }
    guard record.schema == "crossread/1" else {
      throw IngestionError(
        file: file, .invalidValue(key: "schema", expected: "crossread/1, as `compare` writes it"))
    }
    accounts = Dictionary(record.accounts.map { ($0.id, $0) }) { first, _ in first }
    findings = record.findings.map { finding in
      let subject = FindingSummary(
        sort: "\(finding.kind)/\(finding.type)", summary: finding.summary,
        fingerprint: EvidenceFingerprint.of(
          finding.evidence.map {
            .init(account: $0.account, exact: $0.exact, prefix: $0.prefix, suffix: $0.suffix)
          }),
        quotes: finding.evidence.map { Quote(account: $0.account, text: $0.exact) })
      return (finding.id, subject)
    }
  }

  /// The end of the way to what is wrong, in a few words.
  private static func reason(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the key \"\(key.stringValue)\" is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "the value of \"\(context.codingPath.last?.stringValue ?? "")\" is of another sort"
    default: "it cannot be read"
    }
  }
}
