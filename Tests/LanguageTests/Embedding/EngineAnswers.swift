import Foundation

/// What the engine that carries the weights answers, as `Scripts/encoder-golden` wrote it down, which
/// describes the format.
struct EngineAnswers {
  /// A sentence with its tokens and its vector.
  struct Answer {
    let sentence: String
    let tokens: [Int32]
    let vector: [Float]
  }

  let answers: [Answer]

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let sentences = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: folder.appendingPathComponent("sentences.json")))
    var reader = Reader(data: try Data(contentsOf: folder.appendingPathComponent("answers.bin")))
    _ = reader.next(UInt64.self)
    let count = Int(reader.next(UInt32.self))
    let width = Int(reader.next(UInt32.self))
    answers = sentences.prefix(count).map { sentence in
      let tokens = (0..<reader.next(UInt32.self)).map { _ in reader.next(Int32.self) }
      let scale = Float(bitPattern: reader.next(UInt32.self))
      let vector = (0..<width).map { _ in Float(reader.next(Int8.self)) * scale }
      return Answer(sentence: sentence, tokens: tokens, vector: vector)
    }
  }

  private struct Reader {
    let data: Data
    var position = 0

    mutating func next<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type) -> Value {
      defer { position += MemoryLayout<Value>.size }
      return data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: type) }
    }
  }
}
