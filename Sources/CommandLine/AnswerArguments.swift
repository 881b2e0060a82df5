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

extension AnswerArguments {
  /// Refuses a file beside `--input`, neither, and another format than JSON for lines.
  ///
  /// - Parameter isLineFormat: whether the format that was asked for is one that lines are answered in.
  func validate(beside file: String?, isLineFormat: Bool) throws {
    guard (file == nil) != (input == nil) else {
      throw ValidationError("give either a file or --input")
    }
    guard input == nil || isLineFormat else {
      throw ValidationError("--input is answered in JSON; leave --format out")
    }
  }
}
