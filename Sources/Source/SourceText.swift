/// The text of an account as it was read, addressed by Unicode scalars.
///
/// Every range in Crossread — of a paragraph, a sentence, a value, a claim, a quote — counts Unicode
/// scalars from the beginning of this text, so that `text[start:end]` means the same in Python, in the
/// machine formats and here.
public struct SourceText: Sendable, Hashable {
  /// The text as a string.
  public let string: String

  /// The text's scalars, for access by offset in constant time.
  public let scalars: [Unicode.Scalar]

  /// Makes a source text of a string, in time linear in its length.
  public init(_ string: String) {
    self.string = string
    self.scalars = Array(string.unicodeScalars)
  }

  /// The number of scalars.
  public var count: Int { scalars.count }

  /// The range of the whole text.
  public var range: Range<Int> { 0..<scalars.count }

  /// The words that stand in a range, exactly as they stand there.
  ///
  /// - Complexity: linear in the length of the range.
  public subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// A range without the white space at its two ends; empty where there is nothing else in it.
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, scalars[lower].properties.isWhitespace { lower += 1 }
    while upper > lower, scalars[upper - 1].properties.isWhitespace { upper -= 1 }
    return lower..<upper
  }
}
