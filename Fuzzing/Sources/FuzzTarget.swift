/// A reader, as it is fuzzed: how it gets the bytes, what has to hold of what it makes of them, and inputs to begin with.
struct FuzzTarget: Sendable {
  /// What `--target=` calls it; its dictionary, where it has one, is `Dictionaries/NAME.dict`.
  let name: String
  /// How long inputs get: short ones find more in the same time. What grows too fast with length is looked for by `Growth`.
  var maximumLength = 4096
  /// Inputs to begin with.
  let seeds: @Sendable (Repository) throws -> [[UInt8]]
  /// Reads an input, and checks what came out by ``expect(_:_:)``.
  let read: @Sendable ([UInt8]) throws -> Void

  /// All of them, in the order in which they are run.
  static let all: [FuzzTarget] = [
    .page, .text, .markdown, .message, .savedPage, .feed, .posts, .subtitles, .office, .docx, .odt,
    .gzip, .webArchive, .pdfLayout, .anyFile, .charset, .dates, .eventFile, .eventFileText,
    .reviewFile, .report, .earlierComparison, .wordDifference, .requests, .englishValues,
    .japaneseValues, .englishClaims, .japaneseClaims, .models,
  ]
}
