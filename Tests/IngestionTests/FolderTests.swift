import Foundation
import Source
import Testing

@testable import Ingestion

@Suite("a folder as an event")
struct FolderTests {
  private func event(_ scratch: Scratch, options: ReadingOptions = .init()) async throws -> Event {
    try await EventReader(options: options).event(at: scratch.path)
  }

  private func trouble(_ path: String) async -> IngestionError? {
    do {
      _ = try await EventReader().event(at: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("files are accounts in the order of their ids, and the folder's name is the title")
  func plainFolder() async throws {
    let scratch = try Scratch(twoAccounts)
    let event = try await event(scratch)
    #expect(event.accounts.map(\.id) == ["mayor", "paper"])
    #expect(event.title == event.name)
    #expect(event.problems.isEmpty)
  }

  @Test("hidden files, reports, reviews and read-me files are no accounts")
  func passedOver() async throws {
    let scratch = try Scratch(twoAccounts)
    for name in [".hidden", "report.md", "report.html", "review.yaml", "README.md", "a.txt~"] {
      try scratch.write("Not an account.", to: name)
    }
    try scratch.makeFolder("page_files")
    let event = try await event(scratch)
    #expect(event.accounts.count == 2)
    #expect(event.problems.isEmpty)
  }

  @Test("event.yaml names the event and its accounts")
  func eventFile() async throws {
    let scratch = try Scratch(twoAccounts)
    try scratch.write(
      "title: The bridge\naccounts:\n  paper.txt: {id: A, publisher: Gazette}\n", to: "event.yaml")
    let event = try await event(scratch)
    #expect(event.title == "The bridge")
    #expect(event.accounts.map(\.id) == ["A", "mayor"])
    #expect(event.accounts.first?.publisher == "Gazette")
    #expect(event.accounts.first?.metadataOrigins["publisher"] == "event.yaml")
  }

  @Test("the charset that event.yaml gives comes before all others")
  func chosenCharset() async throws {
    let scratch = try Scratch(twoAccounts)
    try scratch.write([0x63, 0x61, 0x66, 0xC8, 0x2E], to: "cafe.txt")
    try scratch.write("accounts:\n  cafe.txt: {charset: windows-1250}\n", to: "event.yaml")
    let account = try #require(try await event(scratch).accounts.first { $0.id == "cafe" })
    #expect(account.text.string == "cafČ.")
  }

  @Test("event.yaml that speaks of a file that is not there is an error with line and suggestion")
  func unknownFile() async throws {
    let scratch = try Scratch(twoAccounts)
    try scratch.write("accounts:\n  papers.txt: {id: A}\n", to: "event.yaml")
    let error = await trouble(scratch.path)
    #expect(error?.line == 2)
    #expect(error?.trouble == .unknownFile(name: "papers.txt", suggestion: "paper.txt"))
  }

  @Test("an id that is given twice is an error")
  func duplicateIds() async throws {
    let scratch = try Scratch(twoAccounts)
    try scratch.write("accounts:\n  mayor.txt: {id: A}\n  paper.txt: {id: A}\n", to: "event.yaml")
    let error = await trouble(scratch.path)
    #expect(error?.line == 3)
    #expect(error?.trouble == .duplicateIdentifier(id: "A", other: "mayor.txt"))
  }

  @Test("files of one stem are told apart by their whole names")
  func sameStem() async throws {
    let scratch = try Scratch(["a.txt": "The bridge is open.", "a.md": "It is *open*."])
    #expect(try await event(scratch).accounts.map(\.id) == ["a.md", "a.txt"])
  }

  @Test("a file that cannot be read is a problem, and the others go on")
  func badFileAmongGoodOnes() async throws {
    let scratch = try Scratch(twoAccounts)
    try scratch.write([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 4, 5, 6, 7], to: "picture.png")
    try scratch.write("{\"data\":", to: "post.json")
    try scratch.write("", to: "empty.txt")
    let event = try await event(scratch)
    #expect(event.accounts.count == 2)
    #expect(event.problems.map(\.file) == ["empty.txt", "picture.png", "post.json"])
    #expect(
      event.problems[1].description
        == "picture.png: is no text but a PNG image; save the account as HTML, text, Markdown or JSON"
    )
  }

  @Test("an empty folder and one account only are nothing to compare")
  func tooFewAccounts() async throws {
    let scratch = try Scratch()
    #expect(
      await trouble(scratch.path)?.trouble == .nothingToCompare(accounts: 0, because: nil))
    try scratch.write("The bridge is open.", to: "a.txt")
    #expect(
      await trouble(scratch.path)?.trouble == .nothingToCompare(accounts: 1, because: nil))
    #expect(
      try await EventReader().event(at: scratch.path, minimumAccounts: 1).accounts.count == 1)
  }

  @Test("where a bad file leaves too few accounts, the error tells of it")
  func tooFewBecauseOfABadFile() async throws {
    let scratch = try Scratch(["a.txt": "The bridge is open.", "b.json": "{"])
    let error = await trouble(scratch.path)
    #expect(error?.description.contains("b.json: line 1: is not valid JSON") == true)
  }

  @Test("a folder that is not there, and a file in its place, are errors")
  func noFolder() async throws {
    let scratch = try Scratch(twoAccounts)
    #expect(await trouble(scratch.path("none"))?.trouble == .missing)
    #expect(await trouble(scratch.path("mayor.txt"))?.trouble == .isNoFolder)
  }

  @Test("files in folders of the folder are accounts, called by their paths; hidden ones are none")
  func nestedFolders() async throws {
    let scratch = try Scratch(twoAccounts)
    for folder in ["more/deep", ".hidden", "page_files"] { try scratch.makeFolder(folder) }
    for name in ["more/a.txt", "more/deep/b.txt", ".hidden/c.txt", "page_files/d.txt"] {
      try scratch.write("The bridge is open.", to: name)
    }
    try scratch.write("Not an account.", to: "more/report.md")
    try scratch.write("accounts:\n  more/a.txt: {id: A}\n", to: "event.yaml")
    let event = try await event(scratch)
    #expect(
      event.accounts.map(\.file) == ["more/a.txt", "more/deep/b.txt", "mayor.txt", "paper.txt"])
    #expect(event.accounts.map(\.id) == ["A", "b", "mayor", "paper"])
    #expect(event.problems.isEmpty)
  }

  @Test("a folder with an event.yaml of its own is another event")
  func otherEvent() async throws {
    let scratch = try Scratch(twoAccounts)
    try scratch.makeFolder("other")
    try scratch.write("title: Other", to: "other/event.yaml")
    try scratch.write("The tunnel is shut.", to: "other/a.txt")
    let event = try await event(scratch)
    #expect(event.accounts.count == 2)
    #expect(event.problems == [IngestionError(file: "other", isNote: true, .otherEvent)])
  }

  @Test("folders nested beyond the limit are told of and left out")
  func deepFolders() async throws {
    let scratch = try Scratch(twoAccounts)
    try scratch.makeFolder("a/b/c")
    try scratch.write("The bridge is shut.", to: "a/b/c/d.txt")
    let event = try await event(scratch, options: ReadingOptions(maximumDepth: 2))
    #expect(event.accounts.count == 2)
    #expect(
      event.problems == [
        IngestionError(file: "a/b/c", isNote: true, .tooDeep(what: "folders", limit: 2))
      ])
  }

  @Test("a link to a folder is not gone into; where links are followed, none leads round")
  func linkedFolders() async throws {
    let scratch = try Scratch(twoAccounts)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("round"), withDestinationPath: ".")
    let problem = IngestionError(file: "round", isNote: true, .linkedFolder)
    #expect(try await event(scratch).problems == [problem])
    let followed = try await event(scratch, options: .init(followsLinksOutOfFolder: true))
    #expect(followed.accounts.count == 2)
    #expect(
      followed.problems == [IngestionError(file: "round", isNote: true, .folderReadAlready)])
  }

  @Test("a feed in the folder is several accounts; event.yaml takes one of them")
  func feed() async throws {
    let scratch = try Scratch(twoAccounts)
    let items = ["One", "Two"].map {
      "<item><title>\($0)</title><description>Text.</description></item>"
    }
    try scratch.write("<rss><channel>\(items.joined())</channel></rss>", to: "feed.rss")
    #expect(try await event(scratch).accounts.map(\.id) == ["feed-1", "feed-2", "mayor", "paper"])
    try scratch.write("accounts:\n  feed.rss: {id: F}\n", to: "event.yaml")
    #expect(try await event(scratch).accounts.map(\.id) == ["F-1", "F-2", "mayor", "paper"])
    try scratch.write("accounts:\n  feed.rss: {id: F, entry: 2}\n", to: "event.yaml")
    let chosen = try await event(scratch).accounts
    #expect(chosen.map(\.id) == ["F", "mayor", "paper"])
    #expect(chosen.first?.title == "Two")
  }

  @Test("accounts of feeds of one stem are told apart by the names of the files")
  func sameStemFeeds() async throws {
    let item = "<item><title>T</title><description>Text.</description></item>"
    let feed = "<rss><channel>\(item)\(item)</channel></rss>"
    let scratch = try Scratch(["a.rss": feed, "a.xml": feed])
    #expect(
      try await event(scratch).accounts.map(\.id) == ["a.rss-1", "a.rss-2", "a.xml-1", "a.xml-2"])
  }

  @Test("a message is one line, whatever a file is called")
  func oneLineMessages() {
    let error = IngestionError(file: "a\nb\u{1B}[1m.txt", .empty)
    #expect(error.description == "a b [1m.txt: is empty; remove it or save the account again")
  }

  @Test("a second reading gives the same")
  func deterministic() async throws {
    let scratch = try Scratch()
    for number in 0..<40 { try scratch.write("Account number \(number).", to: "\(number).txt") }
    let first = try await event(scratch)
    let second = try await event(scratch)
    #expect(first.accounts.map(\.sha256) == second.accounts.map(\.sha256))
    #expect(first.accounts.map(\.id) == first.accounts.map(\.id).sorted())
  }
}
