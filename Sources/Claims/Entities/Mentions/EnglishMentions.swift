import Foundation
import Language
import Source

/// Finds what an account in Latin letters names: names of the tables, what the English pipeline takes for
/// names, and words with a capital behind a title.
struct EnglishMentions {
  let account: String
  let text: SourceText
  /// What to look names up in, those that count more first.
  let patterns: [NamePatterns]
  let table: NameTable
  let titles: TitleTable

  /// The mentions in a sentence, in order; none overlaps another.
  func mentions(in sentence: Sentence) -> [Mention] {
    let entities = entities(of: sentence.words)
    let matches = NameMatch.withoutOverlaps(
      patterns.flatMap { $0.matches(in: text, range: sentence.range, borders: []) })
    let known = OrganMentions(text: text, table: table).joined(matches).filter { match in
      !entities.contains { isPart(match, of: $0, beside: matches) }
        && !isOfAnother(match, in: sentence.words)
    }.map { mention($0.range, .known($0.name)) }
    let people = people(in: sentence.words, beside: matches)
    let titled = titleSpans(in: sentence.words)
    let others = entities.compactMap(mention(of:)) + unknown(in: sentence.words)
    return
      (known.filter { name in !people.contains(where: name.isCut(by:)) } + people
      + others.filter { other in !titled.contains { $0.overlaps(other.range) } }).withoutOverlaps
  }

  /// Where titles stand, with a name or without: "Antony Blinken, Secretary of State" names no state.
  private func titleSpans(in words: [Word]) -> [Range<Int>] {
    let texts = words.map(\.text)
    return words.indices.compactMap { index in
      guard let title = title(in: words, texts: texts, at: index) else { return nil }
      return words[index].range.lowerBound..<words[index + title.length - 1].range.upperBound
    }
  }

  /// A title that begins at a word; none inside of a longer name, such as a General Hospital's.
  private func title(
    in words: [Word], texts: [String], at index: Int
  ) -> (length: Int, office: String)? {
    let word = words[index]
    guard word.text.startsLikeName, let title = titles.englishTitle(in: texts, at: index) else {
      return nil
    }
    let isInside =
      ["ORG", "FAC", "GPE", "LOC"].contains(word.entityType) && !word.beginsEntity && index > 0
      && table.patterns.name(of: words[index - 1].text) == nil
    return isInside ? nil : title
  }

  /// Words with a capital that nothing is known of: family names, perhaps, of people who are named in full.
  private func unknown(in words: [Word]) -> [Mention] {
    words.filter {
      $0.partOfSpeech == .properNoun && $0.entityType == nil && $0.text.startsLikeName
    }.map { mention($0.range, .unknown) }
  }

  private func mention(_ range: Range<Int>, _ name: Mention.Name) -> Mention {
    Mention(account: account, range: range, in: text, name: name)
  }

  // MARK: - Names of the English pipeline

  /// A run of words that the pipeline takes for one name, without an article and a genitive ending.
  private struct Entity {
    var words: [Word]
    let type: String

    var range: Range<Int> {
      (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0)
    }
  }

  private func entities(of words: [Word]) -> [Entity] {
    var found: [Entity] = []
    for (index, word) in words.enumerated() {
      guard let type = word.entityType else { continue }
      let continues = index > 0 && words[index - 1].entityType == type && !word.beginsEntity
      if continues, !found.isEmpty {
        found[found.count - 1].words.append(word)
      } else {
        found.append(Entity(words: [word], type: type))
      }
    }
    return found.compactMap { entity in
      var entity = entity
      while let first = entity.words.first,
        !first.text.startsLikeName || first.partOfSpeech == .determiner
      {
        entity.words.removeFirst()
      }
      while let last = entity.words.last, !last.text.startsLikeName { entity.words.removeLast() }
      return entity.words.isEmpty ? nil : entity
    }
  }

  /// Whether a country or place is only a part of another name: New Jersey, Michael Jordan.
  private func isPart(
    _ match: NameMatch, of entity: Entity, beside matches: [NameMatch]
  ) -> Bool {
    switch match.name {
    case .region, .place: break
    default: return false
    }
    guard ["PERSON", "FAC", "WORK_OF_ART", "PRODUCT", "GPE", "LOC"].contains(entity.type),
      entity.range.overlaps(match.range)
    else { return false }
    return entity.words.contains { word in
      word.text.startsLikeName && !matches.contains { $0.range.overlaps(word.range) }
    }
  }

  /// Whether a unit of government is that of something which is no country: "Bavaria's interior ministry", "the Bavarian
  /// interior ministry".
  private func isOfAnother(_ match: NameMatch, in words: [Word]) -> Bool {
    guard case .organ(_, nil) = match.name,
      let first = words.firstIndex(where: { $0.range.lowerBound >= match.range.lowerBound }),
      first > 0
    else { return false }
    let before = words[first - 1]
    if before.tag == "POS" {
      return first > 1 && words[first - 2].partOfSpeech == .properNoun
    }
    return before.text.startsLikeName && (before.entityType != nil || first > 1)
      && [.adjective, .properNoun].contains(before.partOfSpeech)
      && titles.englishTitle(in: [before.text], at: 0) == nil
  }

  private func mention(of entity: Entity) -> Mention? {
    switch entity.type {
    case "ORG" where isAmount(entity): return nil
    case "ORG": return mention(entity.range, .organisation)
    case "GPE", "LOC", "FAC": return mention(entity.range, .place(reading: nil))
    default: return nil
    }
  }

  /// "SEK 14": letters in capitals before a number, as currencies are written (ISO 4217).
  private func isAmount(_ entity: Entity) -> Bool {
    entity.words.count == 2 && entity.words[1].tag == "CD" && entity.words[0].text.count == 3
      && Locale.Currency(entity.words[0].text).isISOCurrency
  }

  // MARK: - People

  private func people(in words: [Word], beside matches: [NameMatch]) -> [Mention] {
    let texts = words.map(\.text)
    var found: [Mention] = []
    var index = 0
    while index < words.count {
      var offices: Set<String> = []
      var start = index
      while start < words.count, let title = title(in: words, texts: texts, at: start) {
        offices.insert(title.office)
        start += title.length
      }
      let isTitled = start > index
      if isTitled { start = nameStart(in: words, behindTitleAt: start, beside: matches) }
      let isPerson = start < words.count && isPerson(words[start])
      guard start < words.count, isTitled || isPerson,
        let end = nameEnd(in: words, from: start, isTitled: isTitled)
      else {
        index = max(start, index + 1)
        continue
      }
      found.append(person(Array(words[start..<end]), offices: offices))
      index = end
    }
    return found
  }

  /// Where the name may begin behind a title, which may say of which country: "President of Chile Ana Ríos".
  private func nameStart(
    in words: [Word], behindTitleAt index: Int, beside matches: [NameMatch]
  ) -> Int {
    guard index + 1 < words.count, words[index].lemma == "of" else { return index }
    let country = words[index + 1].partOfSpeech == .determiner ? index + 2 : index + 1
    guard country < words.count,
      let match = matches.first(where: { $0.range.lowerBound == words[country].range.lowerBound }),
      case .region = match.name
    else { return index }
    return words.indices.first { words[$0].range.lowerBound >= match.range.upperBound } ?? index
  }

  private func person(_ words: [Word], offices: Set<String>) -> Mention {
    let range = words[0].range.lowerBound..<words[words.count - 1].range.upperBound
    // A hyphen or an apostrophe inside a name makes no words of it.
    let parts = text[range].split { $0.isWhitespace }.map { NameWord(String($0)) }
    return mention(
      range,
      .person(PersonName(script: .latin, words: parts), offices: offices, isCertain: true))
  }

  private func isPerson(_ word: Word) -> Bool {
    word.entityType == "PERSON" && word.text.startsLikeName
  }

  /// The end of a name that begins at a word: names may hold small particles, hyphens and initials.
  private func nameEnd(in words: [Word], from start: Int, isTitled: Bool) -> Int? {
    guard isNameWord(words[start]), isTitled || isPerson(words[start]) else { return nil }
    var end = start + 1
    while end < words.count, end - start < 8 {
      let word = words[end]
      let isNext =
        isNameWord(word) && (isPerson(word) || (isTitled && word.entityType != "GPE"))
        && !(word.beginsEntity && words[end - 1].entityType == "PERSON")
      let isJoint =
        (titles.particles.contains(word.text) || word.tag == "HYPH") && end + 1 < words.count
        && isNameWord(words[end + 1])
      guard isNext || isJoint else { break }
      end += 1
    }
    return end
  }

  /// A word with a capital that is no title and no name of a country: part of a name, or an initial.
  private func isNameWord(_ word: Word) -> Bool {
    guard word.text.startsLikeName, titles.englishTitle(in: [word.text], at: 0) == nil,
      word.partOfSpeech == .properNoun || word.entityType == "PERSON" || word.entityType == "ORG"
    else { return false }
    let match = table.patterns.name(of: word.text)
    return match == nil
  }
}

extension NameMatch {
  /// Of matches that overlap, the longer, and of two as long, the one that comes first in the list.
  static func withoutOverlaps(_ matches: [NameMatch]) -> [NameMatch] {
    var kept: [NameMatch] = []
    let ranked = matches.enumerated().sorted {
      (-$0.element.range.count, $0.offset) < (-$1.element.range.count, $1.offset)
    }
    for (_, match) in ranked where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension String {
  /// Whether the word begins with a capital letter or a digit, as names do.
  fileprivate var startsLikeName: Bool {
    first.map { $0.isUppercase || $0.isNumber || ($0.isLetter && !$0.isLowercase) } ?? false
  }
}
