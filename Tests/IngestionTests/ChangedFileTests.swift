import Foundation
import SeededRandomness
import Testing

@testable import Ingestion

/// The fixtures of all formats, damaged as transport and malice damage files.
@Suite("damaged files: an account or an error, and every range within its text")
struct ChangedFileTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats")

  /// All but PDF, which another program reads in a process of its own.
  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".pdf") }.sorted()

  private func bytes(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appendingPathComponent(file)))
  }

  private func check(_ bytes: [UInt8], named file: String) {
    let options = ReadingOptions(maximumExpandedSize: 1 << 20, maximumElements: 10_000)
    guard let reading = try? AccountReader(options: options).read(bytes, named: file) else {
      return
    }
    for account in reading.accounts {
      var end = 0
      for paragraph in account.paragraphs {
        #expect(paragraph.range.lowerBound >= end && !paragraph.range.isEmpty)
        end = paragraph.range.upperBound
      }
      #expect(end <= account.text.count)
      for quote in account.embeddedQuotes { #expect(quote.range.upperBound <= account.text.count) }
    }
  }

  @Test("bytes that were changed, taken out or doubled", arguments: files)
  func changed(file: String) throws {
    let original = try bytes(of: file)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[place], at: place)
        }
      }
      check(bytes, named: file)
    }
  }

  @Test("files that break off", arguments: files)
  func cutOff(file: String) throws {
    let original = try bytes(of: file)
    for end in stride(from: 0, to: original.count, by: 17) {
      check(Array(original[..<end]), named: file)
    }
  }

  @Test("files under the ending of another format", arguments: files)
  func otherEndings(file: String) throws {
    let original = try bytes(of: file)
    for ending in Set(Self.files.map { $0.split(separator: ".").last.map(String.init) ?? "" }) {
      check(original, named: "a.\(ending)")
    }
  }
}
