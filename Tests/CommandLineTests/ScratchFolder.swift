import Foundation

/// A folder of its own for one test, taken away with it.
final class ScratchFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("crossread-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A folder with two short accounts, `a.txt` and `b.txt`, that give the same hour.
  static func withTwoAccounts() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(Self.morning, to: "a.txt")
    try folder.write("At 10:00 on 3 May 2020 the bridge was opened by the mayor.\n", to: "b.txt")
    return folder
  }

  static let morning = "The mayor opened the bridge at 10:00 on 3 May 2020.\n"

  func place(_ name: String) -> URL { url.appendingPathComponent(name) }

  func write(_ data: Data, to name: String) throws { try data.write(to: place(name)) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func data(_ name: String) throws -> Data { try Data(contentsOf: place(name)) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: place(name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: place(name).path, withDestinationPath: target)
  }

  /// A file of a size that takes no room on the disk.
  func writeSparse(_ name: String, bytes: UInt64) throws {
    try write(Data(), to: name)
    let handle = try FileHandle(forWritingTo: place(name))
    try handle.truncate(atOffset: bytes)
    try handle.close()
  }

  /// The names of what the folder holds, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }
}
