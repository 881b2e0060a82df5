import Source

/// Finds the values in texts of one language.
///
/// A recognizer loads its language's tables once and is then a value that can be shared and called from
/// any number of tasks.
///
///     let recognizer = try ValueRecognizer(language: .english)
///     recognizer.values(in: "They met for about 25 minutes.")   // one duration, PT25M
public struct ValueRecognizer: Sendable {
  private let rules: Language
  /// There are no tables for the language that was asked for: words such as "million" or "tomorrow" are not
  /// known.
  public let readsDigitsOnly: Bool

  /// Loads the words and rules of a language.
  ///
  /// A language that has none is read by the rules for digits alone, which know no words.
  ///
  /// - Throws: ``ResourceError`` or an error of the file system where the tables cannot be read.
  public init(language: LanguageTag) throws {
    let own = language == .undetermined ? nil : try Language(language)
    guard let rules = try own ?? Language(.undetermined) else {
      throw ResourceError(name: language.rawValue, reason: "there are no tables for this language")
    }
    self.rules = rules
    readsDigitsOnly = own == nil
  }

  /// The values of a text, in order; they do not overlap.
  ///
  /// - Parameters:
  ///   - text: the text; ranges count its Unicode scalars.
  ///   - reference: when it was written, from which "today" and "last week" count.
  ///   - timeZone: the IANA name of the zone that "local time" means.
  /// - Complexity: linear in the length of the text.
  public func values(
    in text: String, reference: Timestamp? = nil, timeZone: String? = nil
  ) -> [Value] {
    let source = SourceText(text)
    return values(in: source, range: source.range, reference: reference, timeZone: timeZone)
  }

  /// The values of a range of a text, with ranges that count from the beginning of the text.
  ///
  /// - Parameter day: the value that named a day last before the range: "the following day" goes back to it.
  public func values(
    in text: SourceText, range: Range<Int>, reference: Timestamp? = nil, timeZone: String? = nil,
    behind day: Value? = nil
  ) -> [Value] {
    let range = range.clamped(to: text.range)
    var scan = ValueScan(
      rules: rules, text: text, range: range, reference: reference, timeZone: timeZone, behind: day)
    return scan.values()
  }

  /// The numbers and ordinals inside values of other kinds: 20 in "$20"; 2018, 5 and 17 in 2018年5月17日;
  /// the third in "forty-two and a third".
  ///
  /// They are for readers who look for every number written. What they say is part of what the value around
  /// them says, so claims are not compared by them.
  ///
  /// - Parameter values: values of the text, as ``values(in:range:reference:timeZone:)`` finds them.
  public func numbers(inside values: [Value], of text: SourceText) -> [Value] {
    values.flatMap { outer in
      guard outer.kind != .ordinal, !outer.isPartOfCode else { return [Value]() }
      let families: Set<Family> = outer.kind == .number ? [.ordinal] : [.number, .ordinal]
      var scan = ValueScan(rules: rules, families: families, text: text, range: outer.range)
      return scan.values().filter { !$0.isPartOfCode }
    }
  }
}
