import Foundation

/// What the command line asks for.
struct Invocation: Sendable {
  /// What is fuzzed.
  let target: FuzzTarget
  private let isListing: Bool
  private let seedFolder: String?
  private let growthFolder: String?
  private let seconds: Double

  /// That of this process, read once.
  static let current: Invocation = {
    let arguments = CommandLine.arguments
    func value(of name: String) -> String? {
      arguments.first { $0.hasPrefix("--\(name)=") }.map { String($0.dropFirst(name.count + 3)) }
    }
    let name = value(of: "target") ?? ""
    let isListing = arguments.contains("--list")
    guard let target = FuzzTarget.all.first(where: { $0.name == name || isListing }) else {
      fail("--target=NAME has to name one of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
    }
    return Invocation(
      target: target, isListing: isListing, seedFolder: value(of: "seeds"),
      growthFolder: value(of: "growth"), seconds: value(of: "seconds").flatMap(Double.init) ?? 60)
  }()

  /// Lists the targets, writes seeds or looks for growth; false where none of these is asked for.
  func runInPlaceOfFuzzing() throws -> Bool {
    if isListing {
      for target in FuzzTarget.all { print("\(target.name)\t\(target.maximumLength)") }
      return true
    }
    if let seedFolder {
      try writeSeeds(to: URL(fileURLWithPath: seedFolder))
      return true
    }
    if let growthFolder {
      try Growth(of: target, seconds: seconds).search(URL(fileURLWithPath: growthFolder))
      return true
    }
    return false
  }

  private func writeSeeds(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (index, seed) in try target.seeds(Repository()).enumerated() {
      let bytes = seed.prefix(target.maximumLength)
      try Data(bytes).write(to: folder.appendingPathComponent("seed-\(index)"))
    }
  }

  /// Tells what is wrong with the command line and ends.
  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("crossread-fuzz: \(message)\n".utf8))
    exit(64)
  }
}
