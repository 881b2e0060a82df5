/// A meaning that words share, as WordNet numbers it: where it stands in the file of its part of speech.
public struct Synset: Sendable, Hashable, Comparable {
  /// The part of speech in the upper bits, the offset in bytes in the lower ones.
  private let rawValue: UInt32

  /// A part of speech that WordNet has a file of.
  enum Class: UInt32, CaseIterable, Sendable {
    case noun, verb, adjective, adverb

    /// How the files of the class are called behind the dot.
    var suffix: String {
      switch self {
      case .noun: "noun"
      case .verb: "verb"
      case .adjective: "adj"
      case .adverb: "adv"
      }
    }

    /// The class by the letter that the files have for it; `s` is an adjective that is like another.
    init?(letter: UInt8) {
      switch letter {
      case UInt8(ascii: "n"): self = .noun
      case UInt8(ascii: "v"): self = .verb
      case UInt8(ascii: "a"), UInt8(ascii: "s"): self = .adjective
      case UInt8(ascii: "r"): self = .adverb
      default: return nil
      }
    }

    /// Nothing for names: Turkey is no bird, and John no customer.
    init?(_ partOfSpeech: PartOfSpeech) {
      switch partOfSpeech {
      case .noun: self = .noun
      case .verb: self = .verb
      case .adjective: self = .adjective
      case .adverb: self = .adverb
      default: return nil
      }
    }
  }

  private static let bitsOfOffset: UInt32 = 28

  init(_ class: Class, offset: Int) {
    rawValue = `class`.rawValue << Self.bitsOfOffset | UInt32(truncatingIfNeeded: offset)
  }

  var `class`: Class { Class(rawValue: rawValue >> Self.bitsOfOffset) ?? .noun }
  var offset: Int { Int(rawValue & (1 << Self.bitsOfOffset - 1)) }

  /// By part of speech, then by place in its file.
  public static func < (one: Synset, other: Synset) -> Bool { one.rawValue < other.rawValue }
}

/// What a word means, and what that is a kind of.
public struct WordMeaning: Sendable {
  /// Its meanings, the most common ones.
  public let own: [Synset]
  /// Those, and what they are kinds of, a few steps up; in order.
  public let kinds: [Synset]
  /// The words that are derived from it or that it is derived from: "director" and "direction" of "direct".
  public let derivations: [String]
}
