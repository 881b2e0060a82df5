import ArgumentParser
import CrossreadKit

/// The options of all commands that read accounts.
struct ReadingArguments: ParsableArguments {
  @Flag(help: "Follow symbolic links that lead out of the folder.")
  var followLinks = false

  @Option(
    help: ArgumentHelp("Refuse files of more than this many megabytes.", valueName: "megabytes"))
  var maximumSize: Int = 64

  @Option(
    help: ArgumentHelp(
      "Use this many threads at most (default: one a core); it changes no result.",
      valueName: "count"))
  var threads: Int?

  func validate() throws {
    guard maximumSize > 0 else { throw ValidationError("--maximum-size must be 1 or more") }
    guard threads.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--threads must be 1 or more")
    }
  }

  var options: ReadingOptions {
    ReadingOptions(followsLinksOutOfFolder: followLinks, maximumFileSize: maximumSize << 20)
  }

  var configuration: Comparer.Configuration {
    Comparer.Configuration(reading: options, threads: threads)
  }
}

extension ReadingArguments {
  /// The accounts in a file, or in what is piped in where the file is `-`; what is worth knowing about the
  /// reading goes to standard error.
  func accounts(in file: String) throws -> [Account] {
    let reading = try AccountReader(options: options).read(file)
    for note in reading.notes { Console.error(note.description) }
    return reading.accounts
  }
}
