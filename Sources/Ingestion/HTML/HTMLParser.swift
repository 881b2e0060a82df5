/// Reads pages into trees.
///
/// The reader is our own: what of a page is never read is most of it, and passing over it takes a tenth of the
/// time that handing it to a library would.
enum HTMLParser {
  /// Parses a page of well-formed UTF-8.
  ///
  /// - Parameters:
  ///   - file: what messages call it.
  ///   - limits: how many elements it may have, and how long it may take.
  /// - Complexity: linear in the length of the page.
  static func parse(_ utf8: [UInt8], file: String, limits: ReadingLimits) throws(IngestionError)
    -> HTMLTree
  {
    guard utf8.count < Int(Int32.max) else {
      throw IngestionError(file: file, .tooLarge(size: utf8.count, limit: Int(Int32.max)))
    }
    var builder = utf8.withUnsafeBufferPointer { bytes in
      var tokenizer = HTMLTokenizer(
        bytes, builder: HTMLTreeBuilder(limits: limits, capacity: bytes.count))
      tokenizer.run()
      return tokenizer.builder
    }
    if builder.isLate { try limits.deadline.check() }
    guard !builder.isFull else {
      throw IngestionError(file: file, .tooManyElements(limit: limits.maximumElements))
    }
    return builder.finish()
  }
}
