import Source
import Testing

@testable import Ingestion

extension OfficeTests {
  private func level(_ place: Int, _ format: String, _ text: String, start: Int = 1) -> String {
    """
    <w:lvl w:ilvl='\(place)'><w:start w:val='\(start)'/><w:numFmt w:val='\(format)'/>
    <w:lvlText w:val='\(text)'/></w:lvl>
    """
  }

  /// A definition of lists and the lists that are made of it, by their numbers.
  private func numbering(_ levels: String, lists: [(id: Int, change: String)] = [(1, "")])
    -> Packing.Entry
  {
    let numbers = lists.map {
      "<w:num w:numId='\($0.id)'><w:abstractNumId w:val='7'/>\($0.change)</w:num>"
    }
    return .init(
      "word/numbering.xml",
      """
      <w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>\(levels)</w:abstractNum>
      \(numbers.joined())</w:numbering>
      """
    )
  }

  private func item(_ text: String, list: Int = 1, level: Int = 0) -> String {
    paragraph(
      text, more: "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr>")
  }

  private func labels(_ bytes: [UInt8], named name: String = "a.docx") throws -> [String?] {
    try account(bytes, named: name).paragraphs.map(\.label)
  }

  @Test("the numbers that Word draws are labels, level by level, and no part of the text")
  func numbers() throws {
    let levels =
      level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")
      + level(2, "lowerRoman", "%1.%2.%3")
    let bytes = docx(
      item("Pier") + item("Ferries", level: 1) + item("Boats", level: 1)
        + item("Small ones", level: 2) + paragraph("Between.") + item("Roads")
        + item("New ones", level: 1),
      more: [numbering(levels)])
    #expect(try labels(bytes) == ["1.", "(a)", "(b)", "1.b.i", nil, "2.", "(a)"])
    let account = try account(bytes, named: "a.docx")
    #expect(account.text.string.hasPrefix("Pier\n\nFerries\n\n"))
    #expect(account.paragraphs.map(\.role).filter { $0 == .listItem }.count == 6)
  }

  @Test("lists of one definition count on, and begin anew where they say so")
  func restartedNumbers() throws {
    let restart =
      "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"
    let bytes = docx(
      item("One") + item("Two", list: 2) + item("Three", list: 3) + item("Four", list: 3)
        + item("None", list: 0),
      more: [
        numbering(level(0, "decimal", "%1)"), lists: [(1, ""), (2, ""), (3, restart)])
      ])
    #expect(try labels(bytes) == ["1)", "2)", "5)", "6)", nil])
  }

  @Test(
    "numbers are drawn in the format of their level",
    arguments: [
      ("upperRoman", 4, "IV."), ("upperLetter", 28, "BB."), ("decimalZero", 7, "07."),
      ("decimalFullWidth", 12, "１２."), ("decimalEnclosedCircle", 3, "③."),
      ("aiueoFullWidth", 2, "イ."), ("japaneseCounting", 3, "三."), ("japaneseCounting", 11, "11."),
      ("upperRoman", 4000, "4000."), ("lowerLetter", 900_000, "900000."), ("lowerLetter", 0, "0."),
      ("cardinalText", 2, "2."), ("bullet", 1, "•"),
    ])
  func numberFormats(format: String, start: Int, label: String) throws {
    let bytes = docx(item("Pier"), more: [numbering(level(0, format, "%1.", start: start))])
    #expect(try labels(bytes) == [label])
  }

  @Test("a style numbers its paragraphs, and so does the style that it is made of")
  func numbersOfStyles() throws {
    let styles = Packing.Entry(
      "word/styles.xml",
      """
      <w:styles xmlns:w='w'><w:style w:styleId="A"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="B"><w:name w:val="x"/><w:basedOn w:val="A"/></w:style>
      <w:style w:styleId="C"><w:name w:val="y"/><w:basedOn w:val="C"/></w:style></w:styles>
      """)
    let names = "xmlns:w='w'"
    let body =
      paragraph("Pier", style: "A") + paragraph("The pier is open.", style: "B")
      + paragraph("Roads.", style: "C")
    let bytes = Packing.zip([
      .init("[Content_Types].xml", "<Types/>"),
      .init("word/document.xml", "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
      styles, numbering(level(0, "decimal", "第%1")),
    ])
    #expect(try labels(bytes) == ["第1", "第2", nil])
  }

  @Test("paragraphs without text and those in tables are counted")
  func countedParagraphs() throws {
    let row = "<w:tr><w:tc>\(item("A"))</w:tc><w:tc>\(item("B"))</w:tc></w:tr>"
    let bytes = docx(
      item("One") + item("") + "<w:tbl>\(row)</w:tbl>" + item("Five"),
      more: [numbering(level(0, "decimal", "%1."))])
    #expect(try labels(bytes) == ["1.", nil, "5."])
  }

  @Test("marks and numbers without end are drawn short")
  func endlessNumbers() throws {
    let text = String(repeating: "%1", count: 10_000)
    let huge = String(repeating: "9", count: 30)
    let bytes = docx(
      item("Pier"),
      more: [numbering(level(0, "decimal", text, start: 999_999_999_999))])
    #expect(try labels(bytes).allSatisfy { ($0?.count ?? 0) <= 40 })
    let change =
      "<w:lvlOverride w:ilvl='9999999'><w:startOverride w:val='\(huge)'/></w:lvlOverride>"
    let other = docx(
      item("Pier", level: 99) + item("Road", level: -1) + item("Boat"),
      more: [numbering(level(0, "decimal", "%0%%1"), lists: [(1, change)])])
    #expect(try labels(other) == [nil, nil, "%0%1"])
  }

  @Test("in ODT the first paragraph of an item has its number; lists begin anew or count on")
  func openDocumentNumbers() throws {
    let number = "text:list-level-style-number"
    let styles = """
      <text:list-style style:name="L"><\(number) text:level="1" style:num-format="1" style:num-suffix="."/>
      <\(number) text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"/></text:list-style>
      <text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>
      """
    func item(_ content: String, more: String = "") -> String {
      "<text:list-item \(more)>\(content)</text:list-item>"
    }
    func list(_ items: String, more: String = "text:style-name='L'") -> String {
      "<text:list \(more)>\(items)</text:list>"
    }
    let content =
      list(
        item("<text:p>A</text:p><text:p>B</text:p>" + list(item("<text:p>C</text:p>"), more: ""))
          + item("<text:p>D</text:p>", more: "text:start-value='7'"))
      + list(item("<text:p>E</text:p>"))
      + list(
        item("<text:p>F</text:p>"), more: "text:style-name='L' text:continue-numbering='true'")
      + list(item("<text:p>G</text:p>"), more: "text:style-name='B'")
    #expect(
      try labels(odt(content, styles: styles), named: "a.odt")
        == ["1.", nil, "(1.a)", "7.", "1.", "2.", "•"])
  }
}
