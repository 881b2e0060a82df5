import ArgumentParser
import CrossreadKit
import Foundation
import Ingestion

/// Reads the pages of a folder again and again, all of them held in memory before.
struct PageStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Read the pages of a folder once for each line of standard input.",
    discussion: """
      The first line of the answer is {"NAME": "TEXT", ...}, the text of each page by the name of its file; after it, the \
      seconds of processor time of each time, from bytes in memory to accounts, on one thread.
      """)

  @Argument(help: "A folder of files.", completion: .directory)
  var folder: String

  func run() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let pages = try names.map { name in
      (name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
    }
    let reader = AccountReader()
    var texts: [String: String] = [:]
    for (name, bytes) in pages {
      let accounts = try? reader.read(bytes, named: name).accounts
      texts[name] = accounts?.map(\.text.string).joined(separator: "\n\n")
    }
    Self.print(String(decoding: try JSONEncoder().encode(texts), as: UTF8.self))
    while readLine() != nil {
      let start = Self.processorTime()
      for (name, bytes) in pages { _ = try? reader.read(bytes, named: name) }
      Self.print("\(Self.processorTime() - start)")
    }
  }

  /// The seconds that the process has had of a processor so far.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Prints a line at once: the other side waits for it.
  private static func print(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
