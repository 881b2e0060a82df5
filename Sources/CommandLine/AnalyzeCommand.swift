import ArgumentParser
import CrossreadKit
import Foundation
import Source

struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract:
      "Print the words of an account: lemmas, tags, dependencies, names, sentence by sentence.",
    discussion: """
      With --input, a file of lines {"id", "text", "language"} gives a line of JSON for each. English is \
      analysed by the spaCy pipeline; Japanese by MeCab and rules for dependencies.
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file: String?

  @OptionGroup var answer: AnswerArguments

  @Option(
    help: "The format of the answer: conllu, or json, as always with --input. (default: conllu)")
  var format: AnalysisFormat?

  @OptionGroup var part: SplitArguments

  @OptionGroup var reading: ReadingArguments

  func validate() throws {
    try answer.validate(beside: file, isLineFormat: format != .conllu)
  }

  func run() async throws {
    try await Failure.reporting {
      if let input = answer.input { return try self.answer(linesOf: input) }
      if let file { try self.answer(accountsIn: file) }
    }
  }

  private func answer(accountsIn file: String) throws {
    let format = format ?? .conllu
    let accounts = try reading.accounts(in: file, number: part.split)
    var analyzer = TextAnalyzer(threads: reading.threads)
    try Console.stream(to: answer.output) { write in
      for account in accounts {
        let pieces = try analyzer.map(try paragraphs(of: account)) { index, document in
          format.bytes(of: document, paragraph: index, of: account)
        }
        try write(Data(pieces.joined()))
      }
    }
  }

  private func paragraphs(of account: Account) throws -> [TextAnalyzer.Text] {
    do {
      return try account.paragraphs.map {
        try TextAnalyzer.Text(Array(account.text.scalars[$0.range]), language: account.language)
      }
    } catch let error as TextAnalyzer.UnsupportedLanguage {
      throw IngestionError(
        file: account.file,
        .unsupported(
          format: "text in the language \"\(error.language)\"",
          instead: "give a text in one of \(TextAnalyzer.languageList)"))
    }
  }

  /// Answers each line of a file with a line of JSON, in order; lines before a bad one are answered.
  private func answer(linesOf file: String) throws {
    var lines = try JSONLines(file: file)
    var analyzer = TextAnalyzer(threads: reading.threads)
    try Console.stream(to: answer.output) { write in
      while true {
        let block = AnalysisBlock(reading: &lines, threads: reading.threads)
        let pieces = try analyzer.map(block.texts) { index, document in
          AnalysisRecord(document, id: block.ids[index]).bytes
        }
        if !pieces.isEmpty { try write(Data(pieces.joined())) }
        if let error = block.error { throw error }
        guard !pieces.isEmpty else { return }
      }
    }
  }
}

extension AnalysisFormat: ExpressibleByArgument {}

extension TextAnalyzer {
  /// The languages that are analysed, for messages: `en, ja`.
  fileprivate static var languageList: String {
    languages.map(\.rawValue).joined(separator: ", ")
  }
}

/// As many lines of `analyze --input` as are analysed at once: enough to keep all cores busy, and so few
/// that memory does not grow with the file.
private struct AnalysisBlock: Sendable {
  private(set) var ids: [String] = []
  private(set) var texts: [TextAnalyzer.Text] = []
  /// Why reading ended before the block was full, where the file was not at its end.
  private(set) var error: (any Error)?

  /// In bytes.
  private static let size = 1 << 19

  init(reading lines: inout JSONLines, threads: Int?) {
    var numbers: [Int] = []
    var read: [[UInt8]] = []
    var size = 0
    do {
      while size < Self.size, let line = try lines.next() {
        numbers.append(lines.number)
        read.append(line)
        size += line.count
      }
    } catch {
      self.error = error
    }
    let requests = AnalysisRequest.requests(of: read, threads: threads)
    for (number, request) in zip(numbers, requests) {
      do {
        try append(request, file: lines.file, line: number)
      } catch {
        self.error = error
        return
      }
    }
  }

  /// - Throws: `IngestionError` that names the file and the line when it is not such a line.
  private mutating func append(
    _ request: Result<AnalysisRequest, AnalysisRequest.Mistake>, file: String, line: Int
  ) throws {
    do {
      let request = try request.get()
      let language = request.language.map(LanguageTag.init(rawValue:)) ?? .english
      texts.append(try TextAnalyzer.Text(Array(request.text.unicodeScalars), language: language))
      ids.append(request.id)
    } catch let error as AnalysisRequest.Mistake {
      throw IngestionError(
        file: file, line: line, .malformed(format: "JSON", reason: "\(error)"))
    } catch let error as TextAnalyzer.UnsupportedLanguage {
      throw IngestionError(
        file: file, line: line,
        .invalidValue(
          key: "language",
          expected: "one of \(TextAnalyzer.languageList), not \"\(error.language)\""))
    }
  }
}
