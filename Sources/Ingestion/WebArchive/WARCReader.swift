import Source

/// Reads a web archive: each page that a server sent, or that was kept as a resource, is an account.
struct WARCReader {
  let limits: ReadingLimits
  private static let origin = "WARC record"
  private static let pageTypes: Set<String> = ["text/html", "application/xhtml+xml"]

  /// What has been found so far.
  private struct Findings {
    var pages: [ManuscriptWithMetadata] = []
    var notes: [IngestionError] = []
    var withoutText = 0
    var encodings: Set<String> = []
    /// The addresses with their content, so that a page which was fetched twice is one.
    var seen: Set<String> = []
    /// How many bytes the contents of pages may still come to.
    var allowance: Int
  }

  /// A page as it was sent.
  private struct Page {
    var content: [UInt8]
    var charset: String?
    var address: String?
  }

  /// Reads the pages of an archive.
  ///
  /// Where a record makes no sense, the pages before it are taken and the record is told of.
  ///
  /// - Parameter charset: the label that `event.yaml` gives for the file.
  func read(_ file: SourceFile, charset: String?) throws(IngestionError) -> FormatReading {
    var archive = WARCArchive(file.bytes)
    var findings = Findings(allowance: limits.maximumExpandedSize)
    var count = 0
    while let record = try next(in: &archive, file: file, findings: &findings) {
      count += 1
      try limits.deadline.check()
      guard count <= limits.maximumElements else {
        throw IngestionError(file: file.name, .tooManyElements(limit: limits.maximumElements))
      }
      guard let page = try page(in: record, file: file, findings: &findings) else { continue }
      try take(page, file: file, charset: charset, into: &findings)
    }
    guard !findings.pages.isEmpty else {
      throw IngestionError(file: file.name, .noPages(withoutText: findings.withoutText))
    }
    return FormatReading(
      manuscripts: findings.pages, notes: findings.notes + notes(on: findings, file: file.name))
  }

  private func next(
    in archive: inout WARCArchive, file: SourceFile, findings: inout Findings
  ) throws(IngestionError) -> WARCArchive.Record? {
    do throws(WARCArchive.Mistake) {
      return try archive.next()
    } catch {
      let mistake = IngestionError(
        file: file.name,
        .malformed(
          format: "WARC",
          reason: "record \(error.record), at byte \(error.place): \(error.reason)"))
      guard !findings.pages.isEmpty else { throw mistake }
      findings.notes.append(mistake)
      return nil
    }
  }

  /// The page that a record holds; nothing for requests, pictures, redirections and errors.
  private func page(
    in record: WARCArchive.Record, file: SourceFile, findings: inout Findings
  ) throws(IngestionError) -> Page? {
    let address = record.header.value("warc-target-uri")?.filter { $0 != "<" && $0 != ">" }
    switch record.header.value("warc-type")?.lowercased() {
    case "resource":
      let type = FieldParameters(record.header.value("content-type") ?? "")
      guard Self.pageTypes.contains(type.value) else { return nil }
      return Page(
        content: Array(record.block), charset: type.parameters["charset"], address: address)
    case "response":
      guard let response = HTTPResponse(record.block), response.status == 200,
        Self.pageTypes.contains(response.type.value)
      else { return nil }
      guard
        let content = try content(of: response, file: file, findings: &findings)
      else { return nil }
      return Page(
        content: content, charset: response.type.parameters["charset"], address: address)
    default: return nil
    }
  }

  private func content(
    of response: HTTPResponse, file: SourceFile, findings: inout Findings
  ) throws(IngestionError) -> [UInt8]? {
    do throws(HTTPResponse.Mistake) {
      let content = try response.content(
        limit: findings.allowance, deadline: limits.deadline)
      findings.allowance -= content.count
      return content
    } catch {
      try limits.deadline.check()
      switch error {
      case .tooLarge, .tooLate:
        throw IngestionError(
          file: file.name, .expandsTooFar(limit: limits.maximumExpandedSize))
      case .unknownEncoding(let name):
        findings.encodings.insert(name)
        return nil
      }
    }
  }

  private func take(
    _ page: Page, file: SourceFile, charset: String?, into findings: inout Findings
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
      var reading = try PageReader(limits: limits).read(text.utf8, file: file.name)
      reading.metadata.offer(.url, page.address, from: Self.origin)
      reading.metadata.offer(
        .publisher, page.address.flatMap(PageMetadata.host), from: Self.origin)
      findings.pages.append(reading)
    } catch {
      switch error.trouble {
      case .resource, .takesTooLong: throw error
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
    for encoding in findings.encodings.sorted() {
      notes.append(
        IngestionError(
          file: file, isNote: true, .leftOut(parts: "pages compressed as \"\(encoding)\"")))
    }
    return notes
  }
}
