import ArgumentParser
import CrossreadKit
import Foundation
import Review
import Source

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Read the decisions out of an edited report and keep them in the folder.",
    discussion: """
      Tick one box under a finding of the Markdown report, write what you think behind Note:, and run this \
      command. It takes what you edited into review.yaml in FOLDER, and the next `crossread compare` shows \
      each decision where it belongs. No model is needed.

      An edit that cannot be read is reported with its line; the others are kept, and the status is 65.
      """)

  @Argument(help: "The folder that holds the accounts of one event.", completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "The edited report (default: report.md in FOLDER), or - for standard input.",
      valueName: "file"), completion: .file())
  var report: String?

  @Option(
    help: ArgumentHelp("Who decided (default: the name you are logged in by).", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "When, as ISO 8601 has it: 2024-05-14 or 2024-05-14T09:30:00Z (default: now).",
      valueName: "date"))
  var at: String?

  func validate() throws {
    if let at, Timestamp(iso8601: at) == nil {
      throw ValidationError("--at should be a date of ISO 8601, such as 2024-05-14")
    }
    if let by, by.allSatisfy(\.isWhitespace) { throw ValidationError("--by should be a name") }
  }

  func run() async throws {
    try await Failure.reporting {
      let path = report ?? (folder.hasSuffix("/") ? folder : folder + "/") + Self.defaultReport
      let text = try text(of: path)
      let reading = try ReportReader().reading(of: text, file: path)
      guard !reading.entries.isEmpty else { throw ReviewError(file: path, .noFinding) }
      // Held until the end, so that two reviews at a time do not overwrite each other.
      let lock = try FolderLock(folder)
      defer { lock.release() }
      let merge = ReviewMerge(
        reading.entries, into: try ReviewFile(inFolder: folder), report: path,
        by: by ?? Self.loginName, at: at ?? Self.now)
      if !merge.changes.isEmpty { try keep(merge.file) }
      try note(merge.file, in: reading, of: text, at: path)
      try tell(merge, reading.problems)
    }
  }

  /// The report that is read where none is named.
  static let defaultReport = "report.md"

  private func text(of path: String) throws -> String {
    if path == "-" { return try StandardInput.text() }
    guard let text = try TextFile.text(at: path) else {
      throw ReviewError(file: path, report == nil ? .noDefaultReport(folder: folder) : .noReport)
    }
    return text
  }

  private func keep(_ file: ReviewFile) throws {
    let path = ReviewFile.path(inFolder: folder)
    let old = try TextFile.text(at: path, within: folder)
    try Console.write(old.map(file.text(replacing:)) ?? file.text, to: path)
  }

  /// Notes in the report what has been read of it; the report itself is not touched but in its invisible marks.
  private func note(
    _ file: ReviewFile, in reading: ReportReader.Reading, of text: String, at path: String
  ) throws {
    let noted = reading.text(text, noting: file)
    // A report in another charset is left as it is.
    guard path != "-", noted != text, let bytes = FileManager.default.contents(atPath: path),
      bytes == Data(text.utf8)
    else { return }
    try Console.write(noted, to: path)
  }

  private func tell(_ merge: ReviewMerge, _ problems: [ReportProblem]) throws {
    for change in merge.changes {
      guard let replaced = change.replaced else { continue }
      Console.error(
        "\(change.finding): \(replaced.by) decided \"\(replaced.verdict.rawValue)\" since the report was"
          + " written; that is kept as an earlier decision")
    }
    let problems = (problems + merge.problems).sorted { $0.line < $1.line }
    for problem in problems { Console.error(problem.description) }
    let counts = [
      (ReviewMerge.Change.Kind.added, "new"), (.changed, "changed"), (.withdrawn, "withdrawn"),
    ].map { kind, word in "\(merge.changes.count { $0.kind == kind }) \(word)" }
    try Console.write(
      "\(ReviewFile.path(inFolder: folder)): \(merge.file.decisions.count) decisions: "
        + counts.joined(separator: ", ") + "\n", to: nil)
    if !problems.isEmpty { throw ExitCode(ExitStatus.badInput.rawValue) }
  }

  /// The name of who is logged in.
  private static var loginName: String {
    let environment = ProcessInfo.processInfo.environment
    let name = ["USER", "LOGNAME"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return name ?? NSUserName()
  }

  /// The one place where Crossread looks at a clock: `--at` spares it.
  private static var now: String {
    let formatter = ISO8601DateFormatter()
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    return formatter.string(from: Date())
  }
}

/// A report that cannot be reviewed.
struct ReviewError: Error, CustomStringConvertible {
  enum Trouble {
    case noReport
    case noDefaultReport(folder: String)
    case noFinding
    /// A report that is about to be written over has edits that have not been read.
    case unread(folder: String, count: Int)
  }

  let file: String
  let trouble: Trouble

  init(file: String, _ trouble: Trouble) {
    self.file = file
    self.trouble = trouble
  }

  var description: String {
    switch trouble {
    case .noReport: "\(file): no such file; check the path"
    case .noDefaultReport(let folder):
      "\(file): no such report; write one with `crossread compare \(folder) -o \(file)`, or name yours"
        + " with --report"
    case .noFinding:
      "\(file): holds no finding; name a report in Markdown that `crossread compare` has written"
    case .unread(let folder, let count):
      "\(file): \(count) of its findings are edited and not read back; run `crossread review \(folder)"
        + " --report \(file)` first, or write to another file"
    }
  }
}
