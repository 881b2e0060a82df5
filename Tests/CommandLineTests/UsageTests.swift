import Testing

@Suite("Usage of the program")
struct UsageTests {
  @Test("--help tells the commands and the exit statuses")
  func help() throws {
    let answer = try Program.run("--help")
    expectSuccess(answer)
    for part in [
      "compare", "review", "extract", "claims", "values", "doctor", "65 bad input", "69",
    ] {
      // Help is wrapped to the width of the terminal.
      #expect(answer.text.replacing("\n", with: " ").contains(part), "\(part)")
    }
  }

  @Test(
    "Every command has its help",
    arguments: ["compare", "review", "extract", "claims", "values", "doctor"])
  func helpOfCommand(name: String) throws {
    let answer = try Program.run(name, "--help")
    expectSuccess(answer)
    #expect(answer.text.contains("USAGE: crossread \(name)"))
  }

  @Test("--version is three numbers and nothing else")
  func version() throws {
    let answer = try Program.run("--version")
    expectSuccess(answer)
    #expect(answer.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(answer.text)")
  }

  @Test(
    "Wrong usage ends with status 64 and nothing on standard output",
    arguments: [
      ["--bogus"], ["frobnicate"], ["compare"], ["compare", "a", "b"],
      ["compare", "x", "--fail-on", "foo"], ["compare", "x", "--format", "pdf"],
      ["compare", "x", "--threads", "0"], ["compare", "x", "--maximum-size", "0"],
      ["extract", "x", "--maximum-time", "0"],
      ["compare", "x", "--only", "rejected"], ["compare", "x", "--report-language", "fr"],
      ["compare", "x", "--fail-on", "reviewed"],
      ["compare", "x", "--since", "y", "--format", "csv"], ["review"],
      ["review", "x", "--at", "yesterday"], ["review", "x", "--by", " "],
      ["extract"], ["claims"], ["values"], ["values", "x", "--reference", "yesterday"],
    ])
  func wrongUsage(arguments: [String]) throws {
    let answer = try Program.run(list: arguments)
    #expect(answer.status == 64)
    #expect(answer.text == "")
    #expect(answer.errors.contains("Error: "))
    #expect(answer.errors.contains("Usage: crossread"))
  }
}
