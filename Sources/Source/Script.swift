extension Unicode.Scalar {
  /// Whether it is hiragana, in which Japanese writes its endings and particles.
  public var isHiragana: Bool { (0x3041...0x309F).contains(value) }

  /// Whether it is hiragana or katakana.
  public var isKana: Bool { (0x3041...0x30FF).contains(value) && value != 0x30FB }

  /// Whether it is kana or an ideograph.
  public var isKanaOrIdeograph: Bool { isKana || properties.isIdeographic }
}
