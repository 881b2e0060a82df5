/// How subtitles are made a transcript: `Resources/subtitles.yaml`.
struct SubtitleRules: Sendable, Decodable {
  var pause: Double
  var longestParagraph: Int
  var speaker: Speaker
  var turnMarks: [String]
  var dashes: [String]
  var sounds: [[String]]
  var shortestRepeated: Int

  /// When a beginning of a line is a speaker's name.
  struct Speaker: Sendable, Decodable {
    var longest: Int
    var words: Int
    var times: Int
  }

  private static let loaded = Resource.decode(SubtitleRules.self, from: "subtitles")

  /// The rules, read once.
  static func shared() throws(IngestionError) -> SubtitleRules { try loaded.get() }
}
