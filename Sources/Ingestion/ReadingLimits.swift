/// How much of the machine the reading of one file may use: what of the options concerns its content.
struct ReadingLimits: Sendable {
  /// The size in bytes above which a file is refused, and the text of all accounts in one.
  let maximumFileSize: Int
  /// The size in bytes above which what comes out of a compressed or encoded file is refused.
  let maximumExpandedSize: Int
  /// The number of elements, parts, entries or records above which a file is refused.
  let maximumElements: Int
  /// How many levels of messages in messages are gone into.
  let maximumDepth: Int
  /// When the reading has to be over.
  let deadline: Deadline

  /// Takes the limits of options for a file whose reading begins now.
  ///
  /// - Parameter file: what messages call it.
  init(_ options: ReadingOptions, file: String) {
    maximumFileSize = options.maximumFileSize
    maximumExpandedSize = options.maximumExpandedSize
    maximumElements = options.maximumElements
    maximumDepth = options.maximumDepth
    deadline = Deadline(file: file, limit: options.maximumTime)
  }
}
