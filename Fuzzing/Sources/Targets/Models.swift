import Foundation
import Glibc

@testable import Language

/// The files of models, which are as strange as others where a download was tampered with.
extension FuzzTarget {
  static let models = FuzzTarget(
    name: "models",
    seeds: { _ in
      [
        [
          0x82, 0xA1, 0x61, 0x93, 0x01, 0xC0, 0xCB, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xA1, 0x62, 0xC4,
          1, 7,
        ],
        array(shape: "(2, 2)", count: 4), array(shape: "(3,)", count: 3),
      ]
    },
    read: { bytes in
      let file = try NamelessFile(holding: bytes)
      if let document = try? MessagePackDocument(path: file.path) {
        _ = try? document.nested(document.root)
        for value in document.dictionary(document.root).values { _ = try? document.nested(value) }
      }
      _ = try? NumPyFile.tensor(path: file.path)
      let vocabulary = try TokenizerFile(contentsOf: URL(fileURLWithPath: file.path))
      for scalar in [0x20, 0xE9, 0x6A4B, 0x10FFFF] as [UInt32] {
        guard case .bytes(let range) = vocabulary.replacement(of: scalar) else { continue }
        for place in range { _ = vocabulary.replacementByte(at: place) }
      }
      var slot = TokenizerFile.root
      for byte in UInt8.min...UInt8.max {
        guard let step = vocabulary.step(from: slot, by: byte) else { continue }
        slot = step.slot
        if step.piece >= 0 { _ = vocabulary.score(of: step.piece) }
      }
    })

  private static func array(shape: String, count: Int) -> [UInt8] {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }"
    let padding = String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array((header + padding).utf8)
      + [UInt8](repeating: 0, count: 4 * count)
  }
}

/// A file that has no name any more, and is gone with the value that made it.
private final class NamelessFile {
  private let descriptor: Int32

  /// Where it is opened.
  var path: String { "/proc/self/fd/\(descriptor)" }

  init(holding bytes: [UInt8]) throws {
    var name = Array("/tmp/crossread-fuzz-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    unlink(name)
    guard descriptor >= 0, write(descriptor, bytes, bytes.count) == bytes.count else {
      throw POSIXError(.ENOSPC)
    }
  }

  deinit { close(descriptor) }
}
