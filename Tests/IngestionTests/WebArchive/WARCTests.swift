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

  @Test("a page in a compression that is not known is left out and told of")
  func unknownCompression() throws {
    let bytes = response(page("One")) + response([1, 2, 3], more: "Content-Encoding: br\r\n")
    let reading = try AccountReader().read(bytes, named: "a.warc")
    #expect(reading.accounts.count == 1)
    #expect(
      reading.notes == [
        IngestionError(
          file: "a.warc", isNote: true, .leftOut(parts: "pages compressed as \"br\""))
      ])
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
          .leftOut(parts: "pages compressed as \"gzip, gzip, gzip, gzip, …\""))
      ])
  }
}
