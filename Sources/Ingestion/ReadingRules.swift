/// What is taken for text and when a charset is given up: `Resources/reading.yaml`.
struct ReadingRules: Sendable, Decodable {
  var toleratedControls: Int
  var bytesForEachControl: Int
  var sequencesForEachFault: Int
  var zeroShareOfUTF16: Double
  var undecodableShare: Double
  var charsetSearchLength: Int
  var kanaShareOfJapanese: Double
  var signatures: [String: String]
  var unsupported: [String: UnsupportedFormat]

  struct UnsupportedFormat: Sendable, Decodable {
    var format: String
    var instead: String
  }

  private static let loaded = Resource.decode(ReadingRules.self, from: "reading")

  /// The rules, read once.
  static func shared() throws(IngestionError) -> ReadingRules { try loaded.get() }
}
