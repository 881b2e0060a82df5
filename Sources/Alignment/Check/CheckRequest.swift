import Ingestion
import Language
import Source

/// A claim to check against a source, as a line of JSON gives it: `{"id", "claim", "context"?, "source":
/// {"text"} | {"sentences": [...]}}`, each with a `"language"` where the line names one. Where the line names a
/// `"span"` of the source, the claim is checked against these words alone.
public struct CheckRequest: Sendable {
  /// The identifier as JSON, to be given back as it came; `null` where there is none.
  public let id: String
  /// What is to be checked.
  public let claim: String
  /// The language of the claim.
  public let language: LanguageTag
  /// The source's sentences, where the line gives them apart; else the paragraphs of its text.
  public let passages: [String]
  /// Whether the passages are sentences and are not to be cut again.
  public let areSentences: Bool
  /// Whether the source is a part of a sentence.
  public let isSpan: Bool
  /// The language of the source.
  public let sourceLanguage: LanguageTag
  /// When the source was written, from which "today" counts in it.
  public let published: Timestamp?
  /// What the right answer is, in data to learn from: `supported`, `contradicted`, anything else.
  public let label: String?

  /// The words of the claim that the source does not cover, in data to learn from: each word's place, and whether
  /// it is so.
  public let uncovered: [(range: Range<Int>, isUncovered: Bool)]

  /// What is wrong with a line.
  public typealias Mistake = RequestLine.Mistake

  /// Asks what sentences do with a claim; where no language is given, the script tells.
  public init(claim: String, sentences: [String], language: LanguageTag? = nil) {
    id = "null"
    self.claim = claim
    self.language = LanguageTag(scriptOf: claim)
    passages = sentences
    areSentences = true
    isSpan = false
    sourceLanguage = language ?? LanguageTag(scriptOf: sentences.joined())
    published = nil
    label = nil
    uncovered = []
  }

  /// The same question put to a text in which the source's sentences stand among others.
  ///
  /// - Parameters:
  ///   - others: where the other sentences come from; those in another language are left out.
  ///   - place: how many of them stand before.
  func asked(of others: [CheckRequest], place: Int) -> CheckRequest {
    let beside = others.filter { $0.sourceLanguage == sourceLanguage }.flatMap(\.passages)
      .filter { !passages.contains($0) }
    let before = beside.prefix(place)
    return CheckRequest(self, passages: before + passages + beside.dropFirst(before.count))
  }

  private init(_ other: CheckRequest, passages: [String]) {
    self.passages = passages
    id = other.id
    claim = other.claim
    language = other.language
    areSentences = true
    isSpan = false
    sourceLanguage = other.sourceLanguage
    published = other.published
    label = other.label
    uncovered = []
  }

  /// Whether another request puts the same claim to another source.
  public func hasClaim(of other: CheckRequest) -> Bool {
    claim == other.claim && language == other.language
  }

  /// The requests that follow on each other with one claim, as ranges of their places.
  static func questions(_ requests: [CheckRequest]) -> [Range<Int>] {
    requests.indices.reduce(into: []) { questions, index in
      if let last = questions.last, requests[index].hasClaim(of: requests[last.lowerBound]) {
        questions[questions.count - 1] = last.lowerBound..<index + 1
      } else {
        questions.append(index..<index + 1)
      }
    }
  }

  /// Asks what an account does with a claim.
  ///
  /// - Parameters:
  ///   - language: the language of the claim; where none is given, the script tells.
  ///   - label: what the right answer is, in data to learn from.
  public init(
    claim: String, language: LanguageTag? = nil, account: Account, label: String? = nil
  ) {
    id = "null"
    self.claim = claim
    self.language = language ?? LanguageTag(scriptOf: claim)
    passages = account.paragraphs.map { account.text[$0.range] }
    areSentences = false
    isSpan = false
    sourceLanguage = account.language
    published = account.published
    self.label = label
    uncovered = []
  }

  /// Reads a line.
  ///
  /// - Throws: ``Mistake`` where it is no JSON object or lacks the claim or the source.
  public init(line: [UInt8]) throws(Mistake) {
    let line = try RequestLine(line)
    guard let source = line.members["source"] as? [String: Any] else {
      throw Mistake(description: "\"source\" is missing or no object")
    }
    var passages: [String]
    var areSentences: Bool
    if let sentences = source["sentences"] {
      guard let sentences = sentences as? [String] else {
        throw Mistake(description: "\"source\": \"sentences\" is no list of strings")
      }
      passages = sentences
      areSentences = true
    } else if let text = source["text"] as? String {
      passages = Self.paragraphs(of: text)
      areSentences = false
    } else {
      throw Mistake(description: "\"source\" has neither \"text\" nor \"sentences\"")
    }
    let span = try line.optionalString("span")
    if let span {
      passages = [span]
      areSentences = true
    }
    isSpan = span != nil
    self.passages = passages
    self.areSentences = areSentences
    id = line.id
    claim = try line.string("claim")
    language =
      try line.optionalString("language").map(LanguageTag.init(rawValue:))
      ?? LanguageTag(scriptOf: claim)
    sourceLanguage =
      (source["language"] as? String).map(LanguageTag.init(rawValue:))
      ?? LanguageTag(scriptOf: passages.joined(separator: "\n"))
    published = nil
    label = try line.optionalString("label")
    uncovered = Self.uncovered(
      line.members["claim_tokens"] as? [String] ?? [],
      line.members["unsupported"] as? [Bool] ?? [], of: claim)
  }

  /// The paragraphs of a text: one ends where a line ends as a sentence does and the next does not go on in small letters,
  /// or before an empty line; other lines go on in the next, with what is between them.
  private static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    var isSentence = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard let first = line.first(where: { !$0.isWhitespace }) else {
        isOpen = false
        continue
      }
      if isOpen, !isSentence || first.isLowercase || closing.contains(first) {
        paragraphs[paragraphs.count - 1] += "\n" + line
      } else {
        paragraphs.append(String(line))
      }
      isOpen = true
      let last = line.last { !$0.isWhitespace && !closing.contains($0) }
      isSentence = last.map(sentenceEnds.contains) ?? isSentence
    }
    return paragraphs
  }

  private static let sentenceEnds: Set<Character> = [".", "!", "?", "…", "。", "！", "？"]
  /// What may stand behind the end of a sentence.
  private static let closing: Set<Character> = ["\"", "'", "”", "’", ")", "]", "」", "』", "）"]

  /// The places of words that a line gives apart, one after the other; a word that is not found near the one before
  /// it is left out.
  private static func uncovered(
    _ words: [String], _ flags: [Bool], of claim: String
  ) -> [(range: Range<Int>, isUncovered: Bool)] {
    let text = Array(claim.unicodeScalars)
    var start = 0
    return zip(words, flags).compactMap { word, flag in
      let scalars = Array(word.unicodeScalars)
      let end = min(text.count - scalars.count, start + 1_000) + 1
      guard !scalars.isEmpty,
        let place = (start..<max(start, end)).first(where: {
          text[$0..<$0 + scalars.count].elementsEqual(scalars)
        })
      else { return nil }
      start = place + scalars.count
      return (place..<start, flag)
    }
  }
}
