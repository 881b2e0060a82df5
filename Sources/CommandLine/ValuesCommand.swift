import ArgumentParser
import CrossreadKit
import Reports
import Source
import Values

struct ValuesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "Print the numbers, dates, times and durations in a text, normalised.")

  @Argument(help: "The text, or - for standard input.")
  var text: String

  @Option(help: "The language of the text.")
  var language: String = "en"

  @Option(
    help: ArgumentHelp(
      "The date of the text, by which \"today\" and \"last Saturday\" are resolved: 2021-12-11.",
      valueName: "date"))
  var reference: String?

  @Option(
    help: ArgumentHelp("The time zone of \"local time\": Europe/London.", valueName: "zone"))
  var timezone: String?

  @Option(help: "The format of the answer: text or json.")
  var format: AnswerFormat = .text

  func validate() throws {
    guard reference == nil || referenceDate != nil else {
      throw ValidationError("--reference must be a date such as 2021-12-11")
    }
  }

  private var referenceDate: Timestamp? { reference.flatMap { Timestamp(iso8601: $0) } }

  func run() async throws {
    try await Failure.reporting {
      let text = try text == "-" ? StandardInput.text() : text
      let recognizer = try ValueRecognizer(language: LanguageTag(rawValue: language))
      let values = recognizer.values(in: text, reference: referenceDate, timeZone: timezone)
      let report = ValuesReport(values: values)
      try Console.write(format == .text ? report.text : try report.json(), to: nil)
    }
  }
}
