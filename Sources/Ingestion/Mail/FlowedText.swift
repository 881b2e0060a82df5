/// Undoes `format=flowed` (RFC 3676): lines that end with a space go on in the next one.
enum FlowedText {
  /// The paragraphs of a text as lines, their quote marks kept.
  ///
  /// - Parameter deletesSpace: `DelSp=yes`: the space at the end of a line is no part of the text.
  static func unfolded(_ text: String, deletesSpace: Bool, within limits: ReadingLimits)
    throws(IngestionError) -> String
  {
    var watch = DeadlineWatch(limits.deadline)
    var lines: [String] = []
    var open = ""
    var openDepth: Int?
    for line in try text.lines(within: limits) {
      if watch.step() { try limits.deadline.check() }
      let depth = line.prefix { $0 == ">" }.count
      var content = line.dropFirst(depth)
      if content.first == " " { content = content.dropFirst() }
      let isSignature = content == "-- " || content == "--"
      if let before = openDepth, before != depth || isSignature {
        lines.append(quoted(open, depth: before))
        open = ""
      }
      open += content
      openDepth = depth
      guard content.hasSuffix(" "), !isSignature else {
        lines.append(quoted(open, depth: depth))
        open = ""
        openDepth = nil
        continue
      }
      if deletesSpace { open.removeLast() }
    }
    if let openDepth { lines.append(quoted(open, depth: openDepth)) }
    return lines.joined(separator: "\n")
  }

  private static func quoted(_ text: String, depth: Int) -> String {
    depth == 0 ? text : String(repeating: ">", count: depth) + " " + text
  }
}
