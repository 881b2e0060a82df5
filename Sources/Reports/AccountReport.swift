import Foundation
import Ingestion
import Source

/// Writes accounts as they were read: all metadata with where each piece comes from, the text, and where
/// its paragraphs and quotes stand.
public struct AccountReport: Sendable {
  private let accounts: [Account]

  /// Makes a report on the accounts of one file: one for most files.
  public init(accounts: [Account]) {
    self.accounts = accounts
  }

  /// The text of the accounts, a blank line between two of them.
  public var text: String { accounts.map { $0.text.string + "\n" }.joined(separator: "\n") }

  /// The account as a JSON object; an array where the file holds several.
  ///
  /// - Throws: `EncodingError`, which would be a defect of ours.
  public func json() throws -> String {
    let records = accounts.map(Record.init)
    guard let only = records.first, records.count == 1 else {
      return try MachineFormat.json(records)
    }
    return try MachineFormat.json(only)
  }

  private struct Record: Encodable {
    let account: AccountRecord
    let origins: [String: String]
    let paragraphs: [ParagraphRecord]
    let quotes: [QuoteRecord]

    init(_ account: Account) {
      self.account = AccountRecord(account)
      origins = account.metadataOrigins
      paragraphs = account.paragraphs.map(ParagraphRecord.init)
      quotes = account.embeddedQuotes.map(QuoteRecord.init)
    }
  }

  private struct ParagraphRecord: Encodable {
    let start: Int
    let end: Int
    let role: String
    let label: String?

    init(_ paragraph: Paragraph) {
      start = paragraph.range.lowerBound
      end = paragraph.range.upperBound
      role = paragraph.role.rawValue
      label = paragraph.label
    }
  }

  private struct QuoteRecord: Encodable {
    let start: Int
    let end: Int
    let kind: String
    let attribution: String?
    let url: String?

    init(_ quote: EmbeddedQuote) {
      start = quote.range.lowerBound
      end = quote.range.upperBound
      kind = quote.kind.rawValue
      attribution = quote.attribution
      url = quote.url
    }
  }
}
