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
    /// A word that the dictionary or the pipeline does not know: it counts where it is the family name of someone
    /// named in full, or where a name elsewhere sounds like it.
    case unknown
  }
}

extension Mention {
  /// Whether only the English pipeline takes it for a name.
  var isOfPipeline: Bool {
    switch name {
    case .organisation, .place: true
    case .person(_, let offices, _): offices.isEmpty
    case .known, .unknown: false
    }
  }

  /// Whether it is more than what the English pipeline takes for a name: a body or listed name that is known, a
  /// person that a title tells. A known place may be a part of a longer name.
  fileprivate var isSure: Bool {
    switch name {
    case .known(.region), .known(.place): false
    case .known: true
    case .person(_, let offices, _): !offices.isEmpty
    default: false
    }
  }

  /// Whether a name of `event.yaml` ends inside of a longer name of a person: "Minister Ono" of "Minister Ono Haruto".
  func isCut(by person: Mention) -> Bool {
    guard case .known(.listed) = name else { return false }
    return range.overlaps(person.range) && range.upperBound < person.range.upperBound
  }

  /// Whether it is a country that is named inside of a longer name: Japan's foreign ministry, 米国務長官 behind
  /// a name; Jordan in Michael Jordan is none.
  fileprivate func isCountry(inside other: Mention) -> Bool {
    guard case .known(.region) = name, other.range != range, other.range.overlaps(range) else {
      return false
    }
    switch other.name {
    case .known, .organisation: return true
    case .person:
      return range.lowerBound >= other.range.lowerBound + other.text.unicodeScalars.count
    case .place, .unknown: return false
    }
  }
}

extension [Mention] {
  /// Without those that overlap a surer or longer one; of two that are as long, the first in the list stays.
  /// Countries stay inside of the names of bodies and behind those of people.
  var withoutOverlaps: [Mention] {
    let ranked = enumerated().sorted {
      ($0.element.isSure ? 0 : 1, -$0.element.range.count, $0.offset)
        < ($1.element.isSure ? 0 : 1, -$1.element.range.count, $1.offset)
    }
    var kept: [Mention] = []
    var inside: [Mention] = []
    for (_, mention) in ranked {
      let over = kept.filter { $0.range.overlaps(mention.range) }
      if over.isEmpty {
        kept.append(mention)
      } else if over.allSatisfy(mention.isCountry(inside:)) {
        inside.append(mention)
      }
    }
    return (kept + inside).sorted {
      ($0.range.lowerBound, $1.range.count) < ($1.range.lowerBound, $0.range.count)
    }
  }
}
