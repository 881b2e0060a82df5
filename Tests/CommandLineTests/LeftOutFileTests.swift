import Foundation
import Testing

@Suite("One bad file among good ones")
struct LeftOutFileTests {
  private static let image = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])

  private func comparison(
    with data: Data, as name: String, options: String...
  ) throws -> Program.Answer {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write(data, to: name)
    return try Program.run(list: ["compare", "."] + options, in: folder)
  }

  @Test("A PNG image is left out, named on standard error, and the status is 0")
  func image() throws {
    expectReportWithout(
      try comparison(with: Self.image, as: "photo.png"), naming: "photo.png: ", "PNG image")
  }

  @Test("An image is left out also where its name says that it is a text")
  func imageNamedText() throws {
    expectReportWithout(
      try comparison(with: Self.image, as: "photo.txt"), naming: "photo.txt: ", "PNG image")
  }

  @Test("Under --strict the report is written all the same, and the status is 65")
  func strict() throws {
    let plain = try comparison(with: Self.image, as: "photo.png")
    let strict = try comparison(with: Self.image, as: "photo.png", options: "--strict")
    expectReportWithout(strict, status: 65, naming: "photo.png: ")
    let body = plain.text.drop { $0 != "\n" }
    #expect(strict.text.drop { $0 != "\n" } == body)
  }

  @Test("--strict alone changes nothing where every file is read")
  func strictWithoutTrouble() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    expectSuccess(try Program.run("compare", ".", "--strict", in: folder))
  }

  @Test("The report in JSON lists the file that was left out")
  func problemsInJSON() throws {
    let answer = try comparison(
      with: Self.image, as: "photo.png", options: "--format", "json")
    let report = try #require(try answer.json() as? [String: Any])
    let problems = try #require(report["problems"] as? [Any])
    #expect(problems.count == 1)
    #expect("\(problems)".contains("photo.png"))
  }

  @Test("Malformed JSON is left out, with its line")
  func malformedJSON() throws {
    let post = Data("{\n  \"data\": {\n    \"text\" \"Hello\"\n  }\n}\n".utf8)
    expectReportWithout(
      try comparison(with: post, as: "post.json"),
      naming: "post.json: line 3: ", "not valid JSON")
  }

  @Test("JSON that is no post is left out")
  func unknownJSON() throws {
    expectReportWithout(
      try comparison(with: Data("{\"a\": 1}".utf8), as: "list.json"),
      naming: "list.json: ", "no known kind")
  }

  @Test("JSON of a hundred thousand brackets is left out and breaks nothing")
  func deepJSON() throws {
    let brackets = Data(repeating: UInt8(ascii: "["), count: 100_000)
    expectReportWithout(try comparison(with: brackets, as: "deep.json"), naming: "deep.json: ")
  }

  @Test("An empty file is left out")
  func emptyFile() throws {
    expectReportWithout(
      try comparison(with: Data(), as: "empty.txt"), naming: "empty.txt: ", "is empty")
  }

  @Test("A page with navigation only is left out")
  func pageWithoutText() throws {
    let page = "<html><body><nav><a href=\"/\">Home</a></nav></body></html>"
    expectReportWithout(
      try comparison(with: Data(page.utf8), as: "page.html"),
      naming: "page.html: ", "no main text")
  }

  @Test("A file of 100 MB is refused at once, with its size and the limit")
  func largeFile() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.writeSparse("large.txt", bytes: 100 << 20)
    expectReportWithout(
      try Program.run("compare", ".", in: folder, limit: 30),
      naming: "large.txt: ", "104.9 MB", "67.1 MB")
    expectFailure(
      try Program.run("extract", "large.txt", in: folder, limit: 5), status: 65,
      naming: "large.txt: ", "too large")
  }

  @Test("--maximum-size sets the limit")
  func maximumSize() throws {
    let folder = try ScratchFolder()
    let lines = String(repeating: ScratchFolder.morning, count: 25_000)
    try folder.write(lines, to: "long.txt")
    expectFailure(
      try Program.run("extract", "long.txt", "--maximum-size", "1", in: folder), status: 65,
      naming: "long.txt: ", "too large")
    expectSuccess(try Program.run("extract", "long.txt", "--maximum-size", "2", in: folder))
  }

  @Test("A named pipe is left out and holds nothing up")
  func namedPipe() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    #expect(mkfifo(folder.place("pipe.txt").path, 0o600) == 0)
    expectReportWithout(
      try Program.run("compare", ".", in: folder), naming: "pipe.txt: ", "named pipe")
  }

  @Test(
    "A file without the right to read it is left out",
    .enabled(if: geteuid() != 0, "the superuser may read everything"))
  func withoutPermission() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write(ScratchFolder.morning, to: "secret.txt")
    #expect(chmod(folder.place("secret.txt").path, 0) == 0)
    expectReportWithout(
      try Program.run("compare", ".", in: folder), naming: "secret.txt: ", "Permission denied")
    expectFailure(
      try Program.run("extract", "secret.txt", in: folder), status: 74, naming: "secret.txt: ")
  }

  @Test("A folder with an event.yaml of its own is named, left out and no reason for --strict")
  func otherEvent() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.makeFolder("older")
    try folder.write("title: Older", to: "older/event.yaml")
    expectReportWithout(
      try Program.run("compare", ".", "--strict", in: folder), naming: "older: ", "another event")
  }
}
