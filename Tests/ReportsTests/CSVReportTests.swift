import CrossreadKit
import Source
import Testing

@testable import Reports

@Suite("Points by accounts as comma-separated values")
struct CSVReportTests {
  private func rows(_ texts: [String: String]) async throws -> [[String]] {
    let accounts = texts.sorted { $0.key < $1.key }.map { id, text in
      let source = SourceText(text)
      return Account(
        id: id, file: id + ".txt", publisher: id, kind: .news, language: .english, text: source,
        paragraphs: [Paragraph(range: source.range)], sha256: "00ff")
    }
    let comparison = try await Comparer().comparison(
      of: Event(name: "e", title: "t", accounts: accounts))
    return try Self.parsed(CSVReport().text(of: comparison))
  }

  /// Reads RFC 4180 strictly: lines end in CR LF, quotes stand around whole fields and are doubled inside.
  static func parsed(_ text: String) throws -> [[String]] {
    var rows: [[String]] = [[]]
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      var field = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest.removeFirst()
        while let scalar = rest.popFirst() {
          if scalar != "\"" {
            field.append(scalar)
          } else if rest.first == "\"" {
            field.append("\"")
            rest.removeFirst()
          } else {
            break
          }
        }
      } else {
        while let scalar = rest.first, ![",", "\r", "\n", "\""].contains(scalar) {
          field.append(scalar)
          rest.removeFirst()
        }
      }
      rows[rows.count - 1].append(String(field))
      switch rest.popFirst() {
      case ",": continue
      case "\r":
        try #require(rest.popFirst() == "\n")
        if !rest.isEmpty { rows.append([]) }
      default: Issue.record("a field ends in neither comma nor line end: \(field)")
      }
    }
    return rows
  }

  @Test("a row is a point, a column an account, a cell the verdict with its words")
  func cells() async throws {
    let rows = try await rows([
      "A": "Fourteen people were injured in the collision. The mayor opened the school.",
      "B": "Fourteen people were injured in the collision.",
    ])
    #expect(rows.first == ["point", "summary", "A", "B"])
    #expect(rows.allSatisfy { $0.count == 4 })
    let injured = try #require(rows.first { $0[1].contains("injured") })
    #expect(injured[2] == "stated: “Fourteen people were injured in the collision”")
    #expect(injured[3] == injured[2])
    let school = try #require(rows.first { $0[1].contains("school") })
    #expect(school[3] == "absent")
  }

  @Test(
    "a cell that a spreadsheet would take for a formula is text",
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r\n=1", "=HYPERLINK(\"x\",\"y\")"])
  func formulas(text: String) throws {
    let field = try #require(try Self.parsed(CSVReport.field(text) + "\r\n").first?.first)
    #expect(field.hasPrefix("'"))
    #expect(field.dropFirst().first != "\t")
  }

  @Test(
    "commas, quotes and line ends stay inside of their field",
    arguments: ["a,b", "say \"x\"", "\"", "two\nlines", "a\r\nb", "日本語、「引用」", ""])
  func quoting(text: String) throws {
    let rows = try Self.parsed(CSVReport.field(text) + ",z\r\n")
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(rows == [[line, "z"]])
  }

  @Test("no account by whatever name adds a column or a formula")
  func hostile() async throws {
    let rows = try await rows([
      "=cmd|' /C calc'!A0": "The mayor opened the school, \"at last\".",
      "a,\"b\"": "=1+1 people were injured in the collision.",
    ])
    #expect(rows.allSatisfy { $0.count == 4 })
    for cell in rows.joined() { #expect(!"=+-@".contains(cell.first ?? " ")) }
  }
}
