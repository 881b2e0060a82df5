import Foundation
import Source
import SeededRandomness
import Testing

@testable import Values

@Suite("Any text") struct PropertyTests {
  private static let pieces = [
    "25", "1", "12", "2021", "0000", "99999999999999999999999", "minutes", "December", "May", " ",
    " ",
    " ", "-", "–", ":", ".", ",", "/", "$", "€", "%", "(", ")", "from", "to", "and", "a", "half",
    "between",
    "about", "million", "hundred", "one", "twenty", "second", "next", "last", "week", "Monday",
    "p.m.",
    "at", "in", "of", "年", "月", "日", "午後", "時", "分", "間", "約", "一", "億", "二千", "令和", "第", "番目",
    "前", "後", "から", "まで", "の", "½", "é", "e\u{301}", "👨‍👩‍👧", "\u{0}", "\u{FEFF}", "\n", "\n\n", "\r\n",
    "２５", "％", "ﾄﾞﾙ", "\u{1F1EF}\u{1F1F5}", "’", "\u{E0001}", "http://a.b/1", "@", "#", "_", "°",
    "C", "第", "に", "さん", "じゅう", "パ", "ーセント", "割", "割引", "fifths", "-first", "over", "rest of the",
    ">=", "×10の",
  ]

  private static func text(_ seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let length = Int.random(in: 0...40, using: &generator)
    return (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test(
    "gives values in order that do not overlap and carry their own words",
    arguments: [LanguageTag.english, .japanese])
  func ranges(language: LanguageTag) throws {
    for seed in 0..<UInt64(3000) {
      let text = Self.text(seed)
      let source = SourceText(text)
      var end = 0
      for value in try Recognition.values(text, language) {
        #expect(value.range.lowerBound >= end && !value.range.isEmpty, "seed \(seed)")
        #expect(value.range.upperBound <= source.count, "seed \(seed)")
        #expect(value.text == source[value.range], "seed \(seed)")
        #expect(!value.normalizedDescription.isEmpty, "seed \(seed)")
        end = value.range.upperBound
      }
    }
  }

  @Test("gives the same values again")
  func repeatable() throws {
    for seed in 0..<UInt64(200) {
      let text = Self.text(seed)
      #expect(try Recognition.values(text) == Recognition.values(text), "seed \(seed)")
    }
  }

  @Test("compares with itself as equal, or says that too little is known")
  func reflexive() throws {
    for seed in 0..<UInt64(500) {
      for value in try Recognition.values(Self.text(seed)) {
        #expect(value.compared(with: value).relation != .different, "seed \(seed): \(value.text)")
      }
    }
  }

  @Test("a range of a text gives the values of that range, counted from the text's beginning")
  func subrange() throws {
    let text = SourceText("On 11 December 2021 they met for 25 minutes.")
    let found = try Recognition.english.get().values(in: text, range: 20..<text.count)
    #expect(found.map(\.text) == ["25 minutes"])
    #expect(found.first.map { text[$0.range] } == "25 minutes")
  }

  @Test(
    "a long run of one word ends in good time",
    arguments: [
      "one ", "from ", "1-", "half ", "and a ", "next ", "hundred ", "1.", "twenty-", "the ",
      "a fifth of ",
    ])
  func hostile(word: String) throws {
    #expect(try Recognition.values(String(repeating: word, count: 2000)).count < 4001)
  }

  @Test("a language without tables still gives digits")
  func otherLanguage() throws {
    let recognizer = try ValueRecognizer(language: LanguageTag(rawValue: "fr"))
    #expect(recognizer.readsDigitsOnly)
    let english = try Recognition.english.get()
    #expect(!english.readsDigitsOnly)
    #expect(recognizer.values(in: "le 2021-12-11, 25 minutes").map(\.text) == ["2021-12-11", "25"])
  }
}

@Suite("The tables") struct TableTests {
  @Test("of English and Japanese have files of the same names", arguments: ["en", "ja"])
  func sameFiles(folder: String) {
    let names =
      ["calendar", "currencies", "dates", "descriptions", "durations", "hedges", "language"]
      + ["lookalikes", "numbers", "ranges", "times", "units", "zones"]
    #expect(Language.fileNames(LanguageTag(rawValue: folder)) == names.map { $0 + ".yaml" })
  }

  @Test("name only units that are defined, spans that are counted and hedges that are known")
  func keysAreKnown() throws {
    for tag in [LanguageTag.english, .japanese] {
      let language = try #require(try Language(tag))
      for word in language.words(of: ["unit", "scale-of-heat", "heat-name", "heat-sign"]) {
        #expect(language.units[word] != nil, "\(tag): \(word)")
      }
      for word in language.words(of: ["span-unit", "one-span", "spans", "period", "per-unit"]) {
        #expect(SpanUnit(rawValue: word) != nil, "\(tag): \(word)")
      }
      for word in language.words(of: ["hedge", "hedge-after"]) {
        #expect(Hedge(rawValue: word) != nil, "\(tag): \(word)")
      }
      for word in language.words(of: ["bound", "bound-more", "bound-span"]) {
        #expect(Bound(rawValue: word) != nil, "\(tag): \(word)")
      }
    }
  }

  @Test("name only holidays whose day can be told", arguments: [LanguageTag.english, .japanese])
  func holidaysAreKnown(tag: LanguageTag) throws {
    let language = try #require(try Language(tag))
    for rule in language.words(of: ["holiday"]) {
      #expect(Holiday.day(rule, in: 2021) != nil, "\(tag): \(rule)")
    }
  }

  @Test("name only time zones that the system knows")
  func zonesAreKnown() throws {
    for tag in [LanguageTag.english, .japanese] {
      let language = try #require(try Language(tag))
      for name in language.words(of: ["zone", "region"]) {
        #expect(TimeZone(identifier: name) != nil, "\(tag): \(name)")
      }
    }
  }

  @Test(
    "say what is wrong with a pattern",
    arguments: ["<month", "[a", "'a", "<day=d>", "<d 1-31>", "a)"])
  func badPattern(pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(parsing: pattern) }
  }
}
