import Foundation

/// The reports of the fixtures as they are kept, and what is kept of a report (`Scripts/rewrite-golden`).
enum Golden {
  /// The names of all events in the fixtures that have reports: not those that are only learned from.
  static let events: [String] = {
    let folder = Program.root.appendingPathComponent("fixtures").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !["aligned", "claims"].contains($0) && !$0.contains(".") }.sorted()
  }()

  static func text(_ file: String, of event: String) throws -> String {
    try String(contentsOfFile: "\(Program.fixture(event))/\(file)", encoding: .utf8)
  }

  /// A page without its style and script, which are the same in all.
  static func page(_ report: String) -> String {
    var isLeftOut = false
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if ["<style>", "<script>"].contains(line) { isLeftOut = true }
      defer { if ["</style>", "</script>"].contains(line) { isLeftOut = false } }
      return !isLeftOut
    }
    return lines.joined(separator: "\n")
  }

  /// JSON with a line for each element of its lists.
  static func json(_ report: String) -> String {
    report.split(separator: "\n").reduce(into: "") { text, line in
      let rest = line.drop { $0 == " " }
      let indent = line.count - rest.count
      let isPart = indent > 4 || (indent == 4 && (rest.hasPrefix("}") || rest.hasPrefix("]")))
      text += isPart ? String(rest) : (text.isEmpty ? "" : "\n") + line
    } + "\n"
  }

  /// The first lines in which two texts differ, for messages.
  static func difference(_ given: String, _ kept: String) -> String {
    let pairs = zip(given.split(separator: "\n"), kept.split(separator: "\n"))
    return pairs.first { $0 != $1 }.map { "given: \($0)\nkept: \($1)" } ?? "another length"
  }
}
