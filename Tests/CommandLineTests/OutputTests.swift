import Foundation
import Testing

@Suite("Where the report goes, and the status")
struct OutputTests {
  @Test("-o writes the file that standard output would get, and nothing else")
  func outputFile() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    let direct = try Program.run("compare", ".", in: folder)
    let answer = try Program.run("compare", ".", "-o", place.place("r.md").path, in: folder)
    expectSuccess(answer)
    #expect(answer.text == "")
    #expect(try place.data("r.md") == direct.output)
    #expect(try place.names() == ["r.md"])
  }

  @Test(
    "-o writes the page, the JSON and the CSV that standard output would get",
    arguments: ["html", "json", "csv"])
  func outputFormats(format: String) throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    let direct = try Program.run("compare", ".", "--format", format, in: folder)
    let path = place.place("report.\(format)").path
    expectSuccess(try Program.run("compare", ".", "--format", format, "-o", path, in: folder))
    #expect(try place.data("report.\(format)") == direct.output)
  }

  @Test("-o report.html without --format writes the page")
  func outputByName() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    expectSuccess(
      try Program.run("compare", ".", "-o", place.place("report.html").path, in: folder))
    let page = String(decoding: try place.data("report.html"), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
  }

  @Test("-o replaces a longer file whole")
  func replacesFile() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    try place.write(String(repeating: "old ", count: 100_000), to: "r.md")
    expectSuccess(try Program.run("compare", ".", "-o", place.place("r.md").path, in: folder))
    let text = String(decoding: try place.data("r.md"), as: UTF8.self)
    #expect(text.contains("## Accounts"))
    #expect(!text.contains("old old"))
  }

  @Test("-o keeps the permissions of the file that it replaces", arguments: [0o600, 0o664])
  func keepsPermissions(mode: Int) throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    try place.write("old", to: "r.md")
    let path = place.place("r.md").path
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    expectSuccess(try Program.run("compare", ".", "-o", path, in: folder))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
  }

  @Test("-o - is standard output")
  func dash() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let answer = try Program.run("compare", ".", "-o", "-", in: folder)
    expectSuccess(answer)
    #expect(answer.text.contains("## Accounts"))
    #expect(try folder.names() == ["a.txt", "b.txt"])
  }

  @Test("A place in a folder that is not there ends with status 74")
  func missingPlace() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    expectFailure(
      try Program.run("compare", ".", "-o", "/nowhere/report.md", in: folder), status: 74,
      naming: "/nowhere/report.md: cannot be written: No such file or directory;")
  }

  @Test("A folder in place of the report ends with status 74")
  func folderInPlace() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    try place.makeFolder("report")
    expectFailure(
      try Program.run("compare", ".", "-o", place.place("report").path, in: folder), status: 74,
      naming: "report: cannot be written: Is a directory;")
    #expect(try place.names() == ["report"])
  }

  @Test("-o through a link writes the file that it leads to and keeps the link")
  func linkInPlace() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    try place.write("old", to: "real.md")
    try place.link("r.md", to: "real.md")
    expectSuccess(try Program.run("compare", ".", "-o", place.place("r.md").path, in: folder))
    #expect(try place.data("real.md").count > 100)
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: place.place("r.md").path)
    #expect(target == "real.md")
  }

  @Test("Standard output that takes nothing ends with status 74")
  func fullDevice() throws {
    // The shell opens the device, so that the program can only write to it.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let program = try Program.executable().path
    process.arguments = ["-c", "exec \"$0\" values '25 minutes' >/dev/full", program]
    let errors = try ScratchFolder()
    try errors.write(Data(), to: "errors")
    process.standardError = try FileHandle(forWritingTo: errors.place("errors"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let line = String(decoding: try errors.data("errors"), as: UTF8.self)
    #expect(line.hasPrefix("crossread: standard output: cannot be written: "), "\(line)")
  }

  @Test("--fail-on difference ends with 1 where accounts differ, with the whole report")
  func failOnDifference() throws {
    let event = Program.fixture("harbour-crossing-2024")
    let plain = try Program.run("compare", event)
    let answer = try Program.run("compare", event, "--fail-on", "difference")
    #expect(plain.status == 0)
    #expect(answer.status == 1)
    #expect(answer.output == plain.output)
    #expect(answer.errors == plain.errors)
  }

  @Test("--fail-on difference ends with 0 where accounts agree")
  func failOnDifferenceWithout() throws {
    expectSuccess(
      try Program.run("compare", Program.fixture("agreeing-2023"), "--fail-on", "difference"))
  }

  @Test("--fail-on takes several kinds")
  func failOnSeveral() throws {
    let event = Program.fixture("agreeing-2023")
    let answer = try Program.run("compare", event, "--fail-on", "difference, agreement")
    #expect(answer.status == 1)
    #expect(answer.errors == "")
  }
}
