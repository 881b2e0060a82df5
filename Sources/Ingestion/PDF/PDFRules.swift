/// How the text of PDF is put together: `Resources/pdf.yaml`.
struct PDFRules: Sendable, Decodable {
  var memory: Int
  var edgeLines: Int
  var edgeShare: Double
  var edgeHeight: Double
  var headingHeight: Double
  var headingLines: Int
  var indent: Double
  var shortLine: Double
  var sentenceEnds: Set<String>

  private static let loaded = Resource.decode(PDFRules.self, from: "pdf")

  /// The rules, read once.
  static func shared() throws(IngestionError) -> PDFRules { try loaded.get() }
}
