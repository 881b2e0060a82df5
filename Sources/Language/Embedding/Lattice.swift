/// The best ways to reach each byte of a word by pieces; its room is used again for the next word.
struct Lattice {
  /// The best way to a place: its score, the piece that it ends with, and where that begins.
  private struct Arrival {
    var score: Float
    var piece: Int32
    var start: Int32
  }

  private var arrivals: [Arrival] = []
  private var path: [(piece: Int32, end: Int)] = []

  /// Finds the likeliest pieces of a word.
  ///
  /// Of two ways alike, the one found first stays: the earlier beginning, then the shorter piece. A
  /// character that no piece covers is unknown, at a price that makes it the last resort.
  ///
  /// - Complexity: linear in the length of the word times that of the longest piece.
  mutating func solve(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, with file: TokenizerFile
  ) {
    let unreached = Arrival(score: -.infinity, piece: -1, start: -1)
    arrivals.removeAll(keepingCapacity: true)
    arrivals.append(contentsOf: repeatElement(unreached, count: word.count + 1))
    arrivals[0].score = 0
    arrivals.withUnsafeMutableBufferPointer { arrivals in
      for start in 0..<word.count where arrivals[start].score > -.infinity {
        let score = arrivals[start].score
        func offer(_ end: Int, _ piece: Int32, _ gain: Float) {
          guard score + gain > arrivals[end].score else { return }
          arrivals[end] = Arrival(score: score + gain, piece: piece, start: Int32(start))
        }
        var slot = TokenizerFile.root
        var end = start
        while end < word.count, let next = file.step(from: slot, by: bytes[word.lowerBound + end]) {
          slot = next.slot
          end += 1
          if next.piece >= 0 { offer(end, next.piece, file.score(of: next.piece)) }
        }
        let length = Self.length(ofScalarBeginningWith: bytes[word.lowerBound + start])
        offer(min(start + length, word.count), file.control.unknown, file.unknownScore)
      }
    }
  }

  /// Gives the pieces of the word that was solved, in order, each with where it ends in the word.
  mutating func trace(_ body: (_ piece: Int32, _ end: Int) -> Void) {
    path.removeAll(keepingCapacity: true)
    var end = arrivals.count - 1
    while end > 0 {
      path.append((arrivals[end].piece, end))
      end = Int(arrivals[end].start)
    }
    for step in path.reversed() { body(step.piece, step.end) }
  }

  private static func length(ofScalarBeginningWith byte: UInt8) -> Int {
    if byte < 0xC0 { return 1 }
    if byte < 0xE0 { return 2 }
    return byte < 0xF0 ? 3 : 4
  }
}
