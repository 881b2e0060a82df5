/// One worker's use of a token encoder: the vectors of words met before, and room for activations.
///
/// A word's vector before its context is computed once and kept. As each is computed on its own,
/// what was met before changes no result.
struct EncoderRun {
  /// As many words are kept as fit some megabytes.
  private static let kept = 8_192

  private let encoder: TokenEncoder
  private var places = HashIndex(capacity: 1_024)
  private var known = FloatBuffer(count: 0)
  private var parts = FloatBuffer(count: 0)
  private var scratch = FloatBuffer(count: 0)
  /// The vectors of the last batch, with empty rows around each text.
  private(set) var activations = FloatBuffer(count: 0)
  /// The row of each text's first token in ``activations``.
  private(set) var firstRows: [Int] = []

  /// A run with nothing known.
  init(_ encoder: TokenEncoder) {
    self.encoder = encoder
  }

  /// The numbers in a row.
  var width: Int { encoder.width }

  /// Where the vectors of a text of the last batch begin.
  func rows(of text: Int) -> UnsafeMutablePointer<Float> {
    activations.start + firstRows[text] * width
  }

  /// Computes the vectors of all tokens of some texts.
  mutating func encode(_ texts: [[RawToken]], lexicon: Lexicon) {
    let reach = encoder.reach
    let margin = encoder.window
    let rowCount = texts.reduce(reach) { $0 + $1.count + reach }
    let count = (rowCount + 2 * margin) * width
    activations = FloatBuffer.reusing(activations, count: count)
    scratch = FloatBuffer.reusing(scratch, count: rowCount * width)
    activations.start.update(repeating: 0, count: count)
    if places.count > Self.kept { forget() }
    firstRows.removeAll(keepingCapacity: true)
    var row = margin + reach
    for tokens in texts {
      firstRows.append(row)
      embed(tokens, lexicon: lexicon, into: activations.start + row * width)
      row += tokens.count + reach
    }
    let first = activations.start + margin * width
    for layer in encoder.layers {
      layer.apply(activations.start, inputStride: width, rows: rowCount, output: scratch.start)
      add(scratch.start, to: first, count: rowCount * width)
    }
  }

  private mutating func forget() {
    places = HashIndex(capacity: 1_024)
  }

  /// Writes the vectors of tokens before their context.
  private mutating func embed(
    _ tokens: [RawToken], lexicon: Lexicon, into output: UnsafeMutablePointer<Float>
  ) {
    let usesSpaces = encoder.usesSpaces
    var rows: [Int32] = []
    var new: [RawToken] = []
    let before = places.count
    rows.reserveCapacity(tokens.count)
    for token in tokens {
      let key = Self.key(token, usesSpaces: usesSpaces)
      var row = places[key]
      if row < 0 {
        row = Int32(before + new.count)
        places[key] = row
        new.append(token)
      }
      rows.append(row)
    }
    learn(new, from: before, lexicon: lexicon)
    for (index, row) in rows.enumerated() {
      (output + index * width).update(from: known.start + Int(row) * width, count: width)
    }
  }

  private mutating func learn(_ tokens: [RawToken], from first: Int, lexicon: Lexicon) {
    if tokens.isEmpty { return }
    let needed = (first + tokens.count) * width
    if known.count < needed {
      let larger = FloatBuffer(count: max(needed, known.count * 2))
      larger.start.update(from: known.start, count: first * width)
      known = larger
    }
    let depth = encoder.mixture.depth
    parts = FloatBuffer.reusing(parts, count: tokens.count * depth)
    for (index, token) in tokens.enumerated() {
      encoder.embed(token, lexicon: lexicon, into: parts.start + index * depth)
    }
    encoder.mixture.apply(
      parts.start, inputStride: depth, rows: tokens.count, output: known.start + first * width)
  }

  private func add(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    for index in 0..<count { target[index] += source[index] }
  }

  /// A number that is the same for tokens with the same first vector only.
  private static func key(_ token: RawToken, usesSpaces: Bool) -> UInt64 {
    let words =
      UInt64(UInt32(bitPattern: token.lexeme)) << 32 | UInt64(UInt32(bitPattern: token.norm)) << 1
    let key = words | (usesSpaces && token.hasSpace ? 1 : 0)
    return (key &* 0x9E37_79B9_7F4A_7C15).byteSwapped
  }
}
