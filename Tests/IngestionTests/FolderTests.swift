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

  @Test("a link out of the folder is refused, and followed when asked")
  func links() async throws {
    let outside = try Scratch(["c.txt": "The bridge is shut."])
    let scratch = try Scratch(twoAccounts)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("c.txt"), withDestinationPath: outside.path("c.txt"))
    let refused = try await event(scratch)
    #expect(refused.accounts.count == 2)
    guard case .linkOutOfFolder? = refused.problems.first?.trouble else {
      Issue.record("\(refused.problems)")
      return
    }
    let followed = try await event(scratch, options: .init(followsLinksOutOfFolder: true))
    #expect(followed.accounts.count == 3)
  }

  @Test("a link within the folder is followed, one that leads nowhere is a problem")
  func linksWithin() async throws {
    let scratch = try Scratch(twoAccounts)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("c.txt"), withDestinationPath: "mayor.txt")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("d.txt"), withDestinationPath: "nowhere.txt")
    let event = try await event(scratch)
    #expect(event.accounts.map(\.id) == ["c", "mayor", "paper"])
    #expect(event.problems.map(\.trouble) == [.brokenLink])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("e.txt"), withDestinationPath: "e.txt")
    #expect(try await self.event(scratch).problems.map(\.trouble) == [.brokenLink, .brokenLink])
  }

  @Test("a file whose name is no text is told of, and the others are read")
  func nameNotText() async throws {
    let scratch = try Scratch(twoAccounts)
    let path = Array(scratch.path("bad").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    let event = try await event(scratch)
    #expect(event.accounts.count == 2)
    #expect(event.problems.map(\.trouble) == [.nameNotText])
  }

  @Test("a file that is written to is another one; one that is read is not")
  func changed() throws {
    let scratch = try Scratch(twoAccounts)
    func state() throws -> FileState {
      var status = stat()
      try #require(stat(scratch.path("mayor.txt"), &status) == 0)
      return FileState(status)
    }
    let before = try state()
    _ = try AccountReader().read(scratch.path("mayor.txt"))
    #expect(try state() == before)
    try scratch.write("The mayor opened the bridge on Monday, at last.", to: "mayor.txt")
    #expect(try state() != before)
    let file = SourceFile(name: "a.txt", bytes: Array("The pier is open.".utf8), isChanged: true)
    #expect(
      try AccountReader().read(file, settings: AccountSettings()).notes
        == [IngestionError(file: "a.txt", isNote: true, .changedWhileRead)])
  }

  @Test("a named pipe and a device never block", .timeLimit(.minutes(10)))
  func pipes() async throws {
    let scratch = try Scratch(twoAccounts)
    #expect(mkfifo(scratch.path("pipe.txt"), 0o600) == 0)
    #expect(
      try await event(scratch).problems.map(\.trouble) == [.notRegular(kind: "named pipe")])
    #expect(throws: IngestionError.self) { try AccountReader().read("/dev/zero") }
  }

  @Test("a file larger than the limit is refused by its size")
  func largeFile() async throws {
    let scratch = try Scratch(twoAccounts)
    let handle = open(scratch.path("large.txt"), O_CREAT | O_WRONLY, 0o600)
    #expect(ftruncate(handle, 100_000_000) == 0)
    close(handle)
    let problem = try #require(try await event(scratch).problems.first)
    #expect(
      problem.description == "large.txt: is too large: 100.0 MB, and the limit is 67.1 MB;"
        + " keep the part that matters, or raise the limit")
  }

  @Test("a file that is longer than the system says is read to its end")
  func misstatedSize() throws {
    // Of size 0, like all that the kernel makes up as it is read.
    let account = try #require(try AccountReader().read("/proc/version").accounts.first)
    #expect(account.text.string.hasPrefix("Linux version"))
  }

  @Test("a file that changes while it is read is an account or an error, and within the limit")
  func changesWhileRead() async throws {
    let scratch = try Scratch(["a.txt": "The bridge is open."])
    let path = scratch.path("a.txt")
    let options = ReadingOptions(maximumFileSize: 200_000)
    let writer = Task.detached {
      let text = Array(String(repeating: "The bridge is open. ", count: 1000).utf8)
      let descriptor = open(path, O_WRONLY)
      defer { close(descriptor) }
      var size = 0
      while !Task.isCancelled {
        size = size > 300_000 ? 0 : size + write(descriptor, text, text.count)
        if size == 0, ftruncate(descriptor, 0) == 0 { lseek(descriptor, 0, SEEK_SET) }
      }
    }
    for _ in 0..<100 {
      do {
        let reading = try AccountReader(options: options).read(path)
        #expect(reading.accounts.allSatisfy { $0.text.count <= 200_000 })
      } catch {
        switch error.trouble {
        case .tooLarge, .empty: continue
        default: Issue.record("\(error)")
        }
      }
    }
    writer.cancel()
    await writer.value
  }

  @Test("a folder given as a file, a missing file and a path that is too long are errors")
  func badPaths() throws {
    let scratch = try Scratch()
    func trouble(_ path: String) -> IngestionError.Trouble? {
      do {
        _ = try AccountReader().read(path)
        return nil
      } catch {
        return error.trouble
      }
    }
    #expect(trouble(scratch.path) == .isFolder)
    #expect(trouble(scratch.path("none.txt")) == .missing)
    guard case .unreadable? = trouble("/" + String(repeating: "a", count: 5000)) else {
      Issue.record("a path that is too long")
      return
    }
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
