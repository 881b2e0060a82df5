import ArgumentParser
import CrossreadKit
import Foundation

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write an event.yaml for a folder from what its accounts say of themselves.",
    discussion: """
      The file names the accounts with short ids, their publishers, kinds, languages and dates, for you to \
      correct and go on with. A file that is there is never written over.
      """)

  @Argument(help: "The folder that holds the accounts of one event.", completion: .directory)
  var folder: String

  @Option(
    name: [.short, .long],
    help: "Write to this file instead of FOLDER/event.yaml; - is standard output.",
    completion: .file())
  var output: String?

  @OptionGroup var reading: ReadingArguments

  func run() async throws {
    try await Failure.reporting {
      let place = output ?? (folder.hasSuffix("/") ? folder : folder + "/") + "event.yaml"
      var status = stat()
      guard place == "-" || lstat(place, &status) != 0 else {
        throw IngestionError(file: place, .eventFileExists)
      }
      let event = try await EventReader(options: reading.options)
        .event(at: folder, minimumAccounts: 1)
      for problem in event.problems { Console.error(problem.description) }
      try Console.write(EventFileText(of: event).text, to: place)
      guard place != "-", Console.isInteractive else { return }
      let count = event.accounts.count
      Console.error("\(place): written, with \(count) account\(count == 1 ? "" : "s")")
    }
  }
}
