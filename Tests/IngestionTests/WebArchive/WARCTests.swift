import Testing

@testable import Ingestion

@Suite("web archives: WARC")
struct WARCTests {
  private let words = """
    The pier at Halden opened on Monday, two years after the storm that broke it, and the first ferry left at noon.
    """

  private func record(_ fields: String, _ block: [UInt8], length: Int? = nil) -> [UInt8] {
    let head = "WARC/1.1\r\n\(fields)\r\nContent-Length: \(length ?? block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  private func response(
    _ body: [UInt8], status: Int = 200, type: String = "text/html", more: String = "",
    address: String = "https://www.harbour.example/1"
  ) -> [UInt8] {
    let head = "HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\(more)\r\n"
    return record(
      "WARC-Type: response\r\nWARC-Target-URI: \(address)", Array(head.utf8) + body)
  }

  private func page(_ title: String) -> [UInt8] {
    Array("<html><body><article><h1>\(title)</h1><p>\(words)</p></article></body></html>".utf8)
  }

  private func accounts(_ bytes: [UInt8]) throws -> [Account] {
    try AccountReader().read(bytes, named: "crawl.warc").accounts
  }

  @Test("each HTML response is an account with its address; all other records are none")
  func responses() throws {
    let bytes =
      record("WARC-Type: warcinfo", Array("software: x".utf8)) + response(page("One"))
      + record("WARC-Type: request", Array("GET / HTTP/1.1".utf8))
      + response(page("Gone"), status: 404) + response([0x89], type: "image/png")
      + response(page("Two"), address: "https://gazette.example/2")
      + record(
        "WARC-Type: resource\r\nWARC-Target-URI: <https://a.example/3>\r\nContent-Type: text/html",
        page("Three"))
    let accounts = try accounts(bytes)
    #expect(accounts.map(\.id) == ["crawl-1", "crawl-2", "crawl-3"])
    #expect(
      accounts.map(\.url) == [
        "https://www.harbour.example/1", "https://gazette.example/2", "https://a.example/3",
      ])
    #expect(accounts.map(\.publisher) == ["harbour.example", "gazette.example", "a.example"])
    #expect(accounts[1].text.string == "Two\n\n\(words)")
  }

  @Test("chunks are joined and compression is undone; fields that are not true are passed over")
  func encodings() throws {
    let page = page("One")
    let chunked =
      "5;x=y\r\n".utf8 + Array(page[..<5]) + "\r\n\(String(page.count - 5, radix: 16))\r\n".utf8
      + Array(page[5...]) + "\r\n0\r\n\r\n".utf8
    let bodies: [([UInt8], String)] = [
      (Array(chunked), "Transfer-Encoding: chunked\r\n"),
      (Packing.gzip(page), "Content-Encoding: gzip\r\n"),
      (Packing.deflated(page, windowBits: 15), "Content-Encoding: deflate\r\n"),
      (Packing.deflated(page, windowBits: -15), "Content-Encoding: deflate\r\n"),
      (page, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
    ]
    for (body, fields) in bodies {
      #expect(try accounts(response(body, more: fields)).first?.text.string == "One\n\n\(words)")
    }
  }

  @Test("the charset of the response comes before that of the page")
  func charset() throws {
    let japanese = bytes(hex: "8BB4 82CD 8A4A 92CA 82B5 82BD 8142")
    let page = Array("<meta charset=utf-8><p>".utf8) + (0..<9).flatMap { _ in japanese }
    let account = try accounts(response(page, type: "text/html; charset=Shift_JIS")).first
    #expect(account?.text.string.hasPrefix("橋は開通した。") == true)
  }

  @Test("a page that was fetched twice and had not changed is one account")
  func fetchedTwice() throws {
    let bytes = response(page("One")) + response(page("One")) + response(page("Two"))
    #expect(try accounts(bytes).count == 2)
  }

  @Test("a packed archive is read member by member")
  func packed() throws {
    let bytes = Packing.gzip(response(page("One"))) + Packing.gzip(response(page("Two")))
    let accounts = try AccountReader().read(bytes, named: "crawl.warc.gz").accounts
    #expect(accounts.map(\.id) == ["crawl-1", "crawl-2"])
  }

  private func titles(_ accounts: [Account]) -> [String?] { accounts.map { paragraphs($0).first } }

  private func brotli(_ number: Int) -> [UInt8] {
    response(
      [0x8B, 2, 3], more: "Content-Encoding: br\r\n", address: "https://a.example/\(number)")
  }

  private func unread(_ record: Int, _ address: String, _ name: String) -> IngestionError {
    IngestionError(
      file: "a.warc", isNote: true,
      .unknownCompression(part: "record \(record), \(address)", name: name))
  }

  @Test(
    "a compression that is not read is told of by record and address; the other pages are read",
    arguments: ["br", "zstd", "compress"])
  func unknownCompression(name: String) throws {
    let packed = response([0x28, 0xB5, 0x2F, 0xFD], more: "Content-Encoding: \(name)\r\n")
    let reading = try AccountReader().read(
      response(page("One")) + packed + response(page("Two")), named: "a.warc")
    #expect(titles(reading.accounts) == ["One", "Two"])
    #expect(reading.notes == [unread(2, "https://www.harbour.example/1", name)])
    #expect(
      reading.notes.first?.description
        == "a.warc: record 2, https://www.harbour.example/1, is compressed as \"\(name)\", which is "
        + "not read; save that page as a file of its own")
  }

  @Test("of many pages that cannot be read three are told of, and the number of the others")
  func manyUnknownCompressions() throws {
    let bytes = response(page("One")) + (2...9).flatMap(brotli)
    let notes = try AccountReader().read(bytes, named: "a.warc").notes
    #expect(
      notes == (2...4).map { unread($0, "https://a.example/\($0)", "br") } + [
        IngestionError(
          file: "a.warc", isNote: true, .leftOut(parts: "5 more records that cannot be read"))
      ])
  }

  @Test("an archive whose pages are all in a compression that is not read says which")
  func onlyUnknownCompressions() {
    #expect(
      trouble(brotli(1), named: "a.warc")?.trouble
        == .unknownCompression(part: "record 1, https://a.example/1", name: "br"))
  }

  @Test("a page whose compression the crawler has undone is read, whatever the field says")
  func undoneCompression() throws {
    let bytes = response(Array("\n ".utf8) + page("One"), more: "Content-Encoding: br\r\n")
    #expect(try titles(accounts(bytes)) == ["One"])
  }

  @Test("the limit on files holds for each record of a packed archive and for all its text")
  func recordByRecord() throws {
    let picture = response([UInt8](repeating: 0x41, count: 5000), type: "image/png")
    let pictures = (0..<40).flatMap { _ in picture }
    let large = response(page(String(repeating: "One ", count: 1000)))
    let options = ReadingOptions(maximumFileSize: 3000)
    let bytes = Packing.gzip(pictures + response(page("One")) + large + response(page("Two")))
    #expect(bytes.count < 3000)
    let reading = try AccountReader(options: options).read(bytes, named: "a.warc.gz")
    #expect(titles(reading.accounts) == ["One", "Two"])
    #expect(
      reading.notes.map(\.trouble) == [
        .partTooLarge(part: "record 42, https://www.harbour.example/1", limit: 3000)
      ])
    let many = Packing.gzip((0..<40).flatMap { response(page("Page \($0)")) })
    #expect(throws: IngestionError(file: "a.warc.gz", .tooMuchText(limit: 3000))) {
      try AccountReader(options: options).read(many, named: "a.warc.gz")
    }
  }

  @Test("a packed archive that breaks off is told of, and the pages before that are read")
  func packedCutOff() throws {
    let bytes =
      Packing.gzip(response(page("One"))) + Packing.gzip(response(page("Two"))).dropLast(60)
    let reading = try AccountReader().read(bytes, named: "a.warc.gz")
    #expect(titles(reading.accounts) == ["One"])
    guard case .malformed("gzip", _)? = reading.notes.first?.trouble else {
      Issue.record("\(reading.notes)")
      return
    }
  }

  @Test("what follows the header of a record that nobody wants is passed over")
  func unwantedRecords() throws {
    var archive = WARCArchive(
      SourceFile(name: "a.warc", bytes: record("WARC-Type: request", [1, 2]) + response([3])))
    let isWanted = { (header: MessageHeader) in header.value("warc-type") == "response" }
    let first = try archive.next(upTo: 1000, where: isWanted)
    #expect(first?.block.isEmpty == true)
    let second = try archive.next(upTo: 1000, where: isWanted)
    #expect(second?.number == 2 && second?.block.last == 3 && second?.isCut == false)
    let third = try archive.next(upTo: 1000, where: isWanted)
    #expect(third == nil)
  }

  @Test("a length past the end is an error with record and byte; the pages before it are read")
  func wrongLength() throws {
    let wrong = record("WARC-Type: response", Array("HTTP/1.1 200 OK".utf8), length: 1 << 40)
    guard case .malformed("WARC", let reason)? = trouble(wrong, named: "a.warc")?.trouble else {
      Issue.record("a wrong length was read")
      return
    }
    #expect(reason.hasPrefix("record 1, at byte 0: its length"))
    let first = response(page("One"))
    let reading = try AccountReader().read(first + wrong, named: "a.warc")
    #expect(reading.accounts.count == 1)
    #expect(reading.notes.map(\.isNote) == [false])
  }

  @Test(
    "lengths that are none are errors", arguments: ["-1", "x", "99999999999999999999999"])
  func noLength(length: String) {
    let bytes = Array("WARC/1.0\r\nContent-Length: \(length)\r\n\r\nabc".utf8)
    guard case .malformed("WARC", _)? = trouble(bytes, named: "a.warc")?.trouble else {
      Issue.record("\(length)")
      return
    }
  }

  @Test("an archive without pages says so")
  func noPages() {
    let bytes = record("WARC-Type: warcinfo", Array("software: x".utf8))
    #expect(trouble(bytes, named: "a.warc")?.trouble == .noPages(withoutText: 0))
  }

  @Test("pages that together expand beyond the limit are refused")
  func bomb() {
    let large = Packing.gzip([UInt8](repeating: 0x20, count: 400_000))
    let one = response(large, more: "Content-Encoding: gzip\r\n")
    let options = ReadingOptions(maximumExpandedSize: 1_000_000)
    #expect(throws: IngestionError(file: "a.warc", .expandsTooFar(limit: 1_000_000))) {
      try AccountReader(options: options).read(one + one + one, named: "a.warc")
    }
  }

  @Test("a page that says to be compressed again and again is left out, and not tried that often")
  func manyCompressions() throws {
    let row = [String](repeating: "gzip", count: 100_000).joined(separator: ",")
    let bytes = response(page("One")) + response([1], more: "Content-Encoding: \(row)\r\n")
    let reading = try AccountReader().read(bytes, named: "a.warc")
    #expect(
      reading.notes == [
        IngestionError(
          file: "a.warc", isNote: true,
          .unknownCompression(
            part: "record 2, https://www.harbour.example/1", name: "gzip, gzip, gzip, gzip, …"))
      ])
  }
}
