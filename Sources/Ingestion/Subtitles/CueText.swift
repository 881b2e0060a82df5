/// The words of a cue, without its markup.
enum CueText {
  /// Words of one speaker.
  struct Piece: Sendable, Hashable {
    /// Whom a voice tag names; nothing where there is no such tag.
    var voice: String?
    var text: String
  }

  /// The pieces of a line: `<v Ada Brook>Yes.</v>` names its speaker; all other tags are dropped.
  ///
  /// - Parameter voice: the voice that the line before left open.
  static func pieces(of line: String, voice: inout String?) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    func flush(_ voice: String?) {
      let plain = characters(text).collapsingSpaces
      if !plain.isEmpty { pieces.append(Piece(voice: voice, text: plain)) }
      text = ""
    }
    var rest = line[...]
    // Where one tag has no end, none behind it has.
    var unclosed: Set<Character> = []
    while let open = rest.firstIndex(where: { $0 == "<" || $0 == "{" }) {
      text += rest[..<open]
      let closing: Character = rest[open] == "<" ? ">" : "}"
      let isTag = rest[open] == "<" || rest[open...].hasPrefix("{\\")
      let mayClose = isTag && !unclosed.contains(closing)
      guard mayClose, let close = rest[open...].firstIndex(of: closing) else {
        if isTag { unclosed.insert(closing) }
        text.append(rest[open])
        rest = rest[rest.index(after: open)...]
        continue
      }
      let tag = rest[rest.index(after: open)..<close]
      if tag.hasPrefix("v ") || tag.hasPrefix("v.") {
        flush(voice)
        voice = tag.firstIndex(of: " ").map { characters(String(tag[$0...])).collapsingSpaces }
      } else if tag == "/v" {
        flush(voice)
        voice = nil
      }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    flush(voice)
    return pieces
  }

  private static func characters(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let named = [("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", "")]
    return PostText.withoutEntities(named.reduce(text) { $0.replacing($1.0, with: $1.1) })
  }
}
