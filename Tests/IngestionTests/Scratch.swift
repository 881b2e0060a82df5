import Foundation
import Source
import Testing

@testable import Ingestion

/// A folder for one test, which is gone when the test is.
final class Scratch {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "ingestion-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, content) in files { try write(content, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ content: String, to name: String) throws {
    try write(Array(content.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }
}

/// Two accounts of one event, as short as accounts may be.
let twoAccounts = [
  "mayor.txt": "The mayor opened the bridge on Monday.",
  "paper.txt": "The bridge was opened by the mayor.",
]

/// A time by which every test is over.
let tomorrow = Deadline(file: "a", limit: .seconds(86_400))

/// Reads a text as the only account of a file.
func account(_ text: String, named name: String) throws -> Account {
  try account(Array(text.utf8), named: name)
}

/// Reads bytes as the only account of a file.
func account(_ bytes: [UInt8], named name: String) throws -> Account {
  let accounts = try AccountReader().read(bytes, named: name).accounts
  return try #require(accounts.first)
}

/// The trouble with bytes that are no account.
func trouble(_ bytes: [UInt8], named name: String) -> IngestionError? {
  do {
    _ = try AccountReader().read(bytes, named: name)
    return nil
  } catch {
    return error
  }
}

/// The paragraphs of an account as they stand in its text.
func paragraphs(_ account: Account) -> [String] {
  account.paragraphs.map { account.text[$0.range] }
}

/// Bytes from their hexadecimal digits.
func bytes(hex digits: String) -> [UInt8] {
  let pairs = Array(digits.filter { !$0.isWhitespace })
  return stride(from: 0, to: pairs.count - 1, by: 2).compactMap {
    UInt8(String(pairs[$0...$0 + 1]), radix: 16)
  }
}
