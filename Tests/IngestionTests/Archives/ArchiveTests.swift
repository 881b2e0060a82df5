import Testing

@testable import Ingestion

@Suite("ZIP archives")
struct ZIPArchiveTests {
  private func archive(_ bytes: [UInt8]) throws(IngestionError) -> ZIPArchive {
    try ZIPArchive(
      bytes, file: "a.zip", limits: ReadingLimits(ReadingOptions(), file: "a.zip"))
  }

  private func trouble(_ bytes: [UInt8], limit: Int = 1 << 20) -> IngestionError.Trouble? {
    do throws(IngestionError) {
      _ = try archive(bytes).content(of: "a", limit: limit)
      return nil
    } catch {
      return error.trouble
    }
  }

  private func isMalformed(_ trouble: IngestionError.Trouble?, _ reason: String) -> Bool {
    guard case .malformed("ZIP", let found)? = trouble else { return false }
    return found.contains(reason)
  }

  @Test("entries that are stored and that are deflated are read by their whole names")
  func entries() throws {
    let bytes = Packing.zip([
      .init("a", "one", isStored: true), .init("b/c", String(repeating: "two", count: 500)),
      .init("../a", "three"),
    ])
    let archive = try archive(bytes)
    #expect(try archive.content(of: "a", limit: 100) == Array("one".utf8))
    #expect(try archive.content(of: "b/c", limit: 10_000)?.count == 1500)
    #expect(try archive.content(of: "c", limit: 100) == nil)
  }

  @Test("an entry that expands beyond the limit is refused, whatever size it states")
  func bomb() {
    var entry = Packing.Entry("a", String(repeating: "0", count: 1_000_000))
    #expect(trouble(Packing.zip([entry]), limit: 1000) == .expandsTooFar(limit: 1000))
    entry.statedSize = 10
    #expect(trouble(Packing.zip([entry]), limit: 1000) == .expandsTooFar(limit: 1000))
  }

  @Test("a size, a length and a checksum that are wrong are errors")
  func wrongLengths() {
    var entry = Packing.Entry("a", "some text, and more of it")
    entry.statedSize = 10
    #expect(isMalformed(trouble(Packing.zip([entry])), "another size or checksum"))
    entry = Packing.Entry("a", "some text, and more of it")
    entry.statedPackedSize = 5_000_000
    #expect(isMalformed(trouble(Packing.zip([entry])), "past the end of the file"))
    var bytes = Packing.zip([.init("a", "some text", isStored: true)])
    bytes[31] ^= 1
    #expect(isMalformed(trouble(bytes), "another size or checksum"))
  }

  @Test("an encrypted entry is refused with what to do")
  func encrypted() {
    var entry = Packing.Entry("a", "some text")
    entry.isEncrypted = true
    #expect(
      trouble(Packing.zip([entry]))
        == .unsupported(format: "an encrypted archive", instead: "save it without a password"))
  }

  @Test("an archive cut off anywhere is an error and no crash")
  func cutOff() {
    let bytes = Packing.zip([.init("a", "some text"), .init("b", "more text")])
    for end in bytes.indices { #expect(trouble(Array(bytes[..<end])) != nil) }
  }

  @Test("an archive with any byte changed is read or an error, and no crash")
  func changed() {
    let bytes = Packing.zip([.init("a", "some text"), .init("b", "more text")])
    for place in bytes.indices {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var changed = bytes
        changed[place] = value
        _ = trouble(changed)
      }
    }
  }
}

@Suite("gzip")
struct GzipTests {
  private let text = "The pier at Halden opened on Monday."

  @Test("a file that is packed is read as what is in it, by the ending before .gz")
  func packed() throws {
    let page = "<html><body><p>\(text)</p></body></html>"
    let account = try account(Packing.gzip(Array(page.utf8)), named: "page.html.gz")
    #expect(account.text.string == text)
    #expect(account.id == "page")
    #expect(account.file == "page.html.gz")
  }

  @Test("several members are one file")
  func members() throws {
    let bytes = Packing.gzip(Array("The pier ".utf8)) + Packing.gzip(Array("is open.".utf8))
    #expect(try account(bytes, named: "a.txt.gz").text.string == "The pier is open.")
  }

  @Test("what expands beyond the limit is refused, in one member and in many")
  func bomb() {
    let options = ReadingOptions(maximumExpandedSize: 100_000)
    let large = Packing.gzip([UInt8](repeating: 0x41, count: 1_000_000))
    let many = (0..<20).flatMap { _ in Packing.gzip([UInt8](repeating: 0x41, count: 10_000)) }
    for bytes in [large, many] {
      #expect(throws: IngestionError(file: "a.gz", .expandsTooFar(limit: 100_000))) {
        try AccountReader(options: options).read(bytes, named: "a.gz")
      }
    }
  }

  @Test("a packed file that is no archive may be no larger than one that is not packed")
  func largeFile() {
    let options = ReadingOptions(maximumFileSize: 50_000)
    let bytes = Packing.gzip(Array(String(repeating: "The pier is open. ", count: 3000).utf8))
    #expect(throws: IngestionError(file: "a.txt.gz", .expandsTooFar(limit: 50_000))) {
      try AccountReader(options: options).read(bytes, named: "a.txt.gz")
    }
  }

  @Test("what is taken from a packed file is in memory a piece at a time")
  func pieces() throws {
    let text = [UInt8](repeating: 0x41, count: 4_000_000)
    let file = SourceFile(
      name: "a.gz", bytes: Packing.gzip(text) + Packing.gzip(Array("BC\r\nD".utf8)))
    var queue = ByteQueue(
      unpacking: GzipStream(file, limit: 5_000_000, deadline: tomorrow))
    var largest = 0
    for _ in 0..<4000 {
      #expect(try queue.fill(1000))
      largest = max(largest, queue.front.count)
      #expect(try queue.drop(1000))
    }
    #expect(largest < 200_000)
    let line = try #require(try queue.lengthOfLine(upTo: 100))
    #expect(line == (2, 4) && Array(queue.front.prefix(2)) == Array("BC".utf8))
    #expect(try queue.drop(4) && queue.place == 4_000_004)
    #expect(try queue.fill(1) && !queue.fill(2))
    #expect(try !queue.drop(2))
  }

  @Test("a gzip file in a gzip file, and one that breaks off, are errors")
  func refused() {
    let packed = Packing.gzip(Array(text.utf8))
    guard case .unsupported? = trouble(Packing.gzip(packed), named: "a.gz")?.trouble else {
      Issue.record("packed twice")
      return
    }
    for end in 2..<packed.count {
      guard case .malformed("gzip", _)? = trouble(Array(packed[..<end]), named: "a.gz")?.trouble
      else {
        Issue.record("cut off at \(end)")
        return
      }
    }
  }
}
