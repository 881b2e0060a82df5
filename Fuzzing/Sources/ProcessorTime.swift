import Glibc

/// The processor time that the process takes from now on; a busy machine does not change it.
struct ProcessorTime {
  private let start = Self.now

  /// How much it has taken so far.
  var seconds: Double { Self.now - start }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
