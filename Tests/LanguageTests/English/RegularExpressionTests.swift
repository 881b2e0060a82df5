import Testing

@testable import Language

@Suite("Python's regular expressions, as tokenizers use them")
struct RegularExpressionTests {
  /// Where a pattern is found first, as offsets.
  private static func search(_ pattern: String, _ text: String) throws -> Range<Int>? {
    let scalars = Array(text.unicodeScalars)
    var matcher = RegularExpressionMatcher()
    return try AffixPattern(pattern).firstMatch(
      in: scalars, range: 0..<scalars.count, from: 0, with: &matcher)
  }

  @Test("the first alternative that matches wins, not the longest")
  func alternatives() throws {
    #expect(try Self.search("^a|^ab", "ab") == 0..<1)
    #expect(try Self.search("^(?:ab|a)", "ab") == 0..<2)
  }

  @Test("repetitions take as much as they can, or as little where they are lazy")
  func repetitions() throws {
    #expect(try Self.search(#"\.\.+"#, "a....b") == 1..<5)
    #expect(try Self.search("a{2,3}", "aaaa") == 0..<3)
    #expect(try Self.search("a+?", "aaa") == 0..<1)
    #expect(try Self.search("ab?c", "ac") == 0..<2)
  }

  @Test("a pattern for the end of a word finds the leftmost place from which it matches")
  func suffixes() throws {
    #expect(try Self.search("s$|'s$", "cat's") == 3..<5)
    #expect(try Self.search(#"\.\.+$|!$"#, "what...") == 4..<7)
    #expect(try Self.search("(?<=[0-9])(?:km|m)$", "5km") == 1..<3)
    #expect(try Self.search("(?<=[0-9])(?:km|m)$", "akm") == nil)
  }

  @Test("conditions look ahead and behind, and see no further than the text")
  func conditions() throws {
    #expect(try Self.search(#"^\+(?![0-9])"#, "+x") == 0..<1)
    #expect(try Self.search(#"^\+(?![0-9])"#, "+5") == nil)
    #expect(try Self.search("(?<=[a-z]{2})x", "ax") == nil)
    #expect(try Self.search("(?<![a-z])x", "xax") == 0..<1)
  }

  @Test("the end is also before a line feed at the end")
  func end() throws {
    #expect(try Self.search("a$", "a\n") == 0..<1)
    #expect(try Self.search("a$", "a\nb") == nil)
  }

  @Test("classes hold for all of Unicode")
  func classes() throws {
    #expect(try Self.search(#"^\w+$"#, "Zürich_東京٣") == 0..<10)
    #expect(try Self.search(#"^\d$"#, "٣") == 0..<1)
    #expect(try Self.search(#"^[^\s]$"#, "\u{3000}") == nil)
    #expect(try Self.search(#"^[\u00e0-\u00ff\-x]+$"#, "é-x") == 0..<3)
  }

  @Test(
    "what is not known is refused by name",
    arguments: [
      "(?P<name>a)", "(?i)a", #"\b"#, #"\1"#, "a**", "(a", "a)", "[a", "(?<=a+)b", "a{2000}",
    ])
  func unknown(_ pattern: String) {
    #expect(throws: RegularExpressionParser.Failure.self) { try AffixPattern(pattern) }
  }

  @Test("nested repetitions take no more than linear time")
  func nested() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(try Self.search("^(?:a*)*b", text) == nil)
    #expect(try Self.search("^(?:a|a)*$", text) == 0..<20_000)
  }
}
