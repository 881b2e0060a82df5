import ArgumentParser
import CrossreadKit
import Foundation
import Reports
import Source
import Values

struct ValuesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "Print the numbers, dates, times and durations in a text, normalised.",
    discussion: """
      Each line gives the words, their type, their normal form and, for dates and times, the TIMEX3 value.
      With --input, a file of lines {"id", "text", "language", "reference"} gives a line of JSON for each.
      JSON also lists the numbers inside other values (20 in "$20"), marked "inside".
      """)

  @Argument(help: "The text, or - for standard input.")
  var text: String?

  @Option(help: "Read texts from a file of JSON lines instead.", completion: .file())
  var input: String?

  @Option(
    help:
      "The language of the text: en, ja. Without it, Japanese is told from English by its script.")
  var language: String?

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
    guard (text == nil) != (input == nil) else {
      throw ValidationError("give either a text or --input")
    }
    guard reference == nil || referenceDate != nil else {
      throw ValidationError("--reference must be a date such as 2021-12-11")
    }
  }

  private var referenceDate: Timestamp? { reference.flatMap { Timestamp(iso8601: $0) } }

  func run() async throws {
    try await Failure.reporting {
      if let input { return try answer(linesOf: input) }
      let text = try text == "-" ? StandardInput.text() : text ?? ""
      let recognizer = try self.recognizer(for: tag(language, of: text))
      let report = self.report(on: text, by: recognizer, reference: referenceDate)
      try Console.write(format == .text ? report.text : try report.json(), to: nil)
    }
  }

  /// The recognizer of a language; a note says where it knows none of its words.
  private func recognizer(for language: LanguageTag) throws -> ValueRecognizer {
    let recognizer = try ValueRecognizer(language: language)
    if recognizer.readsDigitsOnly {
      Console.error(
        "there are no tables of numbers and dates for the language \"\(language)\": only digits are read"
      )
    }
    return recognizer
  }

  /// The language that is named, or the one that the text is written in.
  private func tag(_ name: String?, of text: String) -> LanguageTag {
    name.map(LanguageTag.init(rawValue:)) ?? LanguageTag(scriptOf: text)
  }

  /// Answers each line of a file with a line of JSON, in order.
  private func answer(linesOf file: String) throws {
    var recognizers: [LanguageTag: ValueRecognizer] = [:]
    var lines = try JSONLines(file: file)
    while let line = try lines.next() {
      let request = try ValuesRequest(line: Data(line), number: lines.number, file: file)
      let tag = self.tag(request.language ?? language, of: request.text)
      let recognizer = try recognizers[tag] ?? self.recognizer(for: tag)
      recognizers[tag] = recognizer
      let report = report(
        on: request.text, by: recognizer, reference: request.reference ?? referenceDate)
      try Console.write(try report.line(id: request.id), to: nil)
    }
  }

  private func report(
    on text: String, by recognizer: ValueRecognizer, reference: Timestamp?
  ) -> ValuesReport {
    let source = SourceText(text)
    let values = recognizer.values(
      in: source, range: source.range, reference: reference, timeZone: timezone)
    return ValuesReport(values: values, inner: recognizer.numbers(inside: values, of: source))
  }
}

/// One line of `values --input`.
private struct ValuesRequest {
  let id: String
  let text: String
  let language: String?
  let reference: Timestamp?

  private struct Record: Decodable {
    let id: String
    let text: String
    let language: String?
    let reference: String?
  }

  /// - Throws: `IngestionError` that names the file and the line when it is not such a line.
  init(line: Data, number: Int, file: String) throws {
    guard let record = try? JSONDecoder().decode(Record.self, from: line) else {
      throw IngestionError(
        file: file, line: number,
        .malformed(format: "JSON", reason: "a line needs \"id\" and \"text\""))
    }
    id = record.id
    text = record.text
    language = record.language
    reference = record.reference.flatMap { Timestamp(iso8601: $0) }
  }
}
