extension String {
  /// The lines of the text without their ends; the last one is what stands behind the last end, if only
  /// nothing.
  ///
  /// - Parameters:
  ///   - endsAtSeparators: whether U+2028 and U+2029 end a line as `\n` does.
  ///   - limits: how many lines there may be, since each needs more memory than its words do.
  /// - Complexity: linear in the length of the text.
  func lines(endsAtSeparators: Bool = false, within limits: ReadingLimits)
    throws(IngestionError) -> [String]
  {
    var text = self
    var lines: [String] = []
    var watch = DeadlineWatch(limits.deadline)
    text.withUTF8 { utf8 in
      var start = 0
      var at = 0
      while at < utf8.count {
        let length = Self.lengthOfLineEnd(utf8, at: at, orSeparator: endsAtSeparators)
        guard length > 0 else {
          at += 1
          continue
        }
        guard !watch.step(), lines.count <= limits.maximumElements else { return }
        lines.append(String(decoding: utf8[start..<at], as: UTF8.self))
        at += length
        start = at
      }
      lines.append(String(decoding: utf8[start...], as: UTF8.self))
    }
    if watch.isPast { try limits.deadline.check() }
    guard lines.count <= limits.maximumElements else {
      throw IngestionError(
        file: limits.deadline.file, .tooManyElements(limit: limits.maximumElements))
    }
    return lines
  }

  private static func lengthOfLineEnd(
    _ utf8: UnsafeBufferPointer<UInt8>, at place: Int, orSeparator: Bool
  ) -> Int {
    if utf8[place] == 0x0A { return 1 }
    guard orSeparator, utf8[place] == 0xE2, place + 2 < utf8.count, utf8[place + 1] == 0x80 else {
      return 0
    }
    return utf8[place + 2] == 0xA8 || utf8[place + 2] == 0xA9 ? 3 : 0
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(CharacterTraits.isSpace) }
}
