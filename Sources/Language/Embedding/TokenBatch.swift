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

  /// Makes a batch of some texts of a list.
  init(_ members: Range<Int>, of texts: [[Int32]], padding: Int32) {
    let length = members.map { texts[$0].count }.max() ?? 0
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
  static func batches(of texts: [[Int32]], padding: Int32) -> [TokenBatch] {
    var batches: [TokenBatch] = []
    var start = 0
    for index in texts.indices {
      let next = index + 1
      let isFull =
        next == texts.count || next - start == maximumCount
        || (next - start + 1) * texts[next].count > maximumTokens
      guard isFull else { continue }
      batches.append(TokenBatch(start..<next, of: texts, padding: padding))
      start = next
    }
    return batches
  }

  private static let maximumCount = 16
  private static let maximumTokens = 512
}
