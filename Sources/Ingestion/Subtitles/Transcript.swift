/// Makes a transcript of cues: who speaks, and paragraphs of what is said.
struct Transcript {
  /// Words of one speaker at one time.
  private struct Turn {
    var speaker: String?
    var start: Double
    var end: Double
    var text: String
  }

  private let rules: SubtitleRules
  private var names: [String: Int] = [:]
  private var turns: [Turn] = []
  private var speaker: String?

  /// Reads cues, in time linear in their length.
  init(_ cues: [SubtitleFile.Cue], rules: SubtitleRules, deadline: Deadline) throws(IngestionError)
  {
    self.rules = rules
    var watch = DeadlineWatch(deadline)
    for line in cues.lazy.flatMap(\.lines) {
      if watch.step() { try deadline.check() }
      if let (name, _, _) = named(line) { names[name, default: 0] += 1 }
    }
    var last: SubtitleFile.Cue?
    for cue in cues {
      try deadline.check()
      take(cue, after: last)
      last = cue
    }
  }

  /// The transcript with the time as each paragraph's label; what a known speaker says is a quote of
  /// theirs.
  func manuscript(until deadline: Deadline) throws(IngestionError) -> Manuscript {
    var manuscript = Manuscript()
    var last: Turn?
    var watch = DeadlineWatch(deadline)
    for turn in turns {
      if watch.step() { try deadline.check() }
      if let last, turn.speaker == last.speaker, !ends(last, manuscript, before: turn) {
        let index = manuscript.blocks.count - 1
        WrappedLines.append(turn.text, to: &manuscript.blocks[index].text)
      } else {
        append(turn, after: last, to: &manuscript)
      }
      last = turn
    }
    return manuscript
  }

  private func ends(_ last: Turn, _ manuscript: Manuscript, before turn: Turn) -> Bool {
    if turn.start - last.end >= rules.pause { return true }
    let length = manuscript.blocks.last?.text.unicodeScalars.count ?? 0
    let mark = last.text.last ?? " "
    // Automatic captions have no marks at all.
    if length >= 4 * rules.longestParagraph { return true }
    return length >= rules.longestParagraph && [".", "!", "?", "。", "！", "？"].contains(mark)
  }

  private func append(_ turn: Turn, after last: Turn?, to manuscript: inout Manuscript) {
    var quote: Int?
    if let speaker = turn.speaker {
      if last?.speaker != speaker {
        manuscript.quotes.append(.init(kind: .passage, attribution: speaker))
      }
      quote = manuscript.quotes.count - 1
    }
    manuscript.blocks.append(
      .init(
        text: turn.text, role: quote == nil ? .body : .quote, label: Self.clock(turn.start),
        quote: quote))
  }

  /// `1:02:05`, or `2:05` within the first hour.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds)
    func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = whole / 60 % 60
    let tail = "\(pad(whole % 60))"
    return whole < 3600 ? "\(minutes):\(tail)" : "\(whole / 3600):\(pad(minutes)):\(tail)"
  }

  // MARK: - Turns

  private mutating func take(_ cue: SubtitleFile.Cue, after last: SubtitleFile.Cue?) {
    var voice: String?
    let dashed = cue.lines.filter { line in rules.dashes.contains { line.hasPrefix($0) } }.count
    for line in newLines(of: cue, after: last) {
      for piece in CueText.pieces(of: line, voice: &voice) {
        guard !isSound(piece.text) else { continue }
        take(piece, of: cue, isDashed: dashed > 1)
      }
    }
  }

  private mutating func take(_ piece: CueText.Piece, of cue: SubtitleFile.Cue, isDashed: Bool) {
    var text = piece.text
    if let voice = piece.voice {
      turns.append(Turn(speaker: voice, start: cue.start, end: cue.end, text: text))
      return
    }
    if let (name, rest, isMarked) = named(text), isSpeaker(name, isMarked: isMarked) {
      speaker = name
      text = rest
    } else if let mark = rules.turnMarks.first(where: { text.hasPrefix($0) }) {
      speaker = nil
      text = String(text.dropFirst(mark.count)).collapsingSpaces
    } else if isDashed, let dash = rules.dashes.first(where: { text.hasPrefix($0) }) {
      speaker = nil
      text = String(text.dropFirst(dash.count)).collapsingSpaces
    }
    guard !text.isEmpty else { return }
    turns.append(Turn(speaker: speaker, start: cue.start, end: cue.end, text: text))
  }

  /// The lines of a cue without those that still stand there from the cue before.
  private func newLines(of cue: SubtitleFile.Cue, after last: SubtitleFile.Cue?) -> [String] {
    guard let last, cue.start - last.end < 0.1 else { return cue.lines }
    for count in stride(from: min(last.lines.count, cue.lines.count, 8), through: 1, by: -1) {
      let again = cue.lines.prefix(count)
      let isLong = again.reduce(0) { $0 + $1.unicodeScalars.count } >= rules.shortestRepeated
      if isLong, Array(again) == Array(last.lines.suffix(count)) {
        return Array(cue.lines.dropFirst(count))
      }
    }
    return cue.lines
  }

  private func isSound(_ text: String) -> Bool {
    rules.sounds.contains { pair in
      guard pair.count == 2 else { return false }
      return text.hasPrefix(pair[0]) && text.hasSuffix(pair[1]) && text.count > 1
        && !text.dropFirst().dropLast().contains(pair[0])
    }
  }

  // MARK: - Names

  /// `ADA BROOK: Yes.` as the name and the words behind it, whether or not that is a speaker.
  private func named(_ line: String) -> (name: String, rest: String, isMarked: Bool)? {
    var text = line.collapsingSpaces[...]
    let mark = rules.turnMarks.first { text.hasPrefix($0) }
    if let mark { text = text.dropFirst(mark.count).drop { $0 == " " } }
    if mark == nil, let dash = rules.dashes.first(where: { text.hasPrefix($0) }) {
      text = text.dropFirst(dash.count)
    }
    guard
      let colon = text.prefix(rules.speaker.longest + 1).firstIndex(where: { ":：".contains($0) })
    else { return nil }
    let name = text[..<colon]
    let rest = text[text.index(after: colon)...]
    // A colon between digits is that of a time; one before a slash that of an address.
    guard let first = name.first, first.isLetter,
      name.last.map({ !$0.isASCII || !$0.isNumber }) == true,
      rest.first != "/", name.split(separator: " ").count <= rules.speaker.words,
      first.isUppercase || !first.isLowercase
    else { return nil }
    return (String(name).collapsingSpaces, String(rest).collapsingSpaces, mark != nil)
  }

  private func isSpeaker(_ name: String, isMarked: Bool) -> Bool {
    let letters = name.filter(\.isLetter)
    let isCapitals = letters.count > 1 && letters.allSatisfy(\.isUppercase)
    let isTitled = name.split(separator: " ").allSatisfy { $0.first?.isLowercase == false }
    return (isMarked && isTitled) || isCapitals || names[name, default: 0] >= rules.speaker.times
  }
}
