import Foundation
import Testing

@testable import Ingestion

@Suite("the time that reading a file may take")
struct TimeLimitTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats")

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }
    .filter { !$0.hasSuffix(".pdf") || PDFProgram.location != nil }.sorted()

  private static let noTime = ReadingOptions(maximumTime: .zero)

  // Not by `AccountReader`, which looks at the time itself.
  @Test("the reader of every format stops when the time is over", arguments: files)
  func everyFormat(file: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(file)))
    #expect(throws: IngestionError(file: file, .takesTooLong(limit: .zero))) {
      try FormatReader(limits: ReadingLimits(Self.noTime, file: file)).read(
        SourceFile(name: file, bytes: bytes), charset: nil)
    }
  }

  @Test("each file of a folder has a time of its own, and is told of by its name")
  func eachFile() async throws {
    let scratch = try Scratch(twoAccounts)
    let event = try await EventReader(options: Self.noTime)
      .event(at: scratch.path, minimumAccounts: 0)
    #expect(event.accounts.isEmpty)
    #expect(
      event.problems
        == ["mayor.txt", "paper.txt"].map {
          IngestionError(file: $0, .takesTooLong(limit: .zero))
        })
  }

  @Test("the message gives the limit and what to do")
  func message() {
    let error = IngestionError(file: "a.html", .takesTooLong(limit: .seconds(60)))
    #expect(
      error.description
        == "a.html: takes more than 60 seconds to read; keep the part that matters, or raise the limit"
    )
  }

  @Test("a deadline passes at its end, and one that is far away does not")
  func deadlines() throws {
    #expect(Deadline(file: "a", limit: .zero).isPast)
    #expect(Deadline(file: "a", limit: .zero).rest == .zero)
    #expect(!Deadline(file: "a", limit: .seconds(86_400)).isPast)
    #expect(!Deadline(file: "a", limit: .seconds(Int64.max)).isPast)
  }

  @Test("who watches a deadline sees at the first step that it is past")
  func watch() {
    var watch = DeadlineWatch(Deadline(file: "a", limit: .zero))
    #expect(watch.step() && watch.isPast)
    var patient = DeadlineWatch(Deadline(file: "a", limit: .seconds(86_400)))
    #expect(!patient.step() && !patient.isPast)
  }
}
