import ArgumentParser
import CrossreadKit

/// The options of all commands that read accounts.
struct ReadingArguments: ParsableArguments {
  @Flag(help: "Follow symbolic links that lead out of the folder.")
  var followLinks = false

  @Option(
    help: ArgumentHelp(
      "Refuse files of more than this many megabytes, or with more text than that.",
      valueName: "megabytes"))
  var maximumSize: Int = 64

  @Option(
    help: ArgumentHelp(
      "Refuse files whose packed or encoded content comes to more than this many megabytes.",
      valueName: "megabytes"))
  var maximumExpandedSize: Int = 256

  @Option(
    help: ArgumentHelp(
      "Refuse files of more than this many elements, lines, values, parts, entries or records.",
      valueName: "count"))
  var maximumElements: Int = 2_000_000

  @Option(
    help: ArgumentHelp(
      "Go into this many levels of folders, and of messages in messages.", valueName: "levels"))
  var maximumDepth: Int = 16

  @Option(
    help: ArgumentHelp(
      "Give up the reading of a file after this many seconds.", valueName: "seconds"))
  var maximumTime: Int = 60

  @Option(
    help: ArgumentHelp(
      "Use this many threads at most (default: one a core); it changes no result.",
      valueName: "count"))
  var threads: Int?

  func validate() throws {
    let limits = [
      ("size", maximumSize), ("expanded-size", maximumExpandedSize), ("elements", maximumElements),
      ("depth", maximumDepth), ("time", maximumTime),
    ]
    for (name, limit) in limits where limit < 1 || limit > 1 << 40 {
      throw ValidationError("--maximum-\(name) must be 1 or more")
    }
    guard threads.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--threads must be 1 or more")
    }
  }

  var options: ReadingOptions {
    ReadingOptions(
      followsLinksOutOfFolder: followLinks, maximumFileSize: maximumSize << 20,
      maximumExpandedSize: maximumExpandedSize << 20, maximumElements: maximumElements,
      maximumDepth: maximumDepth, maximumTime: .seconds(maximumTime))
  }

  var configuration: Comparer.Configuration {
    Comparer.Configuration(reading: options, threads: threads)
  }
}

extension ReadingArguments {
  /// The accounts in a file, or in what is piped in where the file is `-`; what is worth knowing about the
  /// reading goes to standard error.
  ///
  /// - Parameter number: the account that is taken of a file which holds several.
  func accounts(in file: String, number: Int?) throws -> [Account] {
    var reader = AccountReader(options: options)
    reader.options.chosenAccount = number
    let reading = try reader.read(file)
    for note in reading.notes { Console.error(note.description) }
    return reading.accounts
  }
}

/// Which account is taken of a file that holds several.
struct SplitArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Of a file that holds several accounts, such as a feed or a web archive, take this one only.",
      valueName: "number"))
  var split: Int?

  func validate() throws {
    guard split.map({ $0 > 0 }) ?? true else { throw ValidationError("--split must be 1 or more") }
  }
}
