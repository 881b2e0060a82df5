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

  /// Tells the two languages that Crossread analyses from each other by their scripts: Japanese where a text has
  /// hiragana, without which no sentence of it does, or where kana and ideographs make up much of its letters; else
  /// English. A name that an English text gives in its own script, 「スタジオジブリ」 or 熊猫, makes no Japanese of it.
  public init(scriptOf text: String) {
    var letters = 0
    var own = 0
    var hasHiragana = false
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      letters += 1
      guard scalar.isKanaOrIdeograph else { continue }
      own += 1
      if scalar.isHiragana { hasHiragana = true }
    }
    let least = hasHiragana ? Self.leastShareWithHiragana : Self.leastShare
    self = own > 0 && Double(own) >= least * Double(letters) ? .japanese : .english
  }

  /// The share of a text's letters from which on kana and ideographs make it Japanese: sentences about foreign firms
  /// and products have few, 「Microsoft Windowsを使用」.
  private static let leastShareWithHiragana = 0.1
  private static let leastShare = 0.3

  /// The subtag.
  public var description: String { rawValue }
}
