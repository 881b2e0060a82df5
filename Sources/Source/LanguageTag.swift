/// A language as BCP 47 writes it (RFC 5646), reduced to its primary subtag: `en`, `ja`, `fr`.
public struct LanguageTag: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The primary subtag in lower case.
  public let rawValue: String

  /// English.
  public static let english = LanguageTag(rawValue: "en")
  /// Japanese.
  public static let japanese = LanguageTag(rawValue: "ja")
  /// Not known: BCP 47's `und`.
  public static let undetermined = LanguageTag(rawValue: "und")

  /// Takes any tag, such as `en-GB` or `ja_JP`, and keeps its primary subtag.
  public init(rawValue: String) {
    let primary = rawValue.lowercased().split { $0 == "-" || $0 == "_" }.first
    self.rawValue = primary.map(String.init) ?? "und"
  }

  /// The subtag.
  public var description: String { rawValue }
}
