import Foundation
import Testing

@Suite("crossread init")
struct InitTests {
  @Test("It writes an event.yaml that it reads again to the same words")
  func writes() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    expectSuccess(try Program.run("init", ".", in: folder))
    let text = try String(contentsOf: folder.place("event.yaml"), encoding: .utf8)
    #expect(text.contains("accounts:"))
    let again = try Program.run("init", ".", "-o", "-", in: folder)
    expectSuccess(again)
    #expect(again.text == text)
  }

  @Test("It never writes over a file that is there")
  func keeps() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write("title: Mine\n", to: "event.yaml")
    expectFailure(
      try Program.run("init", ".", in: folder), status: 74, naming: "event.yaml", "not written over"
    )
    #expect(
      try String(contentsOf: folder.place("event.yaml"), encoding: .utf8) == "title: Mine\n")
  }

  @Test("All mistakes of an event.yaml are told, each with its line")
  func mistakes() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write("titel: Mine\nplcae: Here\n", to: "event.yaml")
    let answer = try Program.run("compare", ".", in: folder)
    #expect(answer.status == 65)
    #expect(answer.errorLines.count == 2)
    #expect(answer.errorLines.first?.contains("event.yaml: line 1: ") == true)
    #expect(answer.errorLines.last?.contains("event.yaml: line 2: ") == true)
  }

  @Test("--split takes one account of a file that holds several")
  func split() throws {
    let folder = try ScratchFolder()
    let items = ["One", "Two"].map { "<item><description>\($0).</description></item>" }
    try folder.write("<rss><channel>\(items.joined())</channel></rss>", to: "feed.rss")
    let answer = try Program.run("extract", "feed.rss", "--split", "2", in: folder)
    #expect(answer.text == "Two.\n")
    expectFailure(
      try Program.run("extract", "feed.rss", "--split", "3", in: folder), status: 65,
      naming: "feed.rss: has 2 accounts")
  }
}
