import Testing

@testable import Ingestion

@Suite("How deep a YAML text goes")
struct YAMLScanTests {
  private static let many = String(repeating: "[{ *a ", count: 100)

  @Test(
    "brackets and asterisks in text are no depth",
    arguments: [
      "a: \"\(many)\"", "a: '\(many)'", "a: |\n  \(many)\n  \(many)", "a:\n  - |-\n    \(many)",
      "# \(many)\na: b", "a: 'it''s \(many)'", "a: \"x \\\" \(many)\"", "\"\(many)\": b",
    ])
  func text(text: String) {
    #expect(YAMLScan.excess(of: text) == nil)
  }

  @Test(
    "brackets that nest are counted, wherever quotes and blocks end",
    arguments: [
      many, "a: \(many)", "a: |\n  text\nb: \(many)", "a: \"b\"\nc: \(many)", "a: 'b'\n\(many)",
      "# \"\n\(many)", "a: b \"\n\(many)", "a: x|\n  \(many)",
      "a: b |c\n  \(many)",
    ])
  func depth(text: String) {
    #expect(YAMLScan.excess(of: text) != nil)
  }

  @Test("the line of the excess is told")
  func line() throws {
    let excess = try #require(YAMLScan.excess(of: "a: b\nc: |\n  d\ne: " + Self.many))
    #expect(excess.line == 4)
  }
}
