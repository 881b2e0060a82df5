/// The time by which a file has to be read.
///
/// Readers look at it where their work grows with what a file holds, so that a file which is made to
/// take for ever, or one which nobody thought of, ends with an error of its own. It is the only limit that
/// depends on the machine; the clock stands still while the machine sleeps.
struct Deadline: Sendable {
  /// What messages call the file.
  let file: String
  /// How long reading it may take.
  let limit: Duration
  private let end: SuspendingClock.Instant

  /// Begins to count now.
  init(file: String, limit: Duration) {
    self.file = file
    self.limit = limit
    end = SuspendingClock.now.advanced(by: limit)
  }

  /// Whether the time is over.
  var isPast: Bool { SuspendingClock.now >= end }

  /// What is left of the time; zero where it is over.
  var rest: Duration { max(.zero, SuspendingClock.now.duration(to: end)) }

  /// Ends the reading where the time is over.
  func check() throws(IngestionError) {
    guard !isPast else { throw IngestionError(file: file, .takesTooLong(limit: limit)) }
  }
}

/// Looks at a deadline once in so many steps, the first of them included: for steps that take hardly
/// longer than looking at the clock.
struct DeadlineWatch: Sendable {
  private let deadline: Deadline
  private var steps: UInt = 0
  /// Whether the time was over at the last look.
  private(set) var isPast = false
  private static let interval: UInt = 1024

  init(_ deadline: Deadline) {
    self.deadline = deadline
  }

  /// Counts a step; tells whether the time is over.
  mutating func step() -> Bool {
    if !isPast, steps.isMultiple(of: Self.interval) { isPast = deadline.isPast }
    steps &+= 1
    return isPast
  }
}
