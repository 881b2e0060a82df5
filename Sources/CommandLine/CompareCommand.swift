import ArgumentParser
import CrossreadKit
import Foundation
import Reports
import Review

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the accounts in a folder and write a report.",
    discussion: """
      Every file in FOLDER and in the folders in it is an account, or several: web pages, texts, mails, PDF, \
      office documents, feeds, transcripts, posts (docs/formats.md). An optional event.yaml there names the event and its sources. A file that cannot be read is reported \
      and left out; the others are compared. Decisions that `crossread review` has kept in review.yaml there \
      are shown with their findings.
      """)

  @Argument(help: "The folder that holds the accounts of one event.", completion: .directory)
  var folder: String

  @Option(
    name: [.short, .long],
    help: "Write the report to this file instead of standard output.", completion: .file())
  var output: String?

  @Option(
    help: """
      The format of the report: markdown, html (one page), json or csv (points by accounts). (default: by the name \
      of the file, else markdown)
      """)
  var format: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "Leave all findings out but these: accepted, without boxes and notes, for others to read.",
      valueName: "decision"))
  var only: Selection?

  @Option(
    help: ArgumentHelp(
      "Tell what changed since an earlier comparison, written with --format json.",
      valueName: "file"), completion: .file())
  var since: String?

  @Option(
    help: ArgumentHelp(
      "End with status 1 when there are findings of these kinds that were not rejected:"
        + " \(FindingKinds.allNames), or with unreviewed: any on which nobody has decided.",
      valueName: "kinds"))
  var failOn: FindingKinds = FindingKinds(kinds: [])

  @Flag(help: "End with status 65 when a file was left out; the report is written all the same.")
  var strict = false

  @Flag(help: "Print a long event in full; without it the report says what it leaves out.")
  var full = false

  @OptionGroup var language: LanguageArguments

  @OptionGroup var reading: ReadingArguments

  private var chosenFormat: ReportFormat {
    format ?? output.flatMap(ReportFormat.init(fileName:)) ?? .markdown
  }

  func validate() throws {
    guard since == nil || chosenFormat != .csv else {
      throw ValidationError("--since is told in markdown, html and json, not in csv")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      // What is wrong with these is told before the work is done.
      let decisions = try ReviewFile(inFolder: folder, options: reading.options)
      let earlier = try since.map(earlierComparison)
      let comparer = Comparer(configuration: reading.configuration)
      let comparison = try await comparer.comparison(ofFolder: folder) { stage in
        Console.progress("\(stage.description) …")
      }
      Console.endProgress()
      for problem in comparison.event.problems { Console.error(problem.description) }
      let reviewed = ReviewedComparison(comparison, decisions: decisions)
      let changes = earlier.map { ComparisonChanges(from: $0, to: comparison) }
      try refuseUnread(decisions)
      Console.progress("writing the report …")
      let report = try report(of: reviewed, changes: changes)
      Console.endProgress()
      try Console.write(report, to: output)
      try finish(reviewed)
    }
  }

  private func report(
    of reviewed: ReviewedComparison, changes: ComparisonChanges?
  ) throws -> String {
    let audience: MarkdownReport.Audience = only == nil ? .reviewers : .others
    let language = language.reportLanguage
    switch chosenFormat {
    case .markdown:
      return try MarkdownReport(for: audience, in: language, isFull: full)
        .text(of: reviewed, changes: changes)
    case .html:
      return try HTMLReport(for: audience, in: language, isFull: full)
        .text(of: reviewed, changes: changes)
    case .json:
      return try JSONReport().text(
        of: only == nil ? reviewed : ReviewedComparison(reviewed.accepted), changes: changes)
    case .csv:
      return CSVReport().text(of: only == nil ? reviewed.comparison : reviewed.accepted)
    }
  }

  private func earlierComparison(at path: String) throws -> EarlierComparison {
    guard let text = try TextFile.text(at: path, options: reading.options) else {
      throw IngestionError(file: path, .missing)
    }
    return try EarlierComparison(text, file: path)
  }

  /// Refuses to write over a report in which somebody has decided something that is kept nowhere else.
  private func refuseUnread(_ decisions: ReviewFile) throws {
    guard let output, output != "-", let text = try? TextFile.text(at: output) else { return }
    let reading = try ReportReader().reading(of: text, file: output)
    let merge = ReviewMerge(reading.entries, into: decisions, report: output, by: "", at: "")
    let count = merge.changes.count + merge.problems.count + reading.problems.count
    guard count == 0 else {
      throw ReviewError(file: output, .unread(folder: folder, count: count))
    }
  }

  private func finish(_ reviewed: ReviewedComparison) throws {
    if strict, reviewed.comparison.event.problems.contains(where: { !$0.isNote }) {
      throw ExitCode(ExitStatus.badInput.rawValue)
    }
    let isUnreviewed = failOn.includesUnreviewed && !reviewed.unreviewed.isEmpty
    if isUnreviewed || reviewed.open.contains(where: { failOn.kinds.contains($0.kind) }) {
      throw ExitCode(ExitStatus.matched.rawValue)
    }
  }
}

/// Which findings a report is limited to.
enum Selection: String, ExpressibleByArgument, CaseIterable {
  case accepted
}

/// The format of a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown, html, json, csv

  /// The format that the ending of a file's name tells; nothing where it tells none.
  init?(fileName: String) {
    let ending = (fileName as NSString).pathExtension.lowercased()
    let endings = ["md": Self.markdown, "htm": .html].merging(
      Self.allCases.map { ($0.rawValue, $0) }
    ) { first, _ in first }
    guard let format = endings[ending] else { return nil }
    self = format
  }
}

/// Kinds of findings as an option takes them: `difference,omission`, and `unreviewed` beside them.
struct FindingKinds: ExpressibleByArgument {
  let kinds: Set<Finding.Kind>
  let includesUnreviewed: Bool

  static let allNames = Finding.Kind.allCases.map(\.rawValue).joined(separator: ", ")
  private static let unreviewed = "unreviewed"

  init(kinds: Set<Finding.Kind>, includesUnreviewed: Bool = false) {
    self.kinds = kinds
    self.includesUnreviewed = includesUnreviewed
  }

  init?(argument: String) {
    let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let others = names.filter { $0 != Self.unreviewed }
    let kinds = others.compactMap(Finding.Kind.init(rawValue:))
    guard !names.isEmpty, kinds.count == others.count else { return nil }
    self.init(kinds: Set(kinds), includesUnreviewed: others.count < names.count)
  }

  var defaultValueDescription: String { "none" }

  static let allValueStrings = Finding.Kind.allCases.map(\.rawValue) + [unreviewed]
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
