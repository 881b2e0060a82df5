import Foundation

/// Writes vocabulary files of a few pieces, in the format of `Scripts/encoder/tokenizer.py`.
struct SmallVocabulary {
  /// The pieces after `<s>`, `<pad>`, `</s>` and `<unk>`, which have the ids 0 to 3.
  var pieces: [(text: String, score: Float)]
  /// What scalars become.
  var replacements: [UInt32: String] = [:]

  /// Writes the file into a new folder, passes it on, and removes the folder.
  func withFile<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("crossread-vocabulary-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("tokenizer.bin")
    try Data(bytes).write(to: file)
    return try body(file)
  }

  /// The file.
  var bytes: [UInt8] {
    let slots = doubleArray()
    let (index, pages, texts) = normalisation()
    let scores = [0, 0, 0, 0] + pieces.map(\.score)
    var header = Array("XRTOKEN1".utf8)
    header += [UInt32(scores.count), 0, 2, 1, 3].flatMap(Self.little)
    header += Self.little((Float(-30)).bitPattern)
    header += [slots.count / 2, pages.count / 256, texts.count, 0]
      .flatMap { Self.little(UInt32($0)) }
    let sections = [
      header, slots.flatMap(Self.little), scores.flatMap { Self.little($0.bitPattern) },
      index.flatMap(Self.little), pages.flatMap(Self.little), texts,
    ]
    return sections.flatMap { $0 + [UInt8](repeating: 0, count: (8 - $0.count % 8) % 8) }
  }

  /// The slots of the pieces' trie, roomy: every node has 256 slots of its own.
  private func doubleArray() -> [UInt32] {
    var nodes: [[UInt8: Int]] = [[:]]
    var values: [UInt32] = [0]
    for (index, piece) in pieces.enumerated() {
      var node = 0
      for byte in piece.text.utf8 {
        if let child = nodes[node][byte] {
          node = child
          continue
        }
        nodes[node][byte] = nodes.count
        node = nodes.count
        nodes.append([:])
        values.append(0)
      }
      values[node] = UInt32(index + 4 + 1)
    }
    let base = { (node: Int) in nodes[node].isEmpty ? 0 : UInt32(1 + 256 * node) }
    var slots = [UInt32](repeating: 0, count: 2 * 256 * (nodes.count + 1))
    slots[0] = base(0) << 8
    for (node, children) in nodes.enumerated() {
      for (byte, child) in children {
        let slot = Int(base(node)) + Int(byte)
        slots[2 * slot] = base(child) << 8 | UInt32(byte)
        slots[2 * slot + 1] = values[child]
      }
    }
    return slots
  }

  private func normalisation() -> (index: [UInt16], pages: [UInt32], texts: [UInt8]) {
    var index = [UInt16](repeating: 0, count: 0x110000 >> 8)
    var pages = [UInt32](repeating: .max, count: 256)
    var texts: [UInt8] = []
    for (scalar, text) in replacements.sorted(by: { $0.key < $1.key }) {
      if index[Int(scalar >> 8)] == 0 {
        index[Int(scalar >> 8)] = UInt16(pages.count / 256)
        pages += [UInt32](repeating: .max, count: 256)
      }
      let place = 256 * Int(index[Int(scalar >> 8)]) + Int(scalar & 255)
      pages[place] = UInt32(texts.count) << 8 | UInt32(text.utf8.count)
      texts += text.utf8
    }
    return (index, pages, texts)
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian, Array.init)
  }
}
