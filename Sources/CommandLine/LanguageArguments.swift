import ArgumentParser
import Source

/// The option of the commands that write reports for people.
struct LanguageArguments: ParsableArguments {
  @Option(
    help: """
      The language of the report: en or ja. Quotes stay as they are, and the machine formats stay English.
      """)
  var reportLanguage: ReportLanguage = .english
}

extension ReportLanguage: ExpressibleByArgument {}
