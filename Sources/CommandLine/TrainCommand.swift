import Alignment
import ArgumentParser
import CrossreadKit
import Foundation

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn the weights by which claims are compared and checked.",
    discussion: """
      Each file holds lines as for check --input, with the right answer as "label": supported or aligned, \
      contradicted, or anything else, or with the claim's words as "claim_tokens" and, of each, whether it is \
      "unsupported". Every file and every folder of events counts the same. Writes similarity.json (from the events), \
      support-document.json, support-foreign.json, support-sentence.json, support-span.json, contradiction.json and \
      uncovered.json into the folder, as far as the files and events tell: those of Sources/Alignment/Resources are made so. \
      Without files and events, it makes background-vectors.txt anew, as is needed where background.yaml or the encoder \
      has changed; train again after it.
      """)

  @Argument(help: "Files of labelled claims.", completion: .file())
  var files: [String] = []

  @Option(
    name: [.short, .long], help: "The folder to write to; made where there is none.",
    completion: .directory)
  var output: String

  @Option(
    help: "Also write the features of all examples to this file, a line of JSON each.",
    completion: .file())
  var table: String?

  @Option(
    help: ArgumentHelp(
      "A folder of events whose accounts people have read for facts.",
      discussion:
        "For each folder EVENT of accounts in it, EVENT.gold.json tells the facts: \"facts\", each with its \"id\" and its place \"in\" the body of each file. May be given several times."
    ),
    completion: .directory)
  var events: [String] = []

  @Flag(help: "Learn only how alike two claims are that say the same, from the events.")
  var onlySimilarity = false

  func run() async throws {
    try await Failure.reporting {
      // Nobody waits ten minutes to learn that there is no such folder.
      try Console.makeFolder(output)
      let store = ModelStore()
      let encoder = try SentenceEncoder(store: store, arithmetic: .float)
      guard !files.isEmpty || !events.isEmpty else {
        let background = try BackgroundFile(encoder: encoder)
        return try Console.write(background.text, to: "\(output)/\(BackgroundFile.name)")
      }
      var trainer = try CheckTrainer(store: store, encoder: encoder)
      var similarity = try SimilarityTrainer(encoder: encoder)
      for file in onlySimilarity ? [] : files {
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
      for folder in events {
        var aligned: [AlignedEvent] = []
        for event in try Self.alignedEvents(in: folder) {
          aligned.append(
            try await AlignedEvent(folder: event.folder, gold: event.gold, store: store))
        }
        for event in aligned { try similarity.add(event) }
        if !onlySimilarity { try trainer.add(aligned) }
      }
      if let table {
        try Console.write(String(decoding: try trainer.table(), as: UTF8.self), to: table)
      }
      let models = try (similarity.model().map { [$0] } ?? []) + trainer.models()
      for (name, model) in models {
        try Console.write(String(decoding: model, as: UTF8.self) + "\n", to: "\(output)/\(name)")
      }
    }
  }

  /// The folders of events beside which a file tells their facts, in order.
  private static func alignedEvents(in folder: String) throws -> [(folder: String, gold: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .map { (folder: folder + "/" + $0, gold: folder + "/" + $0 + ".gold.json") }
      .filter { FileManager.default.fileExists(atPath: $0.gold) }
  }
}
