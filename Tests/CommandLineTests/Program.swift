import Foundation

/// The program under test, run as a process of its own as a person or a script runs it.
enum Program {
  /// What a run of the program gave.
  struct Answer {
    var status: Int32
    var output: Data
    var errors: String
    /// Whether the run was ended because it took too long.
    var isOverdue: Bool

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of standard error; a last line without its line end counts too.
    var errorLines: [String] {
      var lines = errors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines
    }

    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: output, options: [.fragmentsAllowed])
    }
  }

  /// Why the program could not be run at all.
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  /// The folder of this package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of an event of the fixtures.
  static func fixture(_ name: String) -> String {
    root.appendingPathComponent("fixtures").appendingPathComponent(name).path
  }

  /// The executable, which the build puts beside the test bundle.
  static func executable() throws -> URL {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map(\.bundleURL)
    let places = bundles + [Bundle.main.executableURL].compactMap { $0 }
    let candidates = places.map {
      $0.deletingLastPathComponent().appendingPathComponent("crossread")
    }
    let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else {
      throw Missing(description: "no crossread beside \(places.map(\.path)); run `swift build`")
    }
    return found
  }

  /// Runs the program and waits for it, at most `limit` seconds.
  ///
  /// Its streams are files, so that no full pipe can hold it up.
  static func run(
    _ arguments: String..., in folder: ScratchFolder? = nil, input: Data = Data(),
    environment: [String: String] = [:], limit: Double = 60
  ) throws -> Answer {
    try run(
      list: arguments, in: folder, input: input, environment: environment, limit: limit)
  }

  /// Runs the program with arguments that stand in a list.
  static func run(
    list arguments: [String], in folder: ScratchFolder? = nil, input: Data = Data(),
    environment: [String: String] = [:], limit: Double = 60
  ) throws -> Answer {
    let streams = try ScratchFolder()
    try streams.write(input, to: "input")
    try streams.write(Data(), to: "output")
    try streams.write(Data(), to: "errors")

    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder?.url ?? root
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, given in given }
    process.standardInput = try FileHandle(forReadingFrom: streams.place("input"))
    process.standardOutput = try FileHandle(forWritingTo: streams.place("output"))
    process.standardError = try FileHandle(forWritingTo: streams.place("errors"))
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let isOverdue = ended.wait(timeout: .now() + limit) == .timedOut
    if isOverdue {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    return Answer(
      status: process.terminationStatus, output: try streams.data("output"),
      errors: String(decoding: try streams.data("errors"), as: UTF8.self), isOverdue: isOverdue)
  }
}
