import ArgumentParser

/// The options of the commands that answer one question or, by lines of JSON, many.
struct AnswerArguments: ParsableArguments {
  @Option(
    help: "Answer the lines of a file of JSON lines instead, - for standard input.",
    completion: .file())
  var input: String?

  @Option(
    name: [.short, .long],
    help: "Write the answer to this file instead of standard output.", completion: .file())
  var output: String?
}
