/// How finely a text is split into claims.
public enum Granularity: String, Sendable, Hashable, CaseIterable {
  /// One claim for each thing that a reader would agree or disagree with; what accounts are compared by.
  case claim
  /// One for each item, addition, role and bracket that the syntax tells apart, in English; in other languages
  /// as fine as claims.
  case proposition
}
