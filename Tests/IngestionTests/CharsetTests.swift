import Foundation
import Testing

@testable import Ingestion

@Suite("charsets, as the web reads them")
struct CharsetTests {
  private let sentence = "林外務大臣は、ブリンケン国務長官とリバプールで会談しました。"
  private let shiftJIS = bytes(
    hex: """
      97D18A4F96B191E5906282CD8141837583 8A8393835083938D9196B192B78AAF82C6838A836F8376815B838B82C5
      89EF926B82B582DC82B582BD8142
      """)
  private let eucJP = bytes(
    hex: """
      CED3B3B0CCB3C2E7BFC3A4CFA1A2A5D6A5EAA5F3A5B1A5F3B9F1CCB3C4B9B4B1A4C8A5EAA5D0A5D7A1BCA5EBA4C7
      B2F1C3CCA4B7A4DEA4B7A4BFA1A3
      """)
  private let iso2022JP = bytes(
    hex: """
      1B24424E5333304C3342673F43244F21222556256A25732531257339714C33443934312448256A25502557213C25
      6B2447327143 4C2437245E2437243F21231B2842
      """)

  @Test("Shift_JIS is detected where nothing declares it")
  func detectsShiftJIS() throws {
    #expect(try account(shiftJIS, named: "a.txt").text.string == sentence)
  }

  @Test("EUC-JP is detected where nothing declares it")
  func detectsEUCJP() throws {
    #expect(try account(eucJP, named: "a.txt").text.string == sentence)
  }

  @Test("ISO-2022-JP is detected by its escapes")
  func detectsISO2022JP() throws {
    let text = try account(iso2022JP, named: "a.txt").text.string
    #expect(text.hasPrefix("林外務大臣は、ブリンケン国務長官とリバプール"))
  }

  @Test("a page's <meta charset> is believed, by any of the web's labels")
  func metaCharset() throws {
    let page = Array("<meta charset='x-sjis'><p>".utf8) + shiftJIS + Array("</p>".utf8)
    #expect(try account(page, named: "a.html").text.string == sentence)
  }

  @Test("a page's http-equiv is believed")
  func httpEquivalent() throws {
    let head = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=EUC-JP\"><p>"
    let page = Array(head.utf8) + eucJP
    #expect(try account(page, named: "a.html").text.string == sentence)
  }

  @Test("a declaration in a comment is none")
  func commentedDeclaration() throws {
    let page = Array("<!-- <meta charset=euc-jp> --><meta charset=shift_jis><p>".utf8) + shiftJIS
    #expect(try account(page, named: "a.html").text.string == sentence)
  }

  @Test("a byte order mark comes before a declaration, and is no text")
  func byteOrderMark() throws {
    let page = [0xEF, 0xBB, 0xBF] + Array("<meta charset=shift_jis><p>Café talks</p>".utf8)
    #expect(try account(page, named: "a.html").text.string == "Café talks")
  }

  @Test("UTF-16 is read with a byte order mark and without one", arguments: [true, false])
  func utf16(hasMark: Bool) throws {
    let units = "The talks took 25 minutes.".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let text = try account((hasMark ? [0xFF, 0xFE] : []) + units, named: "a.txt").text.string
    #expect(text == "The talks took 25 minutes.")
  }

  @Test("bytes that are nothing else are windows-1252, as on the web")
  func windows1252() throws {
    let text = Array("The minister said ".utf8) + [0x93] + Array("no".utf8) + [0x94, 0x2E]
    #expect(try account(text, named: "a.txt").text.string == "The minister said “no”.")
  }

  @Test("iso-8859-1 means windows-1252, as on the web")
  func latin1() throws {
    let page = Array("<meta charset=iso-8859-1><p>It cost ".utf8) + [0x80] + Array("30.</p>".utf8)
    #expect(try account(page, named: "a.html").text.string == "It cost €30.")
  }

  @Test("UTF-8 that a stale declaration calls something else is read as UTF-8")
  func staleDeclaration() throws {
    let page = "<meta charset=gb2312><p>\(sentence)</p>"
    #expect(try account(page, named: "a.html").text.string == sentence)
  }

  @Test("a charset that is not known is a note with its line, and the page is read all the same")
  func unknownCharset() throws {
    let page = Array("<html>\n<meta charset=shift-jis2>\n<p>".utf8) + shiftJIS
    let reading = try AccountReader().read(page, named: "mofa.html")
    #expect(reading.accounts.first?.text.string == sentence)
    #expect(reading.notes.first?.isNote == true)
    #expect(
      reading.notes.first?.description
        == "mofa.html: line 2: charset \"shift-jis2\" is not known; read as Shift_JIS;"
        + " set `charset:` in event.yaml to choose")
  }

  @Test("a few bytes that mean nothing become U+FFFD, with a note")
  func fewFaults() throws {
    let page =
      Array("<meta charset=utf-8><p>The bridge of Elmsworth is op".utf8) + [0xFF]
      + Array("n again, the council of the town said on Monday.</p>".utf8)
    let reading = try AccountReader().read(page, named: "a.html")
    #expect(reading.accounts.first?.text.string.contains("op\u{FFFD}n again") == true)
    #expect(reading.notes.first?.trouble == .replacedBytes(count: 1, charset: "UTF-8"))
  }

  @Test("undeclared UTF-8 with a fault or two stays UTF-8")
  func damagedUTF8() throws {
    let text = Array(sentence.utf8) + Array(sentence.utf8) + [0xE3, 0x81]
    #expect(try account(text, named: "a.txt").text.string.hasPrefix(sentence))
  }

  @Test("a page whose bytes mostly mean nothing in its charset is refused")
  func mostlyFaults() {
    let page = Array("<meta charset=utf-8><p>".utf8) + shiftJIS
    #expect(trouble(page, named: "a.html")?.trouble == .undecodable(charset: "UTF-8"))
  }

  @Test("every charset of the table can be converted by this system")
  func allCharsets() throws {
    let table = try CharsetTable.shared()
    for name in table.names where name != "UTF-8" {
      let iconv = try #require(table.iconvName(of: name), "\(name)")
      #expect(IconvConverter(from: iconv) != nil, "\(name)")
    }
  }

  @Test(
    "the last letter is read, though an accent could follow it",
    arguments: [
      ("windows-1255", "F9ECE5ED", "שלום"), ("windows-1258", "5669EAF2742C2061", "Việt, a"),
    ])
  func lastLetter(charset: String, digits: String, text: String) throws {
    let decoding = TextDecoding(
      rules: try ReadingRules.shared(), deadline: Deadline(file: "a.txt", limit: .seconds(60)))
    let file = SourceFile(name: "a.txt", bytes: bytes(hex: digits))
    #expect(try decoding.decode(file, chosen: charset).string == text)
  }

  @Test("line ends become one sort, and control characters go")
  func cleaning() {
    let cleaned = TextCleaning.clean(Array("a\r\nb\rc\u{0}\u{1}\u{85}d\u{FEFF}e\tf".utf8))
    #expect(String(decoding: cleaned, as: UTF8.self) == "a\nb\nc\nde\tf")
  }

  @Test("composed and decomposed characters stay as the source has them")
  func normalizationForm() throws {
    let text = "Cafe\u{301} and caf\u{E9}."
    let scalars = try account(text, named: "a.txt").text.scalars
    #expect(scalars == Array(text.unicodeScalars))
  }
}
