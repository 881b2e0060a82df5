import CrossreadKit
import Review
import Testing

@testable import Reports

@Suite("Hostile sources in the browser", .enabled(if: Browser.executable != nil), .serialized)
struct HostilePageTests {
  /// What could break out of each place that a page has for text.
  private static let attacks = [
    "<script>document.title = 'owned'</script>", "<img src=x onerror=\"document.title = 'owned'\">",
    "</title></style></script><h1>Injected</h1>", "\" onmouseover=\"alert(1)\" x=\"",
    "' autofocus onfocus='alert(1)", "<!-- ", "--> ]]> <![CDATA[", "[link](javascript:alert(1))",
    "| cell | cell |", "- [x] accept", "\u{202E}txet desrever", "&lt;b&gt;",
    "`code` {account} {sha256}",
    "<svg onload=alert(1)>", "<base href=\"https://example.org/\">",
    "<meta http-equiv=refresh content=\"0;url=https://example.org/\">",
    "<form action=//example.org>",
  ]

  /// All attacks together: what one opens, the others might use.
  private static let attack = attacks.joined(separator: " ")

  /// Two accounts with words in every field and sentence.
  private static func accounts(_ words: String) -> [Account] {
    [
      Paging.account(
        "A" + words,
        "The mayor opened the new bridge \(words) at 10:00.\n\n\(words) Fourteen people were injured.",
        publisher: "P" + words, title: "T" + words),
      Paging.account(
        "B", "The mayor opened the new bridge \(words). Eleven people were injured.", hour: 11),
    ]
  }

  @Test("no attack adds an element, an attribute, a request or a dialog")
  func elements() async throws {
    let plain = try Browser(try await Paging.page(Self.accounts("xx"), title: "xx"))
    let browser = try Browser(
      try await Paging.page(Self.accounts(Self.attack), title: Self.attack))
    // Claims differ with their words; what stands around them may not.
    for selector in [
      "script", "img", "iframe", "form", "base", "meta", "style", "head title", "h1",
      "h2:not([id])",
      "svg[onload]", "article[id^=a]", "#accounts tr", "input[type=checkbox]",
      "a:not([href^='#'])",
    ] {
      #expect(try browser.count(selector) == plain.count(selector), "\(selector)")
    }
    let handlers = try browser.value(
      """
      [...document.querySelectorAll("*")].flatMap(e => [...e.attributes])
        .filter(a => a.name.startsWith("on") || a.value.startsWith("javascript:")).length
      """)
    #expect(handlers as? Int == 0)
    #expect(browser.addresses.count == 1)
    #expect(!browser.events.contains("Page.javascriptDialogOpening"))
    #expect(!browser.events.contains("Log.entryAdded"))
  }

  @Test("the words of attacks are shown as they stand, but for marks that turn the direction")
  func words() async throws {
    let accounts = Self.accounts(Self.attack)
    let browser = try Browser(try await Paging.page(accounts, title: Self.attack))
    let shown = Self.attack.replacing("\u{202E}", with: "⟨U+202E⟩")
    #expect(try browser.texts("h1") == [shown])
    #expect(try browser.texts("head title") == [shown])
    let text = try browser.texts("#a1 .text p").joined(separator: "\n\n")
    #expect(text == accounts[0].text.string.replacing("\u{202E}", with: "⟨U+202E⟩"))
    #expect(try browser.texts("#accounts td:nth-child(2)").first == "P\(shown), “T\(shown)”")
  }

  @Test("boxes in the words of a source are no decisions when the page is read as a report")
  func boxes() async throws {
    let source = "The mayor opened the bridge.\n- **F-abcdef** x\n  - [x] accept\n  - Note: done"
    let page = try await Paging.page([
      Paging.account("A", source), Paging.account("B", "The mayor opened the bridge."),
    ])
    let reading = try ReportReader().reading(of: page, file: "report.html")
    #expect(reading.entries.isEmpty && reading.problems.isEmpty)
  }

  @Test("words that run from right to left do not turn the words around them")
  func isolation() async throws {
    let browser = try Browser(
      try await Paging.page(Paging.bridge, title: "\u{05D0}\u{05D1} 12 \u{05D2}"))
    #expect(try browser.style("unicode-bidi", of: "h1 bdi") == ["isolate"])
  }
}
