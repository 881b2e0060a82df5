import Source

/// Words of an account that name something, before it is known what else names the same.
struct Mention: Sendable {
  let account: String
  let range: Range<Int>
  /// The words at the place.
  let written: String
  /// The name in them, without the titles that a Japanese name has behind it.
  let text: String
  let name: Name

  init(account: String, range: Range<Int>, in source: SourceText, text: String? = nil, name: Name) {
    self.account = account
    self.range = range
    written = source[range]
    self.text = text ?? source[range]
    self.name = name
  }

  /// What a mention tells by itself.
  enum Name: Sendable {
    case known(KnownName)
    /// A person, with the offices that the titles beside the name tell. `isCertain` where a title or the
    /// English pipeline says that it is one.
    case person(PersonName, offices: Set<String>, isCertain: Bool)
    /// A place or body, with its reading where it is written in kanji.
    case place(reading: String?)
    case organisation
    /// A word in katakana that the dictionary does not know: it counts where a name elsewhere sounds like it.
    case unknown
  }
}

extension [Mention] {
  /// Without those that overlap a longer one; of two that are as long, the first in the list stays.
  var withoutOverlaps: [Mention] {
    let ranked = enumerated().sorted {
      (-$0.element.range.count, $0.offset) < (-$1.element.range.count, $1.offset)
    }
    var kept: [Mention] = []
    for (_, mention) in ranked where !kept.contains(where: { $0.range.overlaps(mention.range) }) {
      kept.append(mention)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
