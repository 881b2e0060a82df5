import Source
import Testing

@testable import Ingestion

@Suite("office documents: DOCX and ODT")
struct OfficeTests {
  func docx(_ body: String, more: [Packing.Entry] = []) -> [UInt8] {
    let names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    return Packing.zip(
      [
        .init("[Content_Types].xml", "<Types/>"),
        .init("word/document.xml", "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
        .init(
          "word/styles.xml",
          """
          <w:styles \(names)><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
          <w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>
          """),
      ] + more)
  }

  func paragraph(_ text: String, style: String? = nil, more: String = "") -> String {
    let properties = style.map { "<w:pStyle w:val='\($0)'/>" } ?? ""
    return "<w:p><w:pPr>\(properties)\(more)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test("paragraphs of DOCX by their styles: headline, quote, list; properties are metadata")
  func document() throws {
    let bytes = docx(
      paragraph("Pier reopens", style: "berschrift1") + paragraph("13 May 2024")
        + paragraph("The pier at Halden opened.") + paragraph("At last!", style: "Zitat")
        + paragraph("Ferries", more: "<w:numPr/>"),
      more: [
        .init(
          "docProps/core.xml",
          "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>draft 7</dc:title><dc:creator>Ada Brook</dc:creator></cp:coreProperties>"
        ),
        .init("docProps/app.xml", "<Properties><Company>Harbour Office</Company></Properties>"),
      ])
    let account = try account(bytes, named: "a.docx")
    #expect(account.paragraphs.map(\.role) == [.heading, .body, .body, .quote, .listItem])
    #expect(account.title == "Pier reopens")
    #expect(account.headline != nil)
    #expect(account.author == "Ada Brook")
    #expect(account.publisher == "Harbour Office")
    #expect(account.published == Timestamp(year: 2024, month: 5, day: 13))
    #expect(account.embeddedQuotes.map { account.text[$0.range] } == ["At last!"])
  }

  @Test("runs are joined; deleted text, fallbacks, field codes and readings are left out")
  func runs() throws {
    let bytes = docx(
      """
      <w:p><w:r><w:t xml:space="preserve">The pier </w:t></w:r><w:ins><w:r><w:t>is</w:t></w:r></w:ins><w:del><w:r>
      <w:delText>was</w:delText></w:r></w:del><w:r><w:tab/><w:t>open</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
      <w:r><w:ruby><w:rt><w:r><w:t>さんばし</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>桟橋</w:t></w:r></w:rubyBase></w:ruby></w:r>
      <mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
      <mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>
      """)
    #expect(paragraphs(try account(bytes, named: "a.docx")) == ["The pier is open桟橋", "In a box."])
  }

  @Test("rows of tables are one paragraph each; a table of one cell only frames its text")
  func tables() throws {
    let cell = { (text: String) in "<w:tc>\(self.paragraph(text))</w:tc>" }
    let bytes = docx(
      "<w:tbl><w:tr>\(cell("Ferries"))\(cell("12"))</w:tr><w:tr>\(cell("A frame."))</w:tr></w:tbl>")
    let account = try account(bytes, named: "a.docx")
    #expect(paragraphs(account) == ["Ferries: 12", "A frame."])
    #expect(account.paragraphs.map(\.role) == [.tableRow, .body])
  }

  func odt(_ content: String, styles: String = "") -> [UInt8] {
    let names =
      "xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:table='b' xmlns:meta='m' xmlns:dc='d'"
    return Packing.zip([
      .init("mimetype", "application/vnd.oasis.opendocument.text", isStored: true),
      .init(
        "content.xml",
        "<office:document-content \(names)><office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\(content)</office:text></office:body></office:document-content>"
      ),
      .init(
        "meta.xml",
        "<office:document-meta \(names)><office:meta><meta:initial-creator>Ada Brook</meta:initial-creator><dc:language>en-GB</dc:language></office:meta></office:document-meta>"
      ),
    ])
  }

  @Test("paragraphs of ODT by their styles; notes and deleted text are left out")
  func openDocument() throws {
    let bytes = odt(
      """
      <text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes><text:h>Pier reopens</text:h>
      <text:p>The pier<text:s/>at<text:tab/>Halden<text:line-break/>opened<text:note><text:p>A note.</text:p></text:note>.</text:p>
      <text:p text:style-name="P1">At last!</text:p>
      <text:list><text:list-item><text:p>Ferries</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>Ferries</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
      """, styles: "<style:style style:name='P1' style:parent-style-name='Quotations'/>")
    let account = try account(bytes, named: "a.odt")
    #expect(
      paragraphs(account) == [
        "Pier reopens", "The pier at Halden opened.", "At last!", "Ferries", "Ferries: 12",
      ])
    #expect(account.paragraphs.map(\.role) == [.heading, .body, .quote, .listItem, .tableRow])
    #expect(account.title == "Pier reopens")
    #expect(account.author == "Ada Brook")
  }

  @Test(
    "other packages in ZIP are refused by name",
    arguments: [
      ("xl/workbook.xml", "an Excel workbook"),
      ("ppt/presentation.xml", "a PowerPoint presentation"),
      ("a.txt", "a ZIP archive"),
    ])
  func others(entry: String, format: String) {
    let bytes = Packing.zip([.init("[Content_Types].xml", "<Types/>"), .init(entry, "<x/>")])
    guard case .unsupported(format, _)? = trouble(bytes, named: "a.zip")?.trouble else {
      Issue.record("\(entry)")
      return
    }
  }

  @Test("a document whose parts together expand beyond the limit is refused")
  func bomb() {
    let text = docx(paragraph(String(repeating: "a ", count: 200_000)))
    let filler = "<a>" + String(repeating: " ", count: 60_000) + "</a>"
    let parts = Packing.zip([
      .init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", filler),
      .init("word/styles.xml", filler),
    ])
    let options = ReadingOptions(maximumExpandedSize: 100_000)
    for bytes in [text, parts] {
      #expect(throws: IngestionError(file: "a.docx", .expandsTooFar(limit: 100_000))) {
        try AccountReader(options: options).read(bytes, named: "a.docx")
      }
    }
  }

  @Test(
    "a document whose text is said to be out of the archive has none",
    arguments: ["../../../etc/hostname", "/etc/hostname", "word/../../etc/hostname"])
  func outOfArchive(target: String) {
    let relation = "<Relationship Type='x/officeDocument' Target='\(target)'/>"
    let bytes = Packing.zip([
      .init("[Content_Types].xml", "<Types/>"),
      .init("_rels/.rels", "<Relationships>\(relation)</Relationships>"),
    ])
    guard case .unsupported("a ZIP archive", _)? = trouble(bytes, named: "a.docx")?.trouble else {
      Issue.record("\(target)")
      return
    }
  }

  @Test("no entity of a document is expanded or fetched")
  func entities() {
    let text = """
      <?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/hostname">]>
      <w:document xmlns:w="w"><w:body><w:p><w:r><w:t>The pier &a;&x;</w:t></w:r></w:p></w:body></w:document>
      """
    let bytes = Packing.zip([
      .init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", text),
    ])
    let texts = try? AccountReader().read(bytes, named: "a.docx").accounts.map(\.text.string)
    #expect(texts?.contains { $0.contains("aaaa") } != true)
  }

  @Test("XML that is not well-formed is an error with its part and line")
  func broken() {
    let error = trouble(docx("<w:p>\n</w:q>"), named: "a.docx")
    #expect(error?.line == 2)
    guard case .malformed("XML in word/document.xml", _)? = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
