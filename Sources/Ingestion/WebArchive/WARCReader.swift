import Source

/// Reads a web archive: each page that a server sent, or that was kept as a resource, is an account.
struct WARCReader {
  let limits: ReadingLimits
  private static let origin = "WARC record"
  private static let pageRecords: Set<String> = ["response", "resource"]
  private static let maximumAddress = 200
  /// How many records that cannot be read are told of one by one.
  private static let maximumTold = 3
  private static let pageTypes: Set<String> = ["text/html", "application/xhtml+xml"]

  /// What has been found so far.
  private struct Findings {
    var pages: [ManuscriptWithMetadata] = []
    var notes: [IngestionError] = []
    var withoutText = 0
    /// Records that may be pages and cannot be read: the first of them, and how many there are.
    var unread: [IngestionError.Trouble] = []
    var unreadCount = 0
    /// The addresses with their content, so that a page which was fetched twice is one.
    var seen: Set<String> = []
    /// How many bytes the contents of pages, and their texts, may still come to.
    var allowance: Int
    var textAllowance: Int

    mutating func leaveOut(_ trouble: IngestionError.Trouble) {
      unreadCount += 1
      if unread.count < WARCReader.maximumTold { unread.append(trouble) }
    }
  }

  /// A page as it was sent.
  private struct Page {
    /// What messages call it.
    var name: String
    var content: [UInt8]
    var charset: String?
    var address: String?
  }

  /// Reads the pages of an archive.
  ///
  /// Where a record makes no sense, the pages before it are taken and the record is told of.
  ///
  /// - Parameters:
  ///   - file: what messages call it.
  ///   - charset: the label that `event.yaml` gives for the file.
  func read(_ archive: WARCArchive, file: String, charset: String?) throws(IngestionError)
    -> FormatReading
  {
    var archive = archive
    var findings = Findings(
      allowance: limits.maximumExpandedSize, textAllowance: limits.maximumFileSize)
    while let record = try next(in: &archive, findings: &findings) {
      try limits.deadline.check()
      guard record.number <= limits.maximumElements else {
        throw IngestionError(file: file, .tooManyElements(limit: limits.maximumElements))
      }
      guard let page = try page(in: record, file: file, findings: &findings) else { continue }
      try take(page, file: file, charset: charset, into: &findings)
    }
    guard !findings.pages.isEmpty else {
      throw IngestionError(
        file: file, findings.unread.first ?? .noPages(withoutText: findings.withoutText))
    }
    return FormatReading(
      manuscripts: findings.pages, notes: findings.notes + notes(on: findings, file: file))
  }

  private func next(in archive: inout WARCArchive, findings: inout Findings)
    throws(IngestionError) -> WARCArchive.Record?
  {
    do throws(IngestionError) {
      return try archive.next(upTo: limits.maximumFileSize) { header in
        Self.pageRecords.contains(header.value("warc-type")?.lowercased() ?? "")
      }
    } catch {
      guard case .malformed = error.trouble, !findings.pages.isEmpty else { throw error }
      findings.notes.append(error)
      return nil
    }
  }

  /// The page that a record holds; nothing for requests, pictures, redirections and errors.
  private func page(
    in record: WARCArchive.Record, file: String, findings: inout Findings
  ) throws(IngestionError) -> Page? {
    let address = record.header.value("warc-target-uri")?.filter { $0 != "<" && $0 != ">" }
    let place = address.map { ", \($0.prefix(Self.maximumAddress))" } ?? ""
    let name = "record \(record.number)\(place)"
    switch record.header.value("warc-type")?.lowercased() {
    case "resource":
      let type = FieldParameters(record.header.value("content-type") ?? "")
      guard Self.pageTypes.contains(type.value) else { return nil }
      guard !record.isCut else {
        findings.leaveOut(.partTooLarge(part: name, limit: limits.maximumFileSize))
        return nil
      }
      return Page(
        name: name, content: Array(record.block), charset: type.parameters["charset"],
        address: address)
    case "response":
      guard let response = HTTPResponse(record.block), response.status == 200,
        Self.pageTypes.contains(response.type.value)
      else { return nil }
      guard !record.isCut else {
        findings.leaveOut(.partTooLarge(part: name, limit: limits.maximumFileSize))
        return nil
      }
      guard
        let content = try content(of: response, in: name, file: file, findings: &findings)
      else { return nil }
      return Page(
        name: name, content: content, charset: response.type.parameters["charset"],
        address: address)
    default: return nil
    }
  }

  private func content(
    of response: HTTPResponse, in record: String, file: String, findings: inout Findings
  ) throws(IngestionError) -> [UInt8]? {
    let limit = min(findings.allowance, limits.maximumFileSize)
    do throws(ContentEncoding.Mistake) {
      let content = try response.content(limit: limit, deadline: limits.deadline)
      findings.allowance -= content.count
      return content
    } catch {
      try limits.deadline.check()
      switch error {
      case .tooLarge where limit < findings.allowance:
        findings.allowance -= limit
        findings.leaveOut(.partTooLarge(part: record, limit: limit))
      case .tooLarge, .tooLate:
        throw IngestionError(file: file, .expandsTooFar(limit: limits.maximumExpandedSize))
      case .unknown(let name):
        findings.leaveOut(.unknownCompression(part: record, name: name))
      }
      return nil
    }
  }

  private func take(
    _ page: Page, file: String, charset: String?, into findings: inout Findings
  ) throws(IngestionError) {
    let identity = ContentIdentifier.sha256(Array((page.address ?? "").utf8) + page.content)
    guard findings.seen.insert(identity).inserted else { return }
    do throws(IngestionError) {
      // The ending of the archive says nothing of the page.
      let text = try TextDecoding(
        rules: try ReadingRules.shared(), deadline: limits.deadline
      ).decode(
        SourceFile(name: "page.html", bytes: page.content), chosen: charset,
        declared: page.charset)
      var reading = try PageReader(limits: limits).read(text.utf8, file: file)
      reading.metadata.offer(.url, page.address, from: Self.origin)
      reading.metadata.offer(
        .publisher, page.address.flatMap(PageMetadata.host), from: Self.origin)
      findings.textAllowance -= reading.manuscript.size
      guard findings.textAllowance >= 0 else {
        throw IngestionError(file: file, .tooMuchText(limit: limits.maximumFileSize))
      }
      findings.pages.append(reading)
    } catch {
      switch error.trouble {
      case .resource, .takesTooLong, .tooMuchText: throw error
      case .tooManyElements(let limit):
        findings.leaveOut(.leftOut(parts: "\(page.name), of more than \(limit) elements,"))
      default: findings.withoutText += 1
      }
    }
  }

  private func notes(on findings: Findings, file: String) -> [IngestionError] {
    var notes: [IngestionError] = []
    if findings.withoutText > 0 {
      let count = findings.withoutText
      let parts = count == 1 ? "1 page without main text" : "\(count) pages without main text"
      notes.append(IngestionError(file: file, isNote: true, .leftOut(parts: parts)))
    }
    var unread = findings.unread.map { IngestionError(file: file, isNote: true, $0) }
    if findings.unreadCount > unread.count {
      let parts = "\(findings.unreadCount - unread.count) more records that cannot be read"
      unread.append(IngestionError(file: file, isNote: true, .leftOut(parts: parts)))
    }
    return unread + notes
  }
}
