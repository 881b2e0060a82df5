import Foundation

/// Splits text into the pieces of a SentencePiece unigram vocabulary, as XLM-RoBERTa does.
///
/// Of all ways to write a text as pieces, the likeliest is found by Viterbi's algorithm (Kudo 2018,
/// Subword Regularization, https://arxiv.org/abs/1804.10959). Scalars are normalised one by one by the
/// vocabulary's own table (NFKC and what SentencePiece adds to it), runs of spaces become one, and a
/// space is written `▁`, also before the first word. No piece has `▁` inside, so that words are solved
/// one at a time.
public struct SentencePieceTokenizer: Sendable {
  /// The greatest number of tokens of a text, those at its beginning and end counted.
  public static let maximumLength = 512

  private let file: TokenizerFile

  /// Opens a vocabulary file (`tokenizer.bin`).
  ///
  /// - Throws: `ModelError` when it is missing, cut short or of another format.
  /// - Complexity: constant; the file is mapped and nothing is parsed.
  public init(contentsOf file: URL) throws {
    self.file = try TokenizerFile(contentsOf: file)
  }

  /// The id of the token that fills a row up to the length of its batch.
  var padding: Int32 { file.control.padding }

  /// The tokens of a text between those that mark its beginning and end; what goes beyond
  /// `maximumLength` is left out.
  ///
  /// - Complexity: linear in the length of the text.
  public func tokens(of text: String) -> [Int32] {
    let found = segmentation(of: normalized(text), limit: Self.maximumLength - 2)
    return [file.control.beginning] + found.map(\.id) + [file.control.end]
  }

  /// Where the tokens of a text stand in it, in Unicode scalars, those at its beginning and end left out; nothing is
  /// cut. The space before a word goes with it.
  public func places(of text: String) -> [Range<Int>] {
    let normalized = normalizedText(text, keepsOrigins: true)
    let bytes = normalized.finished()
    let origins = normalized.origins
    let count = text.unicodeScalars.count
    var start = 0
    return segmentation(of: bytes, limit: .max).map { piece in
      defer { start = piece.end }
      let first = start < origins.count ? Int(origins[start]) : count
      let last = piece.end - 1 < origins.count ? Int(origins[piece.end - 1]) + 1 : count
      return first..<max(first, last)
    }
  }

  /// The pieces of a text as they are written in the vocabulary, such as `▁meet` and `ing`.
  public func pieces(of text: String) -> [String] {
    let bytes = normalized(text)
    var start = 0
    return segmentation(of: bytes, limit: .max).map { piece in
      defer { start = piece.end }
      return String(decoding: bytes[start..<piece.end], as: UTF8.self)
    }
  }

  /// How rare a word is: the negative logarithm of the probability of its pieces.
  ///
  /// It serves as the word's inverse document frequency, in every language of the vocabulary. Frequent
  /// words cost about 4, rare names 20 and more; no text costs nothing.
  public func cost(of word: String) -> Double {
    guard !word.isEmpty else { return 0 }
    return segmentation(of: normalized(word), limit: .max)
      .reduce(0) { $0 - Double(file.score(of: $1.id)) }
  }

  /// How rare a piece is, by its id: the negative logarithm of its probability.
  func cost(ofPiece id: Int32) -> Double { -Double(file.score(of: id)) }

  // MARK: - Normalisation

  /// `▁` (U+2581) in UTF-8.
  private static let space: [UInt8] = [0xE2, 0x96, 0x81]

  /// A text in UTF-8 as the vocabulary writes it.
  private func normalized(_ text: String) -> [UInt8] {
    normalizedText(text, keepsOrigins: false).finished()
  }

  private func normalizedText(_ text: String, keepsOrigins: Bool) -> NormalizedText {
    var text = text
    return text.withUTF8 { source in
      var target = NormalizedText(capacity: source.count, keepsOrigins: keepsOrigins)
      var position = 0
      while position < source.count {
        let (scalar, length) = Self.scalar(of: source, at: position)
        switch file.replacement(of: scalar) {
        case .none:
          for offset in position..<position + length { target.append(source[offset]) }
        case .bytes(let range):
          for offset in range { target.append(file.replacementByte(at: offset)) }
        }
        position += length
        target.scalar += 1
      }
      return target
    }
  }

  /// Decodes a scalar of UTF-8 that is known to be well formed, as that of every string is.
  @inline(__always)
  private static func scalar(
    of bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    let tail = { (offset: Int) in UInt32(bytes[position + offset]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// Collects normalised bytes and writes spaces as the vocabulary does.
  private struct NormalizedText {
    /// The index of the scalar of the text that is being written.
    var scalar: Int32 = 0
    /// For each byte the index of the scalar that it comes from; nothing where they are not kept.
    private(set) var origins: [Int32] = []

    private var bytes: [UInt8] = []
    private var endsInSpace = false
    private let keepsOrigins: Bool

    init(capacity: Int, keepsOrigins: Bool) {
      self.keepsOrigins = keepsOrigins
      bytes.reserveCapacity(capacity + capacity / 4 + 3)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      defer {
        if keepsOrigins {
          origins += repeatElement(scalar, count: bytes.count - origins.count)
        }
      }
      guard byte == 0x20 else {
        if bytes.isEmpty { bytes += SentencePieceTokenizer.space }
        bytes.append(byte)
        endsInSpace = false
        return
      }
      if !endsInSpace { bytes += SentencePieceTokenizer.space }
      endsInSpace = true
    }

    func finished() -> [UInt8] {
      bytes.isEmpty ? SentencePieceTokenizer.space : bytes
    }
  }

  // MARK: - Segmentation

  /// A piece by its id and the place where it ends.
  private struct Piece {
    let id: Int32
    let end: Int
  }

  /// The pieces of a normalised text in order, about as many as are asked for.
  private func segmentation(of bytes: [UInt8], limit: Int) -> [Piece] {
    bytes.withUnsafeBufferPointer { bytes in
      var lattice = Lattice()
      var found: [Piece] = []
      var start = 0
      while start < bytes.count, found.count < limit {
        let end = Self.wordEnd(in: bytes, from: start)
        lattice.solve(bytes, start..<end, with: file)
        lattice.trace { id, pieceEnd in found.append(Piece(id: id, end: start + pieceEnd)) }
        start = end
      }
      return Array(found.prefix(limit))
    }
  }

  /// The end of the word that begins at a position: the next `▁` or the end of the text.
  private static func wordEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count {
      if bytes[end] == space[0], end + 2 < bytes.count, bytes[end + 1] == space[1],
        bytes[end + 2] == space[2]
      {
        return end
      }
      end += 1
    }
    return bytes.count
  }
}
