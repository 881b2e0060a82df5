import ArgumentParser
import CrossreadKit
import Foundation

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what is installed, what is missing and which command gets it.",
    discussion: "Ends with status 69 when `compare` could not run.")

  @Flag(help: "List every file with its SHA-256.")
  var verbose = false

  @Option(help: "The format of the answer: text or json.")
  var format: AnswerFormat = .text

  func run() async throws {
    try await Failure.reporting {
      let examinations = Doctor().examine()
      try Console.write(
        format == .text ? text(of: examinations) : try json(of: examinations), to: nil)
      guard examinations.allSatisfy({ $0.isHealthy || !$0.isRequired }) else {
        throw ExitCode(ExitStatus.unavailable.rawValue)
      }
    }
  }

  private func text(of examinations: [Doctor.Examination]) -> String {
    let lines = examinations.flatMap { examination -> [String] in
      let name = [examination.component, examination.version].compactMap { $0 }
        .joined(separator: " ")
      guard let trouble = examination.trouble else {
        let place = examination.location.map { "  \($0)" } ?? ""
        return ["✓ \(name)\(place)"] + files(of: examination)
      }
      let remedy = examination.remedy.map { "; get it with: \($0)" } ?? ""
      let use = examination.neededFor.map { ", needed for \($0) only" } ?? ""
      return ["\(examination.isRequired ? "✗" : "–") \(name): \(trouble)\(use)\(remedy)"]
        + files(of: examination)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The largest file of a component, which is the one that matters, or with --verbose all of them.
  private func files(of examination: Doctor.Examination) -> [String] {
    let principal = examination.principalFile.map { [$0] } ?? []
    return (verbose ? examination.files : principal).map { "    \($0.path)  sha256 \($0.sha256)" }
  }

  private func json(of examinations: [Doctor.Examination]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(examinations), as: UTF8.self) + "\n"
  }
}
