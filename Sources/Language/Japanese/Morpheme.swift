/// A morpheme with IPADIC's description of it.
struct Morpheme: Sendable, Hashable {
  /// The place in the UTF-8 form of the text.
  let bytes: Range<Int>
  /// The morpheme as it was given to the dictionary.
  let surface: String
  /// What sort of morpheme it is.
  let kind: Kind
  /// IPADIC's features: part of speech with three subclasses, conjugation type and form, base form,
  /// reading, pronunciation, separated by commas; `*` where there is none.
  private let features: [Substring]

  init(bytes: Range<Int>, surface: Substring, features: String) {
    self.bytes = bytes
    self.surface = String(surface)
    self.features = features.split(separator: ",", omittingEmptySubsequences: false)
    kind = Kind(features: self.features, surface: surface)
  }

  /// Part of speech with its subclasses: `名詞-固有名詞-地域-国`.
  var tag: String { (0..<4).compactMap(feature).joined(separator: "-") }

  /// The form under which a dictionary lists it; nothing for a word that the dictionary does not list.
  var baseForm: String? { feature(6) }

  /// The base form, or the morpheme as it stands where the dictionary does not list it.
  var lemma: String { baseForm ?? surface.lowercased() }

  /// How it is read, in katakana; nothing for a word that the dictionary does not list.
  var reading: String? { feature(7) }

  /// The form in which it stands: `連用形`, `連用タ接続`.
  var inflection: String? { feature(5) }

  /// What a proper noun of the dictionary names, in the terms of the English pipeline; nothing for words
  /// that IPADIC only guesses at.
  var entityType: String? {
    guard reading != nil, feature(1) == "固有名詞" else { return nil }
    switch feature(2) {
    case "人名": return "PERSON"
    case "地域": return "GPE"
    case "組織": return "ORG"
    default: return nil
    }
  }

  private func feature(_ index: Int) -> String? {
    guard index < features.count, features[index] != "*" else { return nil }
    return String(features[index])
  }
}

extension Morpheme {
  /// The sorts of morphemes that phrases are built by: IPADIC's classes, as far as they differ in that.
  enum Kind: Sendable, Hashable {
    case prefix, noun, properNoun, numeral, pronoun, verbalNoun, adjectivalNoun, formalNoun
    case auxiliaryNoun, suffix, counter, adverbialNoun
    case verb, dependentVerb, adjective, dependentAdjective, adverb, adnominal, conjunction
    case caseParticle, quotativeParticle, bindingParticle, adverbialParticle, conjunctiveParticle
    case attributiveParticle, coordinatingParticle, adverbializingParticle, otherParticle
    case auxiliary, interjection, comma, stop, opening, closing, symbol, space

    /// Whether it can be part of a run of nouns.
    var isNominal: Bool {
      switch self {
      case .prefix, .noun, .properNoun, .numeral, .pronoun, .verbalNoun, .adjectivalNoun, .suffix,
        .counter, .adverbialNoun:
        true
      default: false
      }
    }

    var isParticle: Bool {
      switch self {
      case .caseParticle, .quotativeParticle, .bindingParticle, .adverbialParticle,
        .conjunctiveParticle, .attributiveParticle, .coordinatingParticle, .adverbializingParticle,
        .otherParticle:
        true
      default: false
      }
    }

    var isPunctuation: Bool {
      switch self {
      case .comma, .stop, .opening, .closing, .symbol, .space: true
      default: false
      }
    }
  }
}

extension Morpheme.Kind {
  init(features: [Substring], surface: Substring) {
    let feature = { (index: Int) -> Substring in index < features.count ? features[index] : "" }
    // The dictionary takes marks that it does not list for verbal nouns.
    let isUnlisted = feature(6) == "*" || feature(6).isEmpty
    if isUnlisted, !surface.unicodeScalars.contains(where: \.properties.isAlphabetic),
      feature(1) != "数"
    {
      self = .symbol
      return
    }
    switch feature(0) {
    case "名詞": self = Self.noun(feature(1), feature(2))
    case "接頭詞": self = .prefix
    case "動詞": self = feature(1) == "自立" ? .verb : .dependentVerb
    case "形容詞": self = feature(1) == "自立" ? .adjective : .dependentAdjective
    case "副詞": self = .adverb
    case "連体詞": self = .adnominal
    case "接続詞": self = .conjunction
    case "助詞": self = Self.particle(feature(1), feature(2))
    case "助動詞": self = .auxiliary
    case "感動詞", "フィラー": self = .interjection
    case "記号": self = Self.mark(feature(1))
    default: self = .noun
    }
  }

  private static func noun(_ subclass: Substring, _ detail: Substring) -> Self {
    switch subclass {
    case "固有名詞": .properNoun
    case "数": .numeral
    case "代名詞": .pronoun
    case "サ変接続": .verbalNoun
    case "形容動詞語幹", "ナイ形容詞語幹": .adjectivalNoun
    case "副詞可能": .adverbialNoun
    case "非自立", "特殊": detail == "助動詞語幹" ? .auxiliaryNoun : .formalNoun
    case "接尾":
      switch detail {
      case "助数詞": .counter
      case "サ変接続": .verbalNoun
      case "助動詞語幹": .auxiliaryNoun
      default: .suffix
      }
    default: .noun
    }
  }

  private static func particle(_ subclass: Substring, _ detail: Substring) -> Self {
    switch subclass {
    case "格助詞": detail == "引用" ? .quotativeParticle : .caseParticle
    case "係助詞": .bindingParticle
    case "副助詞", "副助詞／並立助詞／終助詞": .adverbialParticle
    case "接続助詞": .conjunctiveParticle
    case "連体化": .attributiveParticle
    case "並立助詞": .coordinatingParticle
    case "副詞化": .adverbializingParticle
    default: .otherParticle
    }
  }

  private static func mark(_ subclass: Substring) -> Self {
    switch subclass {
    case "読点": .comma
    case "句点": .stop
    case "括弧開": .opening
    case "括弧閉": .closing
    case "空白": .space
    case "アルファベット": .noun
    default: .symbol
    }
  }
}
