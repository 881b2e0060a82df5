import CrossreadKit
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

  /// The accounts of the bridge with an attack in every field and sentence.
  private static func accounts(_ attack: String) -> [Account] {
    [
      Paging.account(
        "A" + attack,
        "The mayor opened the new bridge \(attack) at 10:00.\n\n\(attack) Fourteen people were injured.",
        publisher: "P" + attack, title: "T" + attack),
      Paging.account(
        "B", "The mayor opened the new bridge \(attack). Eleven people were injured.", hour: 11),
    ]
  }

  @Test("no attack adds an element, an attribute, a request or a dialog", arguments: attacks)
  func attack(attack: String) async throws {
    let plain = try Browser(try await Paging.page(Self.accounts("xx"), title: "xx"))
    let browser = try Browser(try await Paging.page(Self.accounts(attack), title: attack))
    // Claims differ with their words; what stands around them may not.
    for selector in [
      "script", "img", "iframe", "form", "base", "meta", "style", "title", "h1", "h2",
      "svg[onload]",
      "article[id^=a]", "#accounts tr", "input[type=checkbox]", "a:not([href^='#'])",
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

  @Test(
    "the words of an attack are shown as they stand, but for marks that turn the direction",
    arguments: attacks)
  func words(attack: String) async throws {
    let accounts = Self.accounts(attack)
    let browser = try Browser(try await Paging.page(accounts, title: attack))
    let shown = attack.replacing("\u{202E}", with: "⟨U+202E⟩")
    let title = try browser.texts("h1").first
    #expect(title == shown)
    let text = try browser.texts("#a1 .text p").joined(separator: "\n\n")
    #expect(text == accounts[0].text.string.replacing("\u{202E}", with: "⟨U+202E⟩"))
    #expect(try browser.texts("#accounts td:nth-child(2)").first == "P\(shown), “T\(shown)”")
  }

  @Test("words that run from right to left do not turn the words around them")
  func isolation() async throws {
    let browser = try Browser(
      try await Paging.page(Paging.bridge, title: "\u{05D0}\u{05D1} 12 \u{05D2}"))
    #expect(try browser.style("unicode-bidi", of: "h1 bdi") == ["isolate"])
  }
}
