import ArgumentParser
import Claims
import CrossreadKit
import Foundation
import Ingestion
import Language
import Reports
import Source

struct ClaimsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Print the claims of one account, each with its place, act and voice.",
    discussion: """
      With --input, a file of lines {"id", "text", "language"} gives a line of JSON for each, split into \
      propositions.
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file: String?

  @OptionGroup var answer: AnswerArguments

  @Option(help: "The format of the answer: text or json, as always with --input. (default: text)")
  var format: AnswerFormat?

  @Option(
    help: """
      How finely to split: claim, as reports are made of, or proposition, one for each item, addition, role \
      and bracket. (default: claim, proposition with --input)
      """)
  var granularity: Granularity?

  @OptionGroup var part: SplitArguments

  @OptionGroup var reading: ReadingArguments

  func validate() throws {
    try answer.validate(beside: file, isLineFormat: format != .text)
  }

  func run() async throws {
    try await Failure.reporting {
      if let input = answer.input { return try self.answer(linesOf: input) }
      if let file { try self.answer(accountsIn: file) }
    }
  }

  private func answer(accountsIn file: String) throws {
    let accounts = try reading.accounts(in: file, number: part.split)
    let reader = try ClaimReader(
      configuration: reading.configuration, languages: Set(accounts.map(\.language)),
      granularity: granularity ?? .claim)
    let report = ClaimsReport(claims: try reader.claims(of: accounts).flatMap { $0 })
    try Console.write(format == .json ? report.json() : report.text, to: answer.output)
  }

  /// Answers each line of a file with a line of JSON, in order; lines before a bad one are answered.
  private func answer(linesOf file: String) throws {
    var blocks = try RequestBlocks(file: file, as: AnalysisRequest.init(line:))
    let reader = try ClaimReader(
      configuration: reading.configuration, languages: [.english, .japanese],
      granularity: granularity ?? .proposition)
    try Console.stream(to: answer.output) { write in
      while true {
        let block = blocks.next()
        let claims = try reader.claims(of: block.requests.map { Account($0) })
        let answers = try zip(block.requests, claims).map {
          try ClaimsReport(claims: $1).line(id: $0.id)
        }
        if !answers.isEmpty { try write(Data(answers.joined().utf8)) }
        if let error = block.error { throw error }
        guard !block.requests.isEmpty else { return }
      }
    }
  }
}

extension Granularity: ExpressibleByArgument {}

extension Account {
  /// The text of a request, whose line feeds end paragraphs.
  fileprivate init(_ request: AnalysisRequest) {
    self.init(
      passages: request.text.components(separatedBy: "\n"),
      language: request.language.map(LanguageTag.init(rawValue:))
        ?? LanguageTag(scriptOf: request.text))
  }
}
