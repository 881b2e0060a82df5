import Source
import Testing

@testable import Ingestion

@Suite("PDF", .enabled(if: PDFProgram.location != nil, "pdftotext is not installed"))
struct PDFTests {
  /// A document of a page for each list of lines, in Helvetica and without compression.
  private func document(_ pages: [[String]], information: String = "") -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "<< \(information) >>",
    ]
    var kids = ""
    for lines in pages {
      let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
      let content = "BT /F 12 Tf 72 720 Td 14 TL \(shown) ET"
      let number = objects.count + 1
      kids += "\(number) 0 R "
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(number + 1) 0 R"
          + " /Resources << /Font << /F 3 0 R >> >> >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    objects[1] = "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>"
    var text = "%PDF-1.4\n"
    var places = ""
    for (index, object) in objects.enumerated() {
      let place = String(text.utf8.count)
      places += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    let count = objects.count + 1
    return Array(
      (text + "xref\n0 \(count)\n0000000000 65535 f \n" + places
        + "trailer << /Size \(count) /Root 1 0 R /Info 4 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8
    )
  }

  @Test("lines are joined to paragraphs; title and author come from the document's properties")
  func paragraphs() throws {
    let bytes = document(
      [
        [
          "The harbour office of Halden opened the pier on Monday, two years after the", "storm.",
          "The first ferry of the year left at noon with forty people & a well-", "known dog.",
          "A well-known dog, and re-", "opened cafes.",
        ]
      ], information: "/Title (Pier <reopens>) /Author (Ada Brook)")
    let account = try account(bytes, named: "a.pdf")
    #expect(
      IngestionTests.paragraphs(account) == [
        "The harbour office of Halden opened the pier on Monday, two years after the storm.",
        "The first ferry of the year left at noon with forty people & a well-known dog.",
        "A well-known dog, and reopened cafes.",
      ])
    #expect(account.title == "Pier <reopens>")
    #expect(account.author == "Ada Brook")
  }

  @Test("heads, feet and numbers of pages are left out, and a sentence goes on over the page")
  func pages() throws {
    let bytes = document([
      [
        "Harbour Office, page 1 of 2", "The pier at Halden opened on Monday and the first ferry",
        "1",
      ],
      ["Harbour Office, page 2 of 2", "left at noon.", "2"],
    ])
    #expect(
      try account(bytes, named: "a.pdf").text.string
        == "The pier at Halden opened on Monday and the first ferry left at noon.")
  }

  @Test("a document without text says that it holds pictures")
  func withoutText() {
    #expect(trouble(document([[]]), named: "a.pdf")?.trouble == .imagesOnly)
  }

  @Test("what only calls itself PDF is an error")
  func broken() {
    guard case .malformed("PDF", _)? = trouble(Array("%PDF-1.4\nabc".utf8), named: "a.pdf")?.trouble
    else {
      Issue.record("no error")
      return
    }
  }

  @Test("text beyond the limit is refused")
  func tooMuch() {
    let lines = (0..<50).map { "Line \($0) of a long document about the pier at Halden." }
    let options = ReadingOptions(maximumExpandedSize: 20_000)
    #expect(throws: IngestionError(file: "a.pdf", .expandsTooFar(limit: 20_000))) {
      try AccountReader(options: options).read(document([lines]), named: "a.pdf")
    }
  }
}

@Suite("what poppler makes of PDF")
struct PDFLayoutTests {
  private func paragraphs(_ blocks: [[[String]]]) throws -> [String] {
    let lines = blocks.map { block in
      block.map { words in
        "<line xMin=\"72\" yMin=\"70\" xMax=\"540\" yMax=\"84\">"
          + words.map { "<word>\($0)</word>" }.joined() + "</line>"
      }.joined()
    }
    let text =
      "<html><body><doc><page><flow>"
      + lines.map { "<block>\($0)</block>" }.joined() + "</flow></page></doc></body></html>"
    let reader = PDFReader(limits: ReadingLimits(ReadingOptions(), file: "a.pdf"))
    let reading = try reader.reading(ofLayout: Array(text.utf8), file: "a.pdf")
    return reading.manuscripts[0].manuscript.blocks.map(\.text)
  }

  @Test(
    "lines of many words, blocks of many lines and pages of many blocks take linear time",
    .timeLimit(.minutes(10)),
    arguments: [(1, 1, 30_000), (1, 30_000, 1), (30_000, 1, 1)])
  func long(blocks: Int, lines: Int, words: Int) throws {
    let line = [String](repeating: "ab-", count: words)
    let block = [[String]](repeating: line, count: lines)
    let found = try paragraphs([[["The"]]] + [[[String]]](repeating: block, count: blocks))
    #expect(found.count == 1)
  }

  @Test("words in words are text of the outer one, and take linear time", .timeLimit(.minutes(10)))
  func wordsInWords() throws {
    let text =
      "<html><page><block><line>" + String(repeating: "<word>", count: 200)
      + String(repeating: "ab ", count: 30_000)
    let reading = try PDFReader(limits: ReadingLimits(ReadingOptions(), file: "a.pdf"))
      .reading(ofLayout: Array(text.utf8), file: "a.pdf")
    #expect(reading.manuscripts[0].manuscript.blocks[0].text.count == 89_999)
  }
}
