import Alignment
import CrossreadKit
import Source
import Values

@testable import Claims
@testable import Ingestion
@testable import Language

/// What is made of text, and the lines of requests that bring it.
extension FuzzTarget {
  static let requests = FuzzTarget(
    name: "requests",
    seeds: { _ in
      [
        #"{"id": 7, "claim": "The bridge opened.", "source": {"text": "It opened on Monday."}}"#,
        #"{"id": "a", "claim": "橋は開通した。", "source": {"sentences": ["開通した。"], "language": "ja"}, "span": "x"}"#,
        #"{"id": null, "text": "A text \ud83d\ude00 \ud800.", "language": "en"}"#,
        #"{"claim": "a b", "source": {"text": "a"}, "claim_tokens": ["a", "b"], "unsupported": [true, false]}"#,
      ].map { Array($0.utf8) }
    },
    read: { bytes in
      if let request = try? AnalysisRequest(line: bytes) {
        expect(!request.id.isEmpty, "an id is JSON")
      }
      let request = try CheckRequest(line: bytes)
      let length = request.claim.unicodeScalars.count
      for word in request.uncovered {
        expect(word.range.upperBound <= length, "words of a claim are in it")
      }
    })

  static let englishValues = values("english-values", .english) { _ in
    [
      "about 25 minutes on Saturday, 11 December 2021 at 12:20 (UTC+0)", "over $2.5 million",
      "between the 3rd and the 5th of March", "twenty-three and a half per cent", "-40 °C",
      "2021-12-11T12:20:00Z", "the last three quarters of FY2023/24", "1,234,567.89 km/h",
      "noon today, two days before Easter 1999", "phone +44 20 7946 0018, 192.168.0.1",
    ].map { Array($0.utf8) }
  }
  static let japaneseValues = values("japanese-values", .japanese) { _ in
    [
      "令和3年12月11日午後9時20分から約25分間", "二千五百万ドル以上", "第三四半期に前年同期比１２．５％増", "三分の一", "マイナス40度",
      "来週の金曜日の正午", "10月3日〜5日", "一万二千三百四十五人",
    ].map { Array($0.utf8) }
  }

  private static func values(
    _ name: String, _ language: LanguageTag,
    seeds: @escaping @Sendable (Repository) throws -> [[UInt8]]
  ) -> FuzzTarget {
    let recognizer = Result { try ValueRecognizer(language: language) }
    return FuzzTarget(name: name, maximumLength: 512, seeds: seeds) { bytes in
      let recognizer = try recognizer.get()
      let text = SourceText(String(decoding: bytes, as: UTF8.self))
      let values = recognizer.values(
        in: text, range: text.range, reference: Timestamp(iso8601: "2021-12-11T12:20+09:00"),
        timeZone: "Europe/London")
      var end = 0
      for value in values {
        expect(value.range.lowerBound >= end, "values are in order and do not overlap")
        expect(text[value.range] == value.text, "a value has its words")
        end = value.range.upperBound
      }
      expect(end <= text.count, "values are in the text")
      _ = recognizer.numbers(inside: values, of: text)
    }
  }

  static let englishClaims = claims("english-claims", .english) {
    try $0.formats(["release.txt", "release.md"])
      + [
        Array(
          "“We met for 25 minutes,” Ms Hale said, and neither side, who had asked for it, denied that."
            .utf8)
      ]
  }
  static let japaneseClaims = claims("japanese-claims", .japanese) { _ in
    [
      "林外務大臣は、ブリンケン国務長官と約25分間会談を行い、「連携を強化する」と述べた。",
      "両国は一致したが、日程は未定であり、（注）発表されていない。",
    ].map { Array($0.utf8) }
  }

  private static func claims(
    _ name: String, _ language: LanguageTag,
    seeds: @escaping @Sendable (Repository) throws -> [[UInt8]]
  ) -> FuzzTarget {
    FuzzTarget(name: name, maximumLength: 1024, seeds: seeds) { bytes in
      let reading = try AccountReader().read(bytes, named: "account.md")
      var accounts = reading.accounts
      for index in accounts.indices { accounts[index].language = language }
      for reader in try ClaimReaders.shared(for: language) {
        for claim in try reader.claims(of: accounts).joined() {
          for range in claim.ranges {
            expect(range.upperBound <= accounts[0].text.count, "claims are in the text")
          }
        }
      }
    }
  }
}

/// The readers of claims, which open their models once.
private enum ClaimReaders {
  private static let english = readers(for: .english)
  private static let japanese = readers(for: .japanese)

  static func shared(for language: LanguageTag) throws -> [ClaimReader] {
    try (language == .japanese ? japanese : english).get()
  }

  private static func readers(for language: LanguageTag) -> Result<[ClaimReader], any Error> {
    Result {
      let configuration = Comparer.Configuration(threads: 1)
      return try [Granularity.claim, .proposition].map {
        try ClaimReader(configuration: configuration, languages: [language], granularity: $0)
      }
    }
  }
}
