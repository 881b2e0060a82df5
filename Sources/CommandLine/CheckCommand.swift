import Alignment
import ArgumentParser
import CrossreadKit
import Foundation
import Reports
import Source

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say which accounts state a claim, contradict it or leave it out.",
    discussion: """
      With --input, a file of lines {"id", "claim", "source": {"text"} | {"sentences": [...]}} gives a line of \
      JSON for each: verdict, support, contradiction, evidence, what the source does not cover, and why. Lines that \
      follow on each other with the same claim are one question to several sources.
      """)

  @Argument(help: "The claim, or - for standard input.")
  var claim: String?

  @Argument(help: "The folder with the accounts.", completion: .directory)
  var folder: String?

  @OptionGroup var answer: AnswerArguments

  @Option(help: "The format of the answer: markdown or json, as always with --input.")
  var format: CheckFormat?

  @OptionGroup var language: LanguageArguments

  @OptionGroup var reading: ReadingArguments

  func validate() throws {
    let isComplete =
      answer.input == nil ? claim != nil && folder != nil : claim == nil && folder == nil
    guard isComplete else {
      throw ValidationError("give either a claim and a folder, or --input")
    }
    guard answer.input == nil || format != .markdown else {
      throw ValidationError("--input is answered in JSON; leave --format out")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      if let input = answer.input { return try self.answer(linesOf: input) }
      if let claim, let folder { try await self.answer(claim, in: folder) }
    }
  }

  private func checker() throws -> ClaimChecker {
    let store = ModelStore()
    let encoder = try SentenceEncoder(store: store, threads: reading.threads, arithmetic: .float)
    return try ClaimChecker(store: store, encoder: encoder)
  }

  private func answer(_ claim: String, in folder: String) async throws {
    let claim = try claim == "-" ? StandardInput.text() : claim
    let event = try await EventReader(options: reading.options).event(at: folder)
    let checker = try checker()
    let requests = event.accounts.map { CheckRequest(claim: claim, account: $0) }
    let answers = try checker.answers(to: requests, threads: reading.threads)
    let report = try CheckReport(
      claim: claim, accounts: event.accounts, answers: answers,
      in: language.reportLanguage)
    try Console.write(format == .json ? report.json : report.markdown, to: answer.output)
  }

  /// Answers each line of a file with a line of JSON, in order; lines before a bad one are answered.
  private func answer(linesOf file: String) throws {
    var blocks = try RequestBlocks(
      file: file, as: CheckRequest.init(line:), joining: { $1.hasClaim(of: $0) })
    let checker = try checker()
    try Console.stream(to: answer.output) { write in
      while true {
        let block = blocks.next()
        let answers = try checker.answers(to: block.requests, threads: reading.threads)
        let text = zip(block.requests, answers).map { $1.line(id: $0.id) }.joined()
        if !text.isEmpty { try write(Data(text.utf8)) }
        if let error = block.error { throw error }
        guard !block.requests.isEmpty else { return }
      }
    }
  }
}

/// How the answer to one claim is written.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown, json
}
