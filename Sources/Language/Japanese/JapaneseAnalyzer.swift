import Ingestion
import Source

/// Analyses Japanese text: sentences by punctuation, words by MeCab.
final class JapaneseAnalyzer {
  private let morphology: MorphologicalAnalyzer

  /// - Throws: `ModelError` when MeCab or its dictionary is missing.
  init() throws {
    morphology = try MorphologicalAnalyzer()
  }

  /// The sentences of an account, with their words.
  func sentences(of account: Account) -> [Sentence] {
    account.paragraphs.enumerated().flatMap { index, paragraph in
      sentences(in: account.text, range: paragraph.range, paragraph: index)
    }
  }

  /// The sentences in a part of a text, with their words.
  ///
  /// - Complexity: linear in the length of the part.
  func sentences(in text: SourceText, range: Range<Int>, paragraph: Int = 0) -> [Sentence] {
    SentenceSplitter.japanese.sentences(in: text, range: range).map { range in
      Sentence(range: range, paragraph: paragraph, words: words(in: text, range: range))
    }
  }

  private func words(in text: SourceText, range: Range<Int>) -> [Word] {
    let sentence = text[range]
    let scalarOffsets = offsets(of: sentence)
    return morphology.morphemes(of: sentence).enumerated().map { index, morpheme in
      let start = range.lowerBound + scalarOffsets[morpheme.bytes.lowerBound]
      let end = range.lowerBound + scalarOffsets[morpheme.bytes.upperBound]
      let surface = text[start..<end]
      return Word(
        range: start..<end, text: surface, lemma: morpheme.baseForm ?? surface.lowercased(),
        partOfSpeech: partOfSpeech(ofTag: morpheme.tag), tag: morpheme.tag, head: index,
        entityType: morpheme.entityType, beginsEntity: morpheme.entityType != nil,
        reading: morpheme.reading)
    }
  }

  /// The scalar offset of each UTF-8 offset of a text, its end included.
  private func offsets(of text: String) -> [Int] {
    var offsets: [Int] = []
    var count = 0
    for scalar in text.unicodeScalars {
      offsets.append(contentsOf: repeatElement(count, count: UTF8.width(scalar)))
      count += 1
    }
    offsets.append(count)
    return offsets
  }

  /// The universal part of speech of an IPADIC tag, subclasses before their class.
  private func partOfSpeech(ofTag tag: String) -> PartOfSpeech {
    switch tag {
    case "名詞-固有名詞": return .properNoun
    case "名詞-数": return .numeral
    case "名詞-代名詞": return .pronoun
    case "名詞-形容動詞語幹", "名詞-ナイ形容詞語幹": return .adjective
    case "名詞-非自立": return .particle
    case "動詞-非自立", "動詞-接尾", "形容詞-非自立": return .auxiliary
    case "接頭詞-名詞接続": return .noun
    default: break
    }
    switch tag.prefix(while: { $0 != "-" }) {
    case "名詞": return .noun
    case "動詞": return .verb
    case "形容詞": return .adjective
    case "副詞": return .adverb
    case "連体詞": return .determiner
    case "接続詞": return .coordinatingConjunction
    case "助詞": return .adposition
    case "助動詞": return .auxiliary
    case "感動詞", "フィラー": return .interjection
    case "記号": return .punctuation
    default: return .other
    }
  }
}
