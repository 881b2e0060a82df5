import Foundation
import Source
import Testing

@testable import Ingestion

@Suite("files that are no plain files, or change while they are read")
struct UnusualFileTests {
  private func event(_ scratch: Scratch, options: ReadingOptions = .init()) async throws -> Event {
    try await EventReader(options: options).event(at: scratch.path)
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
}
