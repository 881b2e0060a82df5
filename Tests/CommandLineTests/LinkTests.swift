import Foundation
import Testing

@Suite("Symbolic links in the folder")
struct LinkTests {
  /// An event whose file `c.txt` is a link to a file beside the event's folder.
  private func folderWithLink() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.makeFolder("event")
    try folder.write(ScratchFolder.morning, to: "event/a.txt")
    try folder.write("The bridge was opened at 10:00.\n", to: "event/b.txt")
    try folder.write("Nobody may read this secret about the bridge.\n", to: "outside.txt")
    try folder.link("event/c.txt", to: "../outside.txt")
    return folder
  }

  @Test("A link out of the folder is refused and nothing of its target is shown")
  func refused() throws {
    let answer = try Program.run("compare", "event", in: try folderWithLink())
    expectReportWithout(answer, naming: "c.txt: ", "out of the folder", "is not followed")
    #expect(!answer.text.contains("secret"))
  }

  @Test("--follow-links reads a link out of the folder")
  func followed() throws {
    let answer = try Program.run("compare", "event", "--follow-links", in: try folderWithLink())
    expectSuccess(answer)
    #expect(answer.text.contains("secret"))
  }

  @Test("A link that stays in the folder is read without asking")
  func inside() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.link("c.txt", to: "a.txt")
    let answer = try Program.run("compare", ".", in: folder)
    expectSuccess(answer)
    #expect(answer.text.contains("c.txt"))
  }

  @Test("A link that leads nowhere is left out")
  func dangling() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.link("c.txt", to: "nowhere.txt")
    expectReportWithout(
      try Program.run("compare", ".", in: folder), naming: "c.txt: ", "leads to no file")
  }

  @Test("Links in a circle are left out", arguments: [[], ["--follow-links"]])
  func circle(options: [String]) throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.link("c.txt", to: "c.txt")
    let answer = try Program.run(list: ["compare", "."] + options, in: folder)
    expectReportWithout(answer, naming: "c.txt: ")
  }

  @Test("A link event.yaml out of the folder is not read")
  func eventFile() throws {
    let folder = try folderWithLink()
    try FileManager.default.removeItem(at: folder.place("event/c.txt"))
    try folder.write("title: Secret title\n", to: "outside.yaml")
    try folder.link("event/event.yaml", to: "../outside.yaml")
    let answer = try Program.run("compare", "event", in: folder)
    #expect(!answer.text.contains("Secret title"))
    #expect(answer.errorLines.count == 1)
    #expect(answer.errors.contains("event.yaml"))
  }
}
