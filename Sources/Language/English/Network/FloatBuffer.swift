/// Single-precision numbers in memory that vector code reads at full speed: aligned to a cache line
/// and zero at first.
///
/// Unchecked: a buffer of weights is written while a package is loaded and only read afterwards; a
/// buffer of activations belongs to one worker.
final class FloatBuffer: @unchecked Sendable {
  let count: Int
  let start: UnsafeMutablePointer<Float>

  /// A buffer of zeros.
  init(count: Int) {
    let size = max(count, 1) * MemoryLayout<Float>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    self.count = count
    self.start = memory.bindMemory(to: Float.self, capacity: max(count, 1))
    start.initialize(repeating: 0, count: max(count, 1))
  }

  /// A buffer with the given numbers.
  convenience init(_ numbers: [Float]) {
    self.init(count: numbers.count)
    for (index, number) in numbers.enumerated() { start[index] = number }
  }

  deinit { start.deallocate() }

  /// A buffer of at least this many numbers: `buffer` itself where it is large enough, and where it
  /// is not a new one of zeros.
  static func reusing(_ buffer: FloatBuffer, count: Int) -> FloatBuffer {
    buffer.count >= count ? buffer : FloatBuffer(count: max(count, buffer.count * 2))
  }
}
