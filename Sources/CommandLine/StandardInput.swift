import CrossreadKit
import Foundation

/// What is piped into Crossread.
enum StandardInput {
  /// The name under which messages speak of it.
  static let name = "standard input"

  /// All bytes up to a limit, and one more, so that the reader sees that there are too many.
  static func data(limit: Int) throws -> Data {
    do {
      return try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw IngestionError(file: name, .unreadable(reason: error.localizedDescription))
    }
  }

  /// The bytes as UTF-8 text.
  static func text() throws -> String {
    let data = try data(limit: ReadingOptions().maximumFileSize)
    guard let text = String(data: data, encoding: .utf8) else {
      throw IngestionError(file: name, .undecodable(charset: "UTF-8"))
    }
    return text
  }
}
