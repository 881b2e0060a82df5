import Source

/// Groups the names of places and bodies that no table has: the same letters, a short form that an account
/// introduces in brackets, and Japanese names by their sound.
struct NameGroups: Sendable {
  /// The name under which a name in Latin letters or kana is grouped.
  private var representatives: [String: String] = [:]
  private var known: [String: KnownName] = [:]
  private let latin: [LatinName]
  private let matcher: PersonMatcher
  /// What the words in katakana that no dictionary knows sound like.
  private var likenesses: [String: (key: String, distance: Double)] = [:]
  /// How often a name is one of a place, less how often it is one of a body.
  private var placeVotes: [String: Int] = [:]

  init(
    mentions: [Mention], acronyms: BracketedNames, table: NameTable, matcher: PersonMatcher
  ) {
    self.matcher = matcher
    var readings: [String: String] = [:]
    var votes: [String: Int] = [:]
    for mention in mentions {
      let key = Self.key(of: mention.text)
      switch mention.name {
      case .place(let reading):
        votes[key, default: 0] += 1
        readings[key] = reading ?? readings[key]
      case .organisation: votes[key, default: 0] -= 1
      default: continue
      }
    }
    let isLatin = { (key: String) in key.unicodeScalars.allSatisfy { !NamePatterns.isEastAsian($0) }
    }
    latin = votes.keys.filter(isLatin).sorted().map { name in
      LatinName(
        key: name, romanized: matcher.key(ofLatin: name),
        letters: Transliteration.letters(ofLatin: name))
    }
    join(acronyms, table: table)
    for key in votes.keys.filter({ !isLatin($0) }).sorted() where representatives[key] == nil {
      representatives[key] = nearest(to: key, reading: readings[key])?.key
    }
    for mention in mentions where likenesses[mention.text] == nil {
      guard case .unknown = mention.name, !isLatin(mention.text) else { continue }
      likenesses[mention.text] = nearest(to: mention.text, reading: nil)
    }
    for (key, count) in votes { placeVotes[group(of: key), default: 0] += count }
  }

  /// A name in Latin letters with what its sound is compared by.
  private struct LatinName: Sendable {
    let key: String
    let romanized: String?
    let letters: Transliteration.Letters
  }

  /// A name in small letters without an article and with single spaces, by which it is compared.
  static func key(of text: String) -> String {
    let words = text.lowercased().split { $0.isWhitespace }.map(String.init)
    let named = words.first == "the" && words.count > 1 ? Array(words.dropFirst()) : words
    return named.joined(separator: " ").replacing("’", with: "'")
  }

  /// What a place or body is known by.
  func entityKey(of text: String) -> EntityKey {
    let group = group(of: Self.key(of: text))
    return known[group].map { .known($0) } ?? .name(group)
  }

  /// Whether a name is one that some account has for a place or body.
  func contains(_ text: String) -> Bool { placeVotes[group(of: Self.key(of: text))] != nil }

  /// Whether what a group names is a place more often than a body.
  func isPlace(_ group: String) -> Bool { (placeVotes[group] ?? -1) >= 0 }

  /// The name in Latin letters that a word in katakana sounds like, and how near it is.
  func soundingLike(_ word: String) -> (key: String, distance: Double)? { likenesses[word] }

  /// The name in Latin letters that a Japanese one sounds like, and how near it is; nothing where several do.
  private func nearest(to text: String, reading: String?) -> (key: String, distance: Double)? {
    let isKatakana = text.unicodeScalars.allSatisfy { (0x30A0...0x30FF).contains($0.value) }
    let sounds = isKatakana ? matcher.sounds(ofKatakana: text.filter { $0 != "・" }) : nil
    let wanted = isKatakana ? nil : reading.flatMap(matcher.key(ofReading:))
    let found = latin.compactMap { name -> (key: String, distance: Double)? in
      if let sounds {
        return matcher.distance(katakana: sounds, latin: name.letters).map { (name.key, $0) }
      }
      return wanted != nil && name.romanized == wanted ? (name.key, 0) : nil
    }
    guard let best = found.map(\.distance).min() else { return nil }
    let near = found.filter { $0.distance < best + Transliteration.margin }
    return Set(near.map { group(of: $0.key) }).count == 1 ? near.first : nil
  }

  private func group(of key: String) -> String { representatives[key] ?? key }

  private mutating func join(_ acronyms: BracketedNames, table: NameTable) {
    for short in acronyms.shortForms {
      let names = acronyms.fullNames(of: short)
      let english = Set(names.filter { $0.first?.isASCII ?? false }.map(Self.key(of:)))
      let key = Self.key(of: short)
      guard english.count < 2 else { continue }
      let group = english.first ?? key
      for name in names.map(Self.key(of:)) + [key] where name != group {
        representatives[name] = group
      }
      if let name = table.patterns.name(of: short) { known[group] = name }
    }
  }
}
