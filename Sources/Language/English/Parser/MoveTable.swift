import Foundation

/// The moves of a transition system in the order in which its network scores them.
///
/// Format: a package's file `moves`: JSON inside MessagePack, the frequencies of labels by the
/// number of the action. The order is that of the actions, of falling frequency, and of falling
/// labels; labels added after training have negative frequencies and come last.
struct MoveTable: Sendable {
  /// One move.
  struct Move: Sendable, Hashable {
    let action: Int
    let label: String
  }

  let moves: [Move]

  /// Reads the file.
  ///
  /// - Parameter isMove: whether an action with a label is a move of the system.
  /// - Throws: ``PipelinePackageError``.
  init(path: String, isMove: (Int, String) -> Bool) throws {
    let document = try MessagePackDocument(path: path)
    guard let range = try document.require("moves", in: document.root).range else {
      throw document.malformed("the moves are no text")
    }
    let json = try? JSONSerialization.jsonObject(with: Data(document.file.bytes[range]))
    guard let frequencies = json as? [String: [String: Int]] else {
      throw document.malformed("the moves are no lists of labels")
    }
    var trained: [Move] = []
    var added: [(frequency: Int, label: String, action: Int)] = []
    for action in frequencies.keys.compactMap(Int.init).sorted() {
      let labels = (frequencies[String(action)] ?? [:]).sorted { Self.isBefore($0, $1) }
      for (label, frequency) in labels where isMove(action, label) {
        if frequency < 0 {
          added.append((frequency, label, action))
        } else {
          trained.append(Move(action: action, label: label))
        }
      }
    }
    added.sort { Self.isBefore(($0.label, $0.frequency), ($1.label, $1.frequency)) }
    self.moves = trained + added.map { Move(action: $0.action, label: $0.label) }
  }

  private static func isBefore(
    _ one: (key: String, value: Int), _ other: (key: String, value: Int)
  ) -> Bool {
    if one.value != other.value { return one.value > other.value }
    return other.key.unicodeScalars.lexicographicallyPrecedes(one.key.unicodeScalars)
  }
}
