import Foundation
import Testing

@Suite("Folders that cannot be compared")
struct FolderTests {
  @Test("An empty folder ends with one line and status 65")
  func emptyFolder() throws {
    let folder = try ScratchFolder()
    try folder.makeFolder("event")
    expectFailure(
      try Program.run("compare", "event", in: folder), status: 65,
      naming: "event: ", "holds no account", "two")
  }

  @Test("One account only ends with one line and status 65")
  func oneAccount() throws {
    let folder = try ScratchFolder()
    try folder.makeFolder("event")
    try folder.write(ScratchFolder.morning, to: "event/a.txt")
    expectFailure(
      try Program.run("compare", "event", in: folder), status: 65,
      naming: "event: ", "holds one account only", "two")
  }

  @Test("One account beside a file that is no text names that file too")
  func oneAccountAndOneBadFile() throws {
    let folder = try ScratchFolder()
    try folder.write(ScratchFolder.morning, to: "a.txt")
    try folder.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]), to: "b.png")
    expectFailure(
      try Program.run("compare", ".", in: folder), status: 65,
      naming: "holds one account only", "b.png", "PNG image")
  }

  @Test("A folder that is not there ends with one line and status 65")
  func missingFolder() throws {
    let folder = try ScratchFolder()
    expectFailure(
      try Program.run("compare", "nowhere", in: folder), status: 65,
      naming: "nowhere: ", "no such file or folder")
  }

  @Test("A file in place of the folder ends with one line and status 65")
  func fileInPlaceOfFolder() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    expectFailure(
      try Program.run("compare", "a.txt", in: folder), status: 65, naming: "a.txt: ", "is a file")
  }

  @Test("A line end in a folder's name leaves the message one line")
  func lineEndInName() throws {
    let folder = try ScratchFolder()
    expectFailure(
      try Program.run("compare", "no\nwhere", in: folder), status: 65, naming: "no where: ")
  }

  @Test("Malformed event.yaml ends with its line and no report")
  func malformedEventFile() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write("title: Bridge\nplace: London\n  when: [a\n", to: "event.yaml")
    expectFailure(
      try Program.run("compare", ".", in: folder), status: 65,
      naming: "event.yaml: line 3: ", "not valid YAML")
  }

  @Test("An unknown key in event.yaml ends with its line and the key that was meant")
  func unknownKeyInEventFile() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write("title: Bridge\nplaces: London\n", to: "event.yaml")
    expectFailure(
      try Program.run("compare", ".", in: folder), status: 65,
      naming: "event.yaml: line 2: ", "\"places\"", "did you mean \"place\"")
  }

  @Test("event.yaml that is a list ends with one line")
  func eventFileOfWrongShape() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write("- a\n- b\n", to: "event.yaml")
    expectFailure(try Program.run("compare", ".", in: folder), status: 65, naming: "event.yaml")
  }

  @Test("Two files with one id end with one line that names the place and the first")
  func duplicateIdentifiers() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let sources = "accounts:\n  a.txt: {id: X}\n  b.txt: {id: X}\n"
    try folder.write(sources, to: "event.yaml")
    expectFailure(
      try Program.run("compare", ".", in: folder), status: 65, naming: "event.yaml: line 3",
      "a.txt", "\"X\"")
  }
}
