import ArgumentParser
import CrossreadKit
import Reports

struct ClaimsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Print the claims of one account, each with its place, act and voice.")

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file: String

  @Option(help: "The format of the answer: text or json.")
  var format: AnswerFormat = .text

  @OptionGroup var reading: ReadingArguments

  func run() async throws {
    try await Failure.reporting {
      let comparer = Comparer(configuration: reading.configuration)
      let claims = try reading.accounts(in: file).flatMap(comparer.claims(of:))
      let report = ClaimsReport(claims: claims)
      try Console.write(format == .text ? report.text : try report.json(), to: nil)
    }
  }
}
