import SeededRandomness
import Testing

@testable import Reports

@Suite("No text of a source becomes markup")
struct MarkdownTextTests {
  private func escaped(_ text: String) -> String { MarkdownText(text).description }

  @Test(
    "each character that has a meaning in Markdown is escaped",
    arguments: ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$"])
  func specialCharacters(character: String) {
    #expect(escaped("a\(character)b") == "a\\\(character)b")
  }

  @Test(
    "what begins a block is escaped at the start",
    arguments: [
      ("# x", "\\# x"), ("+ x", "\\+ x"), ("- x", "\\- x"), ("=== x", "\\=== x"),
      ("1. x", "1\\. x"), ("12) x", "12\\) x"),
    ])
  func blocks(text: String, expected: String) {
    #expect(escaped(text) == expected)
  }

  @Test(
    "inside of a line such a mark is as it was", arguments: ["a # x", "in 1. x", "a - b", "2+2"])
  func insideOfLine(text: String) {
    #expect(escaped(text) == text)
  }

  @Test("a block that stands behind white space is escaped too")
  func leadingSpace() {
    #expect(escaped("   # x") == "\\# x")
  }

  @Test(
    "tags, comments and entities stay text",
    arguments: ["<b>", "</b>", "<!-- x -->", "<img src=x onerror=y>", "&amp;", "&#60;"])
  func html(text: String) {
    let bare = escaped(text).replacing("\\<", with: "").replacing("\\&", with: "")
    #expect(!bare.contains("<") && !bare.contains("&"))
  }

  @Test(
    "no address becomes a link by itself, in whatever case it is written",
    arguments: [
      "http://example.org", "HTTPS://EXAMPLE.ORG", "ftp://example.org", "www.example.org",
      "WWW.EXAMPLE.ORG",
    ])
  func autolinks(text: String) {
    let result = escaped(text).lowercased()
    #expect(!result.contains("://") && !result.contains("www."))
  }

  @Test(
    "every mark that turns the direction of text is shown",
    arguments: Array(0x202A...0x202E) + Array(0x2066...0x2069))
  func direction(value: Int) throws {
    let mark = try #require(Unicode.Scalar(UInt32(value)))
    let name = String(value, radix: 16, uppercase: true)
    #expect(escaped("a\(mark)b") == "a⟨U+\(name)⟩b")
  }

  @Test("control characters are left out")
  func controls() {
    #expect(escaped("a\u{1B}[31mb\u{0}\u{7F}c") == "a\\[31mbc")
  }

  @Test(
    "all text is on one line", arguments: ["a\nb", "a\r\nb", "a\u{2028}b", "a\u{2029}b", "a\tb"])
  func oneLine(text: String) {
    #expect(escaped(text) == "a b")
  }

  @Test("letters of any script stay as they are", arguments: ["Dvořák", "日本語。", "👩‍🚀", "“quoted”"])
  func letters(text: String) {
    #expect(escaped(text) == text)
  }

  @Test("no text of such characters, however mixed, has one of them unescaped or a second line")
  func property() {
    let alphabet = Array("\\`*_[]<>|~&$#+-=.)(1!@/: \n\r\tawé日\u{301}\u{202E}".unicodeScalars)
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<3000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        view.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
      }
      let text = String(view)
      #expect(Self.unescaped(in: escaped(text)).isEmpty, "\(text.debugDescription)")
    }
  }

  /// The special characters of some Markdown that no backslash takes their meaning from, without the empty
  /// comments that keep addresses apart.
  private static func unescaped(in markdown: String) -> [Unicode.Scalar] {
    let special = Set("`*_[]<>|~&$\n\r\u{202E}".unicodeScalars)
    let comment = Array("<!-- -->".unicodeScalars)
    var found: [Unicode.Scalar] = []
    var isEscaped = false
    var rest = Array(markdown.unicodeScalars)[...]
    while let scalar = rest.first {
      // A combining mark behind it must not hide a comment: these are compared as scalars.
      guard isEscaped || !rest.starts(with: comment) else {
        rest = rest.dropFirst(comment.count)
        continue
      }
      rest = rest.dropFirst()
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if special.contains(scalar) {
        found.append(scalar)
      }
    }
    return isEscaped ? found + ["\\"] : found
  }
}
