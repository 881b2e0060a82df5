import Foundation
import Testing

@Suite("The report of a comparison")
struct ReportTests {
  private static let sample = Program.fixture("liverpool-2021")

  /// What the program says of the sample event, in Markdown.
  private func report(_ options: String...) throws -> Data {
    let answer = try Program.run(list: ["compare", Self.sample] + options)
    expectSuccess(answer)
    return answer.output
  }

  @Test(
    "The report of an event is the one that is kept (`make golden` rewrites it)",
    arguments: ["agreeing-2023", "liverpool-2021", "nippon-steel-2023", "noto-2024"])
  func golden(event: String) throws {
    let place = URL(fileURLWithPath: Program.fixture(event)).appendingPathComponent("report.md")
    let kept = try String(contentsOf: place, encoding: .utf8)
    let given = try Program.run("compare", Program.fixture(event)).text
    let difference = zip(given.split(separator: "\n"), kept.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(given == kept, "first difference: \(String(describing: difference))")
  }

  @Test("The page of an event is the one that is kept (`make golden` rewrites it)")
  func goldenPage() throws {
    let folder = Program.fixture("agreeing-2023")
    let kept = try String(contentsOfFile: folder + "/report.html", encoding: .utf8)
    let given = try Program.run("compare", folder, "--format", "html").text
    let difference = zip(given.split(separator: "\n"), kept.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(given == kept, "first difference: \(String(describing: difference))")
  }

  @Test(
    "The claims of an event's accounts are those that were checked by hand (`make golden` rewrites them)",
    arguments: [
      "liverpool-2021", "nippon-steel-2023", "noto-2024", "harbour-crossing-2024", "agreeing-2023",
    ])
  func goldenClaims(event: String) throws {
    let folder = URL(fileURLWithPath: Program.fixture(event))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { !$0.hasPrefix("report.") && $0 != "event.yaml" }
    let given = try names.map { name in
      "== \(name)\n" + (try Program.run("claims", folder.appendingPathComponent(name).path).text)
    }.joined()
    let kept = try String(
      contentsOf: URL(fileURLWithPath: Program.fixture("claims/\(event).txt")), encoding: .utf8)
    let difference = zip(given.split(separator: "\n"), kept.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(given == kept, "first difference: \(String(describing: difference))")
  }

  @Test("A second run gives the same bytes", arguments: ["markdown", "html", "json"])
  func secondRun(format: String) throws {
    #expect(try report("--format", format) == report("--format", format))
  }

  @Test("One thread gives the same bytes as many", arguments: ["markdown", "html", "json"])
  func oneThread(format: String) throws {
    let many = try report("--format", format, "--threads", "8")
    #expect(try report("--format", format, "--threads", "1") == many)
  }

  @Test("The first screen says what an analyst asks first")
  func firstScreen() throws {
    let screen = String(decoding: try report(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(40).joined(separator: "\n")
    let expected = [
      "Only J and JJ, one voice, give the duration: 25 minutes", "COVID-19", "China",
      "ASEAN centrality",
      "free and open Indo-Pacific",
      "free, open, interconnected, prosperous, resilient, and secure Indo-Pacific",
      "N draws on J, S and T",
    ]
    for part in expected {
      #expect(screen.contains(part), "\(part)")
    }
  }

  @Test("Files made in another order give the same bytes")
  func orderOfFiles() throws {
    let parent = try ScratchFolder()
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.sample).sorted()
    for (folder, names) in [("one/event", names), ("two/event", names.reversed())] {
      try parent.makeFolder(folder)
      for name in names {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.sample)/\(name)"))
        try parent.write(data, to: "\(folder)/\(name)")
      }
    }
    let one = try Program.run("compare", "one/event", in: parent)
    let two = try Program.run("compare", "two/event", in: parent)
    expectSuccess(one)
    #expect(one.output == two.output)
  }

  @Test("Files by other names with the same ids give the same findings")
  func renamedFiles() throws {
    let texts = [
      "A": "The mayor opened the bridge at 10:00. It cost 5 million euros.\n",
      "B": "The bridge was opened at 11:00 by the mayor. Two thousand people came.\n",
    ]
    let parent = try ScratchFolder()
    for (folder, files) in [
      ("one/event", ["A": "first.txt", "B": "second.txt"]),
      ("two/event", ["A": "z.txt", "B": "b.txt"]),
    ] {
      try parent.makeFolder(folder)
      var sources = "accounts:\n"
      for (id, name) in files.sorted(by: { $0.key < $1.key }) {
        try parent.write(texts[id] ?? "", to: "\(folder)/\(name)")
        sources += "  \(name): {id: \(id), publisher: Gazette \(id)}\n"
      }
      try parent.write(sources, to: "\(folder)/event.yaml")
    }
    let one = try Evidence.report(
      try Program.run("compare", "one/event", "--format", "json", in: parent))
    let two = try Evidence.report(
      try Program.run("compare", "two/event", "--format", "json", in: parent))
    for part in ["findings", "points", "claims", "facets"] {
      let first = try #require(one[part] as? NSArray)
      #expect(first.count > 0, "\(part)")
      #expect(first == two[part] as? NSArray, "\(part)")
    }
  }
}
