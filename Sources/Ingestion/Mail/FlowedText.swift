/// Undoes `format=flowed` (RFC 3676): lines that end with a space go on in the next one.
enum FlowedText {
  /// The paragraphs of a text as lines, their quote marks kept.
  ///
  /// - Parameter deletesSpace: `DelSp=yes`: the space at the end of a line is no part of the text.
  static func unfolded(_ text: String, deletesSpace: Bool) -> String {
    var lines: [String] = []
    var open: (depth: Int, text: String)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == ">" }.count
      var content = line.dropFirst(depth)
      if content.first == " " { content = content.dropFirst() }
      let isSignature = content == "-- " || content == "--"
      if let last = open, last.depth == depth, !isSignature {
        open = (depth, last.text + content)
      } else {
        if let last = open { lines.append(quoted(last)) }
        open = (depth, String(content))
      }
      guard content.hasSuffix(" "), !isSignature else {
        if let last = open { lines.append(quoted(last)) }
        open = nil
        continue
      }
      if deletesSpace { open?.text.removeLast() }
    }
    if let last = open { lines.append(quoted(last)) }
    return lines.joined(separator: "\n")
  }

  private static func quoted(_ line: (depth: Int, text: String)) -> String {
    line.depth == 0 ? line.text : String(repeating: ">", count: line.depth) + " " + line.text
  }
}
