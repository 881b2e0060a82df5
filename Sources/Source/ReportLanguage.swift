/// A language that reports are written in; the raw values are those of BCP 47.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case japanese = "ja"

  /// The language as accounts have theirs.
  public var tag: LanguageTag { LanguageTag(rawValue: rawValue) }
}
