import Alignment
import ArgumentParser
import CrossreadKit
import Foundation

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn the weights by which claims are checked.",
    discussion: """
      Each file holds lines as for check --input, with the right answer as "label": supported or aligned, \
      contradicted, or anything else. Every file counts the same. Writes support.json and \
      contradiction.json into the folder: those of Sources/Alignment/Resources are made so.
      """)

  @Argument(help: "Files of labelled claims.", completion: .file())
  var files: [String]

  @Option(name: [.short, .long], help: "The folder to write to.", completion: .directory)
  var output: String

  @Option(
    help: "Also write the features of all examples to this file, a line of JSON each.",
    completion: .file())
  var table: String?

  func run() async throws {
    try await Failure.reporting {
      let store = ModelStore()
      var trainer = try CheckTrainer(
        store: store, encoder: SentenceEncoder(store: store, arithmetic: .float))
      for file in files {
        var lines = try JSONLines(file: file)
        var requests: [CheckRequest] = []
        while true {
          let block = CheckBlock(reading: &lines)
          if let error = block.error { throw error }
          guard !block.requests.isEmpty else { break }
          requests += block.requests
        }
        try trainer.add(requests)
      }
      if let table {
        try Console.write(String(decoding: try trainer.table(), as: UTF8.self), to: table)
      }
      for (name, model) in [
        ("support.json", try trainer.supportModel()),
        ("contradiction.json", try trainer.contradictionModel()),
      ] {
        try Console.write(String(decoding: model, as: UTF8.self) + "\n", to: "\(output)/\(name)")
      }
    }
  }
}
