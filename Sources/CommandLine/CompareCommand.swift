import ArgumentParser
import CrossreadKit
import Foundation
import Reports

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the accounts in a folder and write a report.",
    discussion: """
      Every file in FOLDER that is a web page, a text, Markdown or a post as JSON is one account. An \
      optional event.yaml there names the event and its sources. A file that cannot be read is reported \
      and left out; the others are compared.
      """)

  @Argument(help: "The folder that holds the accounts of one event.", completion: .directory)
  var folder: String

  @Option(
    name: [.short, .long],
    help: "Write the report to this file instead of standard output.", completion: .file())
  var output: String?

  @Option(help: "The format of the report: markdown or json.")
  var format: ReportFormat = .markdown

  @Option(
    help: ArgumentHelp(
      "End with status 1 when there are findings of these kinds: \(FindingKinds.allNames).",
      valueName: "kinds"))
  var failOn: FindingKinds = FindingKinds(kinds: [])

  @Flag(help: "End with status 65 when a file was left out; the report is written all the same.")
  var strict = false

  @OptionGroup var reading: ReadingArguments

  func run() async throws {
    try await Failure.reporting {
      let comparer = Comparer(configuration: reading.configuration)
      let comparison = try await comparer.comparison(ofFolder: folder) { stage in
        Console.progress("\(stage.description) …")
      }
      Console.endProgress()
      for problem in comparison.event.problems { Console.error(problem.description) }
      try Console.write(try format.report(of: comparison), to: output)
      try finish(comparison)
    }
  }

  private func finish(_ comparison: Comparison) throws {
    if strict, comparison.event.problems.contains(where: { !$0.isNote }) {
      throw ExitCode(ExitStatus.badInput.rawValue)
    }
    if comparison.findings.contains(where: { failOn.kinds.contains($0.kind) }) {
      throw ExitCode(ExitStatus.matched.rawValue)
    }
  }
}

/// The format of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown, json

  func report(of comparison: Comparison) throws -> String {
    switch self {
    case .markdown: try MarkdownReport().text(of: comparison)
    case .json: try JSONReport().text(of: comparison)
    }
  }
}

/// Kinds of findings as an option takes them: `difference,omission`.
struct FindingKinds: ExpressibleByArgument {
  let kinds: Set<Finding.Kind>

  static let allNames = Finding.Kind.allCases.map(\.rawValue).joined(separator: ", ")

  init(kinds: Set<Finding.Kind>) {
    self.kinds = kinds
  }

  init?(argument: String) {
    let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let kinds = names.compactMap(Finding.Kind.init(rawValue:))
    guard !names.isEmpty, kinds.count == names.count else { return nil }
    self.kinds = Set(kinds)
  }

  var defaultValueDescription: String { "none" }

  static let allValueStrings = Finding.Kind.allCases.map(\.rawValue)
}

extension Comparer.Stage {
  fileprivate var description: String {
    switch self {
    case .reading: "reading the accounts"
    case .analyzing: "analysing their language"
    case .claims: "finding their claims"
    case .aligning: "lining the claims up"
    case .findings: "drawing findings"
    }
  }
}
