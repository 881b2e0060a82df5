import ArgumentParser
import CrossreadKit
import Foundation
import Reports

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print an account as it is read: its text, and with --format json its metadata too.")

  @Argument(
    help: "The file, or - for standard input.", completion: .file())
  var file: String

  @Option(help: "The format of the answer: text or json.")
  var format: AnswerFormat = .text

  @OptionGroup var part: SplitArguments

  @OptionGroup var reading: ReadingArguments

  func run() async throws {
    try await Failure.reporting {
      let report = AccountReport(accounts: try reading.accounts(in: file, number: part.split))
      try Console.write(format == .text ? report.text : try report.json(), to: nil)
    }
  }
}

/// The format of an answer that is no report.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
