import Foundation

/// Looks for inputs whose time grows faster than their length.
///
/// Fuzzing finds short inputs that reach much of a reader. Parts of these, repeated, are long inputs that do
/// the same again and again: each is read at two lengths, and the times are compared.
struct Growth {
  private let target: FuzzTarget
  private let limit: Double
  private let short = 1 << 14
  private let factor = 8

  /// Takes the reader whose time is measured, and the processor time after which to stop.
  init(of target: FuzzTarget, seconds: Double) {
    self.target = target
    limit = seconds
  }

  /// Tries the inputs in a folder, and prints those that grow too fast and where they were written.
  func search(_ folder: URL) throws {
    let watch = ProcessorTime()
    var generator = Randomness(state: 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .shuffled(using: &generator)
    var count = 0
    for name in names where watch.seconds < limit {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      guard !bytes.isEmpty else { continue }
      for variant in 0..<4 {
        count += 1
        let part = variant == 0 ? 0..<bytes.count : Self.part(of: bytes, &generator)
        guard let times = times(bytes, part) else { continue }
        let path = folder.deletingLastPathComponent().appendingPathComponent("slow-\(count)").path
        try Data(input(bytes, part, length: short * factor)).write(to: URL(fileURLWithPath: path))
        print("slow\t\(path)\t\(name)\t\(part)\t\(times.short) s\t\(times.long) s")
      }
    }
    print("tried\t\(count)")
  }

  /// The times at both lengths, where they are far apart.
  private func times(_ bytes: [UInt8], _ part: Range<Int>) -> (short: Double, long: Double)? {
    let first = seconds(input(bytes, part, length: short))
    // Squared, it would be hardly half a second, and half a second is what counts here.
    guard first > 0.008 else { return nil }
    let long = seconds(input(bytes, part, length: short * factor))
    guard long > 0.5, long > 3 * Double(factor) * first else { return nil }
    return (first, long)
  }

  private func seconds(_ input: [UInt8]) -> Double {
    let watch = ProcessorTime()
    try? target.read(input)
    return watch.seconds
  }

  private static func part(of bytes: [UInt8], _ generator: inout Randomness) -> Range<Int> {
    let start = Int.random(in: 0..<bytes.count, using: &generator)
    let longest = min(bytes.count - start, 200)
    return start..<start + Int.random(in: 1...longest, using: &generator)
  }

  /// The bytes with a part of them repeated as often as it takes.
  private func input(_ bytes: [UInt8], _ part: Range<Int>, length: Int) -> [UInt8] {
    var input = Array(bytes[..<part.lowerBound])
    while input.count < length { input += bytes[part] }
    return input + bytes[part.upperBound...]
  }
}

/// Numbers that are the same in every run (S. Vigna's SplitMix64).
private struct Randomness: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
