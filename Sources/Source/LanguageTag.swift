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

  /// Tells the two languages that Crossread analyses from each other by their scripts, brackets left out: Japanese where
  /// kana and ideographs make up a fifth of a text's letters, or a tenth where it has hiragana, without which hardly a
  /// sentence of it does; else English. A name that English gives in its own script, (スタジオジブリ), makes no
  /// Japanese of it.
  public init(scriptOf text: String) {
    var letters = 0
    var own = 0
    var hasHiragana = false
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "(" || scalar == "（" { depth += 1 }
      if scalar == ")" || scalar == "）" { depth = max(0, depth - 1) }
      guard depth == 0, scalar.properties.isAlphabetic else { continue }
      letters += 1
      guard scalar.isKanaOrIdeograph else { continue }
      own += 1
      if scalar.isHiragana { hasHiragana = true }
    }
    let least = hasHiragana ? Self.leastShareWithHiragana : Self.leastShare
    self = own > 0 && Double(own) >= least * Double(letters) ? .japanese : .english
  }

  private static let leastShareWithHiragana = 0.1
  private static let leastShare = 0.2

  /// The subtag.
  public var description: String { rawValue }
}
