import Ingestion
import Source

/// The names that `event.yaml` gives, made ready to be found in texts; they count before all others.
struct ListedNames: Sendable {
  let entities: [NamedEntity]
  /// The names that no table of Crossread's own has.
  let patterns: NamePatterns
  /// What the tables know, by the entity that lists a name of it.
  let known: [KnownName: Int]
  /// The names of each entity as those of a person, without titles.
  let people: [[PersonName]]
  /// The entities that are listed with a title before or behind a name.
  let titled: Set<Int>

  init(_ entities: [NamedEntity], table: NameTable, titles: TitleTable) {
    self.entities = entities
    var patterns = NamePatterns()
    var known: [KnownName: Int] = [:]
    var people: [[PersonName]] = []
    var titled: Set<Int> = []
    for (index, entity) in entities.enumerated() {
      var names: [PersonName] = []
      for text in [entity.name] + entity.aliases {
        if let name = table.knownName(of: text) {
          known[name] = known[name] ?? index
          continue
        }
        patterns.add(text, as: .listed(index))
        let name = WrittenName(text, titles: titles, table: table)
        names += name.person.map { [$0] } ?? []
        if !name.offices.isEmpty { titled.insert(index) }
      }
      people.append(names)
    }
    patterns.sort()
    self.patterns = patterns
    self.known = known
    self.people = people
    self.titled = titled
  }
}

extension NameTable {
  /// What the tables know a whole text as, a unit of government with its country.
  func knownName(of text: String) -> KnownName? {
    let source = SourceText(text)
    // Without a dictionary's words every place may be a border.
    let matches = OrganMentions(text: source, table: self).joined(
      patterns.matches(in: source, range: source.range, borders: Set(0...source.count)))
    return matches.first { $0.range == source.range }?.name
  }
}

/// The name of a person outside of running text, in a byline or in `event.yaml`, without its titles.
struct WrittenName {
  let person: PersonName?
  let offices: Set<String>

  init(_ text: String, titles: TitleTable, table: NameTable) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: NamePatterns.isEastAsian) else {
      (person, offices) = Self.latin(text, titles: titles)
      return
    }
    (person, offices) = Self.japanese(SourceText(text), titles: titles, table: table)
  }

  private static func latin(_ text: String, titles: TitleTable) -> (PersonName?, Set<String>) {
    var words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    var offices: Set<String> = []
    while !words.isEmpty, let title = titles.englishTitle(in: words, at: 0) {
      offices.insert(title.office)
      words.removeFirst(title.length)
    }
    let isName = words.allSatisfy { word in
      (word.first?.isUppercase ?? false) || titles.particles.contains(word)
    }
    guard isName, (1...5).contains(words.count) else { return (nil, offices) }
    return (PersonName(script: .latin, words: words.map { NameWord($0) }), offices)
  }

  private static func japanese(
    _ text: SourceText, titles: TitleTable, table: NameTable
  ) -> (PersonName?, Set<String>) {
    var end = text.count
    var offices: Set<String> = []
    while let title = title(before: end, in: text, titles: titles) {
      offices.formUnion(title.offices)
      end -= title.length
    }
    if end < text.count, end > 1, table.kanji[Character(text.scalars[end - 1])] != nil,
      !text.scalars[end - 2].properties.isIdeographic
    {
      end -= 1
    }
    guard end > 0 else { return (nil, offices) }
    let name = text[0..<end]
    let isKatakana = name.unicodeScalars.allSatisfy { (0x30A0...0x30FF).contains($0.value) }
    let words = isKatakana ? name.split(separator: "・").map(String.init) : name.map { String($0) }
    return (
      PersonName(script: isKatakana ? .katakana : .kanji, words: words.map { NameWord($0) }),
      offices
    )
  }

  /// The longest title that ends at a place.
  private static func title(
    before end: Int, in text: SourceText, titles: TitleTable
  ) -> (length: Int, offices: Set<String>)? {
    (1..<max(end, 1)).lazy.compactMap { start in
      titles.japaneseTitle(in: text, at: start).flatMap { $0.length == end - start ? $0 : nil }
    }.first
  }
}
