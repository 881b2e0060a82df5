import CrossreadKit
import Foundation
import Review
import Testing

@testable import Reports

@Suite("The page as a browser shows it", .enabled(if: Browser.executable != nil), .serialized)
struct BrowserTests {
  private static let marked = "getComputedStyle(e).outlineStyle === 'solid'"

  /// The accounts in which words are marked.
  private func markedAccounts(_ browser: Browser) throws -> [String] {
    try browser.value(
      """
      [...document.querySelectorAll(".columns article")]
        .filter(a => [...a.querySelectorAll("label.claim")].some(e => \(Self.marked))).map(a => a.id)
      """) as? [String] ?? []
  }

  /// The id of the button of the point that says how many were injured.
  private static let injured = """
    [...document.querySelectorAll(".chooser li:not(.detail):not(.none)")]
      .find(e => e.textContent.includes("injured")).querySelector("input").id
    """

  @Test("nothing is marked until a point is chosen")
  func unmarked() async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    #expect(try browser.count("label.claim") > 0)
    #expect(try markedAccounts(browser) == [])
  }

  @Test(
    "a click on the words of a point marks it in every account that tells it, without scripts too",
    arguments: [true, false])
  func choosingByMouse(hasScripts: Bool) async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    let point = try #require(try browser.value(Self.injured) as? String)
    if !hasScripts { try browser.turnScriptsOff() }
    try browser.click("#a2 label.\(point)")
    #expect(try markedAccounts(browser) == ["a1", "a2", "a3"])
    #expect(
      try browser.value("document.querySelector('#\(point)').checked") as? Bool == true)
  }

  @Test("the arrow keys go from point to point, and Escape goes back to all")
  func choosingByKeyboard() async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    _ = try browser.value("document.querySelector('#p-none').focus()")
    try browser.press("ArrowDown", code: 40)
    #expect(try markedAccounts(browser).count > 1)
    try browser.press("Escape", code: 27)
    #expect(try markedAccounts(browser) == [])
  }

  @Test("a point is marked in the accounts that are folded, too")
  func folded() async throws {
    let accounts = (1...10).map {
      Paging.account(
        "A\($0)", "The mayor opened the new bridge. The toll is \($0) euros for lorries.")
    }
    let browser = try Browser(try await Paging.page(accounts))
    _ = try browser.value("document.querySelector('#p-none').focus()")
    try browser.press("ArrowDown", code: 40)
    let marked =
      try browser.value(
        """
        [...document.querySelectorAll("#folded details")]
          .filter(a => [...a.querySelectorAll("label.claim")].some(e => \(Self.marked))).length
        """) as? Int
    #expect(marked == 2)
  }

  @Test("the words of a chosen point come into sight in a long text, with whole lines above them")
  func sight() async throws {
    let rest = (1...60).map { "Lorry \($0) crossed over." }.joined(separator: " ")
    let told = "The mayor opened the old bridge on 13 May 2024."
    let browser = try Browser(
      try await Paging.page([
        Paging.account("A", "\(rest)\n\n\(rest) \(told) \(rest)"),
        Paging.account("B", "The bakers went on strike. \(told)"),
      ]), width: 1000, height: 500)
    let point = try #require(
      try browser.value(
        """
        [...document.querySelectorAll(".chooser li:not(.detail)")]
          .find(e => e.textContent.includes("mayor")).querySelector("input").id
        """) as? String)
    try browser.click("label[for=\(point)]")
    let lines =
      try browser.value(
        """
        (() => { const text = document.querySelector("#a1 .text"), mark = text.querySelector(".\(point)");
          const box = mark.getClientRects()[0], line = parseFloat(getComputedStyle(mark.closest("p")).lineHeight);
          return (box.top - (line - box.height) / 2 - text.getBoundingClientRect().top) / line; })()
        """) as? Double ?? -1
    #expect(abs(lines - 2) < 0.1)
  }

  @Test("a click on marked words does not move the page")
  func noJump() async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    try browser.click("#a1 label.claim")
    let before = try browser.value("scrollY") as? Double
    try browser.click("#a1 label.claim")
    #expect(try browser.value("scrollY") as? Double == before)
  }

  @Test("the page asks for nothing, and its own policy is broken by nothing")
  func noRequests() async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    #expect(browser.addresses.count == 1 && browser.addresses[0].hasPrefix("file://"))
    #expect(!browser.events.contains("Log.entryAdded"))
  }

  @Test("a page in Japanese is marked as such and has corner brackets around quotes")
  func japanese() async throws {
    let comparison = try await Paging.comparison(Paging.bridge)
    let browser = try Browser(
      try HTMLReport(in: .japanese).text(of: ReviewedComparison(comparison)))
    #expect(try browser.value("document.documentElement.lang") as? String == "ja")
    let quotes = try browser.value("getComputedStyle(document.querySelector('.quotes q')).quotes")
    #expect((quotes as? String)?.contains("「") == true)
  }

  @Test("the page is no wider than the screen", arguments: [360, 768, 1400])
  func width(width: Int) async throws {
    let browser = try Browser(try await Paging.bridgePage.value, width: width)
    let needed = try #require(
      try browser.value("document.documentElement.scrollWidth") as? Int)
    #expect(needed <= width)
  }

  @Test(
    "text stands out from its ground as WCAG 2.2 asks (4.5 to 1), in light and dark",
    arguments: ["light", "dark"])
  func contrast(scheme: String) async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    try browser.emulate(scheme: scheme)
    for selector in [
      "body", "small", "a", ".legend", "label.claim", ".finding .id", ".chooser label",
    ] {
      let ratio = try #require(
        try browser.value("(\(Self.contrastFunction))(document.querySelector('\(selector)'))")
          as? Double)
      #expect(ratio >= 4.5, "\(selector)")
    }
  }

  /// The contrast of an element's text with what is painted below it, by WCAG 2.2's relative luminance.
  private static let contrastFunction = """
    (e) => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      const paint = (colours) => { canvas.clearRect(0, 0, 1, 1);
        for (const c of colours) { canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
      const luminance = (rgb) => { const [r, g, b] = rgb.map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const grounds = [];
      for (let a = e; a; a = a.parentElement) grounds.unshift(getComputedStyle(a).backgroundColor);
      const [one, other] = [luminance(paint(grounds)), luminance(paint([...grounds, getComputedStyle(e).color]))];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }
    """

  @Test("light and dark differ, and print is black on white without the list of points")
  func media() async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    try browser.emulate(scheme: "light")
    let light = try browser.style("background-color", of: "body")
    try browser.emulate(scheme: "dark")
    #expect(try browser.style("background-color", of: "body") != light)
    try browser.emulate(scheme: "dark", medium: "print")
    #expect(try browser.style("color", of: "body") == ["rgb(0, 0, 0)"])
    #expect(try browser.style("display", of: ".chooser") == ["none"])
    #expect(try browser.style("max-height", of: ".columns .text").allSatisfy { $0 == "none" })
  }

  @Test(
    "everything that is pointed at or drawn has a name, and whoever tabs reaches all regions that scroll"
  )
  func names() async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    let unnamed =
      try browser.value(
        """
        [...document.querySelectorAll("input, [role=region], [role=img], section, article[aria-labelledby]")].filter(e => {
          const ids = (e.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
          const named = ids.length && ids.every(i => document.getElementById(i)?.textContent.trim());
          return !named && !e.getAttribute("aria-label") && !e.labels?.length;
        }).map(e => e.outerHTML.slice(0, 80))
        """) as? [String]
    #expect(unnamed == [])
    #expect(try browser.count(".text[role=region]:not([tabindex])") == 0)
  }

  @Test(
    "the times of the accounts stand in order, and the graph has an arrow for who draws on whom")
  func pictures() async throws {
    let browser = try Browser(try await Paging.bridgePage.value)
    let times =
      try browser.value(
        "[...document.querySelectorAll('.timeline > li time')].map(e => e.dateTime)") as? [String]
      ?? []
    #expect(times.count > 2 && times == times.sorted())
    #expect(try browser.count("svg.graph .edge") == 1)
    #expect(try browser.texts("svg.graph .count") == ["2"])
  }
}
