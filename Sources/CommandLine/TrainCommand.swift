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
      contradicted, or anything else, or with the claim's words as "claim_tokens" and, of each, whether it is \
      "unsupported". Every file counts the same. Writes support-document.json, support-sentence.json, \
      support-span.json, contradiction.json and uncovered.json into the folder, as far as the files tell: those of Sources/Alignment/Resources are made so.
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
        var blocks = try RequestBlocks(file: file, as: CheckRequest.init(line:))
        var requests: [CheckRequest] = []
        while true {
          let block = blocks.next()
          if let error = block.error { throw error }
          guard !block.requests.isEmpty else { break }
          requests += block.requests
        }
        try trainer.add(requests)
      }
      if let table {
        try Console.write(String(decoding: try trainer.table(), as: UTF8.self), to: table)
      }
      for (name, model) in try trainer.models() {
        try Console.write(String(decoding: model, as: UTF8.self) + "\n", to: "\(output)/\(name)")
      }
    }
  }
}
