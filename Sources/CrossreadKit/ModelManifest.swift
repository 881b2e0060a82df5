import Foundation
import Language

/// What set-up has installed, by its own record (`manifest.json` in the data home).
struct ModelManifest: Decodable {
  /// The components that `compare` needs.
  static let required = ["openvino", "e5-small", "en_core_web_sm"]

  let components: [Component]

  struct Component: Decodable {
    let name: String
    let version: String
    let files: [File]
  }

  struct File: Decodable {
    /// The path, relative to the data home.
    let path: String
    let bytes: Int
    let sha256: String
  }

  /// Reads the record of a data home.
  ///
  /// - Throws: an error of Foundation when there is none or it is damaged.
  init(store: ModelStore) throws {
    let data = try Data(contentsOf: store.home.appendingPathComponent("manifest.json"))
    self = try JSONDecoder().decode(ModelManifest.self, from: data)
  }
}
