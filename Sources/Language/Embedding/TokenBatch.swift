/// Texts that go through the encoder together, as tokens in rows of one length.
struct TokenBatch: Sendable {
  /// The places of the texts in the list that the batch was made of.
  let members: Range<Int>
  /// The number of tokens in a row.
  let length: Int
  /// The tokens, row by row.
  let tokens: [Int32]
  /// 1 for a token, 0 for padding.
  let mask: [Int32]

  /// The number of rows.
  var count: Int { members.count }

  /// Makes a batch of texts of a list that are padded to one length.
  private init(_ members: Range<Int>, of texts: [[Int32]], length: Int, padding: Int32) {
    var tokens: [Int32] = []
    var mask: [Int32] = []
    tokens.reserveCapacity(members.count * length)
    mask.reserveCapacity(members.count * length)
    for text in texts[members] {
      tokens += text + repeatElement(padding, count: length - text.count)
      mask += repeatElement(1, count: text.count)
      mask += repeatElement(0, count: length - text.count)
    }
    self.members = members
    self.length = length
    self.tokens = tokens
    self.mask = mask
  }

  /// Splits a list, sorted by length, into batches: large enough to keep the kernels busy, small enough
  /// to go into a core's cache and to be shared out evenly.
  ///
  /// Texts share a batch only when they are padded to the same length. How far a row is padded decides
  /// in which order its numbers are summed; as it is the text's own length that decides how far, the
  /// answer for a text does not depend on the texts beside it.
  static func batches(of texts: [[Int32]], padding: Int32) -> [TokenBatch] {
    var batches: [TokenBatch] = []
    var start = 0
    while start < texts.count {
      let length = paddedLength(texts[start])
      let room = max(1, min(maximumCount, maximumTokens / length))
      let others = texts[start...].prefix(room).prefix { paddedLength($0) == length }
      let members = start..<others.endIndex
      batches.append(TokenBatch(members, of: texts, length: length, padding: padding))
      start = members.upperBound
    }
    return batches
  }

  private static func paddedLength(_ text: [Int32]) -> Int {
    max(1, (text.count + granularity - 1) / granularity) * granularity
  }

  private static let maximumCount = 8
  private static let maximumTokens = 512
  private static let granularity = 4
}
