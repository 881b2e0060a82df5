import Foundation

@testable import Language

/// The pipeline that set-up installs, and folders for damaged copies of it.
enum Fixture {
  static let folder = ModelStore().englishPipeline
  static let pipeline = Result { try EnglishPipeline(contentsOf: folder) }
  static let components = Result {
    let resources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Language/Resources/English")
    return try PipelineComponents(folder: folder.path, resources: resources.path)
  }

  /// Runs a test on a copy of the package; `change` does what the test is about.
  static func withPackage(
    _ change: (URL) throws -> Void, _ test: (URL) throws -> Void
  ) throws {
    let manager = FileManager.default
    let copy = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try manager.copyItem(at: folder, to: copy)
    defer { try? manager.removeItem(at: copy) }
    try change(copy)
    try test(copy)
  }

  /// Replaces text in a file of the package.
  static func replace(_ old: String, by new: String, in file: String, of package: URL) throws {
    let url = package.appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    precondition(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(
      to: url, atomically: true, encoding: .utf8)
  }

  /// Runs a test on a file with some bytes.
  static func withFile<Result>(
    _ bytes: [UInt8], _ test: (String) throws -> Result
  ) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try test(file.path)
  }
}
