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

  /// Tells the two languages that Crossread analyses from each other by their scripts: Japanese where a text
  /// has kana or ideographs, else English.
  public init(scriptOf text: String) {
    let isJapanese = text.unicodeScalars.contains {
      (0x3041...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
    }
    self = isJapanese ? .japanese : .english
  }

  /// The subtag.
  public var description: String { rawValue }
}
