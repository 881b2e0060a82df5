import ArgumentParser
import CrossreadKit
import Foundation
import Reports
import Review

/// Compares the accounts of a folder once, and writes the comparison in every format, each timed for itself.
struct ReportStage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: "Compare a folder once, stage by stage, and time the report in each format.",
    discussion: """
      Prints a line of JSON for each stage of the comparison and for each format: {"stage", "seconds", "processor", \
      "bytes"?, "peak"}, with the seconds of all threads together and the most memory held until then in MiB.
      """)

  @Argument(help: "A folder of accounts.", completion: .directory)
  var folder: String

  @Option(help: "Keep the reports in this folder, which is there.", completion: .directory)
  var output: String?

  private struct Line: Encodable {
    let stage: String
    let seconds: Double
    let processor: Double
    let bytes: Int?
    let peak: Double
  }

  /// A moment by the clock, and what the process has taken until then.
  private struct Reading: Sendable {
    let time = ContinuousClock().now
    /// Seconds of all threads, in user and system mode.
    let processor: Double
    /// The most memory held, in MiB.
    let peak: Double

    init() {
      var usage = rusage()
      getrusage(RUSAGE_SELF.rawValue, &usage)
      let times = [usage.ru_utime, usage.ru_stime]
      processor = times.map { Double($0.tv_sec) + Double($0.tv_usec) / 1_000_000 }.reduce(0, +)
      peak = Double(usage.ru_maxrss) / 1024
    }
  }

  func run() async throws {
    let (stages, beginning) = AsyncStream.makeStream(of: (Comparer.Stage, Reading).self)
    let comparison = try await Comparer().comparison(ofFolder: folder) { stage in
      beginning.yield((stage, Reading()))
    }
    let end = Reading()
    beginning.finish()
    var begun: [(stage: Comparer.Stage, start: Reading)] = []
    for await stage in stages { begun.append(stage) }
    for (one, next) in zip(begun, begun.dropFirst().map(\.start) + [end]) {
      try tell(one.stage.rawValue, from: one.start, to: next)
    }
    try write(comparison)
  }

  private func write(_ comparison: Comparison) throws {
    let reviewed = ReviewedComparison(comparison)
    try time("report.md") { try MarkdownReport().text(of: reviewed) }
    try time("report.html") { try HTMLReport().text(of: reviewed) }
    try time("report.csv") { CSVReport().text(of: comparison) }
    try time("report.json") { try JSONReport().text(of: reviewed) }
  }

  private func time(_ name: String, _ report: () throws -> String) throws {
    let start = Reading()
    let text = try report()
    try tell(name, from: start, to: Reading(), bytes: text.utf8.count)
    guard let output else { return }
    try Data(text.utf8).write(to: URL(fileURLWithPath: output).appendingPathComponent(name))
  }

  private func tell(
    _ stage: String, from start: Reading, to end: Reading, bytes: Int? = nil
  ) throws {
    let line = Line(
      stage: stage, seconds: (end.time - start.time) / .seconds(1),
      processor: end.processor - start.processor, bytes: bytes, peak: end.peak)
    let data = try JSONEncoder().encode(line)
    FileHandle.standardOutput.write(data + Data("\n".utf8))
  }
}
