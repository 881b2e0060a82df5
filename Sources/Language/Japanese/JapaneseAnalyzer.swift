import Ingestion
import Source

/// Analyses Japanese text: sentences by punctuation, words by MeCab, dependencies by the particles and
/// endings.
final class JapaneseAnalyzer {
  private let morphology: MorphologicalAnalyzer
  private let grammar: PhraseGrammar

  /// - Throws: `ModelError` when MeCab or its dictionary is missing, `ResourceError` when the table of
  ///   grammar cannot be read.
  init() throws {
    morphology = try MorphologicalAnalyzer()
    grammar = try PhraseGrammar.shared.get()
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
    JapaneseSentences(text: text, range: range).ranges().map { range in
      Sentence(range: range, paragraph: paragraph, words: words(in: text, range: range))
    }
  }

  private func words(in text: SourceText, range: Range<Int>) -> [Word] {
    let label = JapaneseSentences.label(in: text, range: range)
    let start = label.upperBound
    let morphemes = self.morphemes(in: text, range: start..<range.upperBound)
    let labelMorphemes = self.morphemes(in: text, range: label)
    let count = labelMorphemes.count
    let dependencies = JapaneseParser.dependencies(of: morphemes.map(\.morpheme), grammar: grammar)
    let root = dependencies.indices.first { dependencies[$0].head == $0 }.map { $0 + count } ?? 0
    let labelWords = labelMorphemes.enumerated().map { index, item in
      // A label tells where its sentence stands, not what it says.
      word(
        item, in: text, partOfSpeech: .symbol, head: root,
        relation: index == root ? "root" : "discourse")
    }
    return labelWords
      + zip(morphemes, dependencies).map { item, dependency in
        word(
          item, in: text, partOfSpeech: PartOfSpeech(item.morpheme, dependency),
          head: dependency.head + count, relation: dependency.relation)
      }
  }

  private func word(
    _ item: (morpheme: Morpheme, range: Range<Int>), in text: SourceText,
    partOfSpeech: PartOfSpeech, head: Int, relation: String
  ) -> Word {
    let surface = text[item.range]
    let morpheme = item.morpheme
    return Word(
      range: item.range, text: surface,
      lemma: morpheme.kind == .numeral
        ? morpheme.surface : morpheme.baseForm ?? surface.lowercased(),
      partOfSpeech: partOfSpeech, tag: morpheme.tag, head: head, relation: relation,
      entityType: morpheme.entityType, beginsEntity: morpheme.entityType != nil,
      reading: morpheme.reading, inflection: morpheme.inflection)
  }

  // MARK: - Morphemes

  /// The morphemes in a part of a text with their places in it, white space left out.
  private func morphemes(
    in text: SourceText, range: Range<Int>
  ) -> [(morpheme: Morpheme, range: Range<Int>)] {
    pieces(of: text, range: range).flatMap { morphemes(inPiece: $0, of: text) }
  }

  /// Parts that MeCab can take at once: it gives up on words of 64 KB and more.
  private func pieces(of text: SourceText, range: Range<Int>) -> [Range<Int>] {
    let longest = 8000
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while range.upperBound - start > longest {
      let latest = start + longest
      let marks: Set<Unicode.Scalar> = ["、", "。", "，", " ", "　", "\n"]
      let mark = (start + longest / 2..<latest).last { marks.contains(text.scalars[$0]) }
      let end = mark.map { $0 + 1 } ?? latest
      pieces.append(start..<end)
      start = end
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  private func morphemes(
    inPiece range: Range<Int>, of text: SourceText
  ) -> [(morpheme: Morpheme, range: Range<Int>)] {
    guard !range.isEmpty else { return [] }
    let scalars = text.scalars[range].map(DictionaryForm.of)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let offsets = offsets(of: scalars)
    return morphology.morphemes(of: String(view)).compactMap { morpheme in
      guard morpheme.kind != .space else { return nil }
      let start = range.lowerBound + offsets[morpheme.bytes.lowerBound]
      let end = range.lowerBound + offsets[morpheme.bytes.upperBound]
      guard start < end else { return nil }
      return (morpheme, start..<end)
    }
  }

  /// The scalar offset of each UTF-8 offset of a text, its end included.
  private func offsets(of scalars: [Unicode.Scalar]) -> [Int] {
    var offsets: [Int] = []
    for (count, scalar) in scalars.enumerated() {
      offsets.append(contentsOf: repeatElement(count, count: UTF8.width(scalar)))
    }
    offsets.append(scalars.count)
    return offsets
  }
}

/// The form in which the dictionary lists characters: it knows marks in full width, and takes digits for one
/// number only in half width.
enum DictionaryForm {
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // Digits.
    case 0xFF10...0xFF19: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    // The marks of ASCII.
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
      return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
    // What would end the text for a C library.
    case 0: return "　"
    default: return scalar
    }
  }
}

extension PartOfSpeech {
  /// The universal part of speech of a morpheme in its relation: a verbal noun is a verb where する follows.
  init(_ morpheme: Morpheme, _ dependency: JapaneseParser.Dependency) {
    let relation = dependency.relation
    switch morpheme.kind {
    case _ where dependency.isVerb: self = .verb
    case .properNoun: self = .properNoun
    case .numeral: self = .numeral
    case .pronoun: self = .pronoun
    case .adjectivalNoun:
      // 平和 is a noun in 平和を守る, an adjective in 平和な and 平和に.
      self = dependency.isPredicate || relation == "advmod" ? .adjective : .noun
    case .formalNoun, .auxiliaryNoun: self = .particle
    case .prefix, .noun, .suffix, .counter, .adverbialNoun, .verbalNoun: self = .noun
    case .dependentVerb, .dependentAdjective, .auxiliary: self = .auxiliary
    case .verb: self = relation == "aux" ? .auxiliary : relation == "fixed" ? .adposition : .verb
    case .adjective: self = relation == "aux" ? .auxiliary : .adjective
    case .adverb: self = .adverb
    case .adnominal: self = .determiner
    case .conjunction: self = .coordinatingConjunction
    case .conjunctiveParticle: self = relation == "mark" ? .subordinatingConjunction : .adposition
    case .otherParticle: self = .particle
    case .interjection: self = .interjection
    case .comma, .stop, .opening, .closing, .space: self = .punctuation
    case .symbol: self = .punctuation
    case .caseParticle, .quotativeParticle, .bindingParticle, .adverbialParticle,
      .attributiveParticle, .coordinatingParticle, .adverbializingParticle:
      self = .adposition
    }
  }
}
