/// Exact words of an account and their place: what every finding rests on.
///
/// A quotation is a W3C `TextQuoteSelector` (Web Annotation Data Model, section 4.2.4) with the position
/// beside it (section 4.2.5): `text[start..<end] == exact` always holds, and `prefix` and `suffix` find the
/// words again in a source that has been edited.
public struct Quotation: Sendable, Hashable {
  /// The words, as they stand in the text.
  public let exact: String
  /// Up to 32 scalars that stand before them.
  public let prefix: String
  /// Up to 32 scalars that stand after them.
  public let suffix: String
  /// The place of the words, in Unicode scalars of the account's text.
  public let range: Range<Int>

  /// Quotes a range of a text.
  public init(of text: SourceText, at range: Range<Int>, context: Int = 32) {
    let range = range.clamped(to: text.range)
    self.exact = text[range]
    self.prefix = text[max(0, range.lowerBound - context)..<range.lowerBound]
    self.suffix = text[range.upperBound..<min(text.count, range.upperBound + context)]
    self.range = range
  }
}
