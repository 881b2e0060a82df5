import Foundation

/// The files of the repository from which seeds are made.
struct Repository {
  private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The fixtures of `docs/formats.md` of these names.
  func formats(_ names: [String]) throws -> [[UInt8]] {
    try files(names.map { "Tests/IngestionTests/Formats/\($0)" })
  }

  /// Files by their paths in the repository.
  func files(_ paths: [String]) throws -> [[UInt8]] {
    try paths.map { Array(try Data(contentsOf: root.appendingPathComponent($0))) }
  }

  /// The files in the folders of `fixtures` whose names end so, and are no reports, by path.
  func fixtures(ending endings: String...) throws -> [[UInt8]] {
    let folder = root.appendingPathComponent("fixtures")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let chosen = (paths ?? []).filter { path in
      let name = path.split(separator: "/").last ?? ""
      return endings.contains { name.hasSuffix($0) } && !name.hasPrefix("report.")
        && !path.hasPrefix("claims/")
    }
    return try files(chosen.sorted().map { "fixtures/\($0)" })
  }
}
