import Foundation

/// The cues of a file of subtitles: WebVTT (https://www.w3.org/TR/webvtt1/) or SubRip (SRT).
struct SubtitleFile: Sendable {
  /// What is shown at one time.
  struct Cue: Sendable, Hashable {
    /// When it is shown and when it goes, in seconds.
    var start: Double
    var end: Double
    /// Its lines as they stand in the file.
    var lines: [String]
  }

  /// The cues in the order of the file.
  private(set) var cues: [Cue] = []
  /// What stands behind `WEBVTT` on the first line.
  private(set) var title: String?
  /// The language that the head of the file gives.
  private(set) var language: String?

  /// Whether a text is of this form: it begins with WebVTT's mark, or with a cue.
  static func isSubtitles(_ text: String) -> Bool {
    if text.hasPrefix("WEBVTT") { return true }
    let lines = text.prefix(400).split(separator: "\n").prefix(2)
    return lines.contains { times(of: String($0)) != nil }
  }

  /// Reads a text, in time linear in its length.
  init(_ text: String, limits: ReadingLimits) throws(IngestionError) {
    let deadline = limits.deadline
    var block: [String] = []
    var isFirst = true
    for line in try text.lines(within: limits) {
      guard line.isBlank else {
        block.append(line)
        continue
      }
      guard !block.isEmpty else { continue }
      try take(block, isFirst: isFirst, deadline)
      block = []
      isFirst = false
    }
    try take(block, isFirst: isFirst, deadline)
  }

  private mutating func take(_ block: [String], isFirst: Bool, _ deadline: Deadline)
    throws(IngestionError)
  {
    try deadline.check()
    if isFirst, block.first?.hasPrefix("WEBVTT") == true {
      readHead(block)
      guard block.contains(where: { Self.times(of: $0) != nil }) else { return }
    }
    try read(block, deadline)
  }

  private mutating func readHead(_ lines: [String]) {
    let name = lines[0].dropFirst("WEBVTT".count).drop { $0 == " " || $0 == "\t" || $0 == "-" }
    title = name.isEmpty ? nil : String(name).collapsingSpaces
    for line in lines.dropFirst() where line.lowercased().hasPrefix("language:") {
      language = String(line.dropFirst("language:".count)).collapsingSpaces
    }
  }

  /// Reads the lines between two blank ones: a cue, or more of them in files that lack blank lines.
  private mutating func read(_ block: [String], _ deadline: Deadline) throws(IngestionError) {
    var open: Cue?
    var watch = DeadlineWatch(deadline)
    for (index, line) in block.enumerated() {
      if watch.step() { try deadline.check() }
      guard let (start, end) = Self.times(of: line) else {
        open?.lines.append(line)
        continue
      }
      // What stands before the times is a cue's name, of one line; other blocks are remarks.
      guard open != nil || index <= 1 else { return }
      if var cue = open {
        if let last = cue.lines.last, last.allSatisfy({ $0.isASCII && $0.isNumber }) {
          cue.lines.removeLast()
        }
        cues.append(cue)
      }
      open = Cue(start: start, end: end, lines: [])
    }
    if let open { cues.append(open) }
  }

  /// `00:01:02.500 --> 00:01:04,000 position:10%` in seconds; hours may be missing.
  static func times(of line: String) -> (start: Double, end: Double)? {
    guard let arrow = line.range(of: "-->") else { return nil }
    let before = line[..<arrow.lowerBound].split(separator: " ")
    let after = line[arrow.upperBound...].split(separator: " ")
    guard before.count == 1, let start = seconds(before[0]), let last = after.first,
      let end = seconds(last)
    else { return nil }
    return (start, end)
  }

  private static func seconds(_ text: Substring) -> Double? {
    let parts = text.split(separator: ":")
    guard (2...3).contains(parts.count) else { return nil }
    var seconds = 0.0
    for part in parts {
      guard let value = Double(part.replacing(",", with: ".")), value >= 0, value < 1_000_000 else {
        return nil
      }
      seconds = seconds * 60 + value
    }
    return seconds
  }
}
