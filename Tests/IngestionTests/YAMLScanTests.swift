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

  /// Lists of three aliases of lists of three aliases and so on: 59,049 times the first one.
  private static let lists =
    "a0: &a0 [b]\n"
    + (1...10).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()

  @Test(
    "a key that is not plain text is refused where aliases could make it endless",
    arguments: [
      "? *a10\n: c", "*a10 : c", "*a10: c", "[*a10]: c", "[*a10] : c", "c: {*a10 : d}",
      "c: {? *a10 : d}",
      "c: [[*a10] : d]", "- ? *a10", "{a: *a10}: c",
    ])
  func composedKeys(text: String) {
    #expect(YAMLScan.excess(of: Self.lists + text) != nil)
  }

  @Test(
    "aliases that stand for values are read, whatever the keys hold",
    arguments: ["c: *a10", "c: [*a10]", "c d?: *a10", "\"]\": *a10", "c: why? [b] *a10"])
  func aliasedValues(text: String) {
    #expect(YAMLScan.excess(of: Self.lists + text) == nil)
  }
}
