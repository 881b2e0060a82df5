import Source
import Testing

@testable import Values

/// The recognizers that the tests share.
enum Recognition {
  static let english = Result { try ValueRecognizer(language: .english) }
  static let japanese = Result { try ValueRecognizer(language: .japanese) }

  /// Sunday, 12 December 2021.
  static let reference = Timestamp(
    year: 2021, month: 12, day: 12, time: .init(hour: 10, minute: 30))

  static func values(
    _ text: String, _ language: LanguageTag = .english, reference: Timestamp? = reference,
    timeZone: String? = "Europe/London"
  ) throws -> [Value] {
    try recognizer(language).values(in: text, reference: reference, timeZone: timeZone)
  }

  static func recognizer(_ language: LanguageTag) throws -> ValueRecognizer {
    try language == .japanese ? japanese.get() : english.get()
  }

  /// The only value of a text.
  static func value(
    _ text: String, _ language: LanguageTag = .english, reference: Timestamp? = reference
  ) throws -> Value {
    let found = try values(text, language, reference: reference)
    try #require(found.count == 1, "\(text): \(found.map(\.text))")
    return found[0]
  }

  /// Each value of a text in a line: its words, kind and normal form.
  static func lines(
    _ text: String, _ language: LanguageTag = .english, reference: Timestamp? = reference
  ) throws -> [String] {
    try values(text, language, reference: reference).map {
      "\($0.text) | \($0.kind.rawValue) | \($0.timex ?? $0.value ?? "")"
    }
  }
}
