import Language
import Source

/// Finds what a Japanese account names: names of the tables, kanji that stand for countries, people by their
/// names and titles, and what the dictionary knows as a place or body.
struct JapaneseMentions {
  let account: String
  let text: SourceText
  /// What to look names up in, those that count more first.
  let patterns: [NamePatterns]
  let table: NameTable
  let titles: TitleTable

  /// The mentions in a sentence, in order; none overlaps another.
  func mentions(in sentence: Sentence) -> [Mention] {
    let words = sentence.words
    let borders = borders(of: words)
    let found = patterns.flatMap {
      $0.matches(in: text, range: sentence.range, borders: borders)
    }
    let matches = NameMatch.withoutOverlaps(
      found + CountryKanji(table: table).matches(in: words))
    let known = OrganMentions(text: text, table: table).joined(matches).map {
      mention($0.range, .known($0.name))
    }
    return (known + people(in: words, matches: matches, borders: borders) + others(in: words))
      .withoutOverlaps
  }

  private func mention(_ range: Range<Int>, _ name: Mention.Name) -> Mention {
    Mention(account: account, range: range, in: text, name: name)
  }

  /// Where words begin and end; a middle dot inside a word that the dictionary does not know parts it too.
  private func borders(of words: [Word]) -> Set<Int> {
    var borders = Set(words.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
    for word in words {
      for index in word.range where Self.dots.contains(text.scalars[index]) {
        borders.formUnion([index, index + 1])
      }
    }
    return borders
  }

  private static let dots: Set<Unicode.Scalar> = ["・", "＝", "="]

  // MARK: - People

  private func people(
    in words: [Word], matches: [NameMatch], borders: Set<Int>
  ) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < words.count {
      guard let length = nameLength(in: words, at: index, borders: borders) else {
        index += 1
        continue
      }
      let own = Array(words[index..<(index + length)])
      if let person = person(own, matches: matches, borders: borders) { found.append(person) }
      index += length
    }
    return found
  }

  /// The number of words of a name that begins at a word; nothing where none does.
  private func nameLength(in words: [Word], at index: Int, borders: Set<Int>) -> Int? {
    if words[index].text.isKatakanaName { return katakanaLength(in: words, at: index) }
    guard words[index].entityType == "PERSON" else {
      return lengthOfUnknownName(in: words, at: index, borders: borders)
    }
    var end = index + 1
    while end < words.count, words[end].entityType == "PERSON" { end += 1 }
    // Kanji of a given name that the dictionary takes for words of their own: 安倍 晋 三, 尹 錫 悦.
    let rest = words[end...].prefix { $0.isIdeographic && !isTitle(at: $0, borders: borders) }
    let isName =
      (1...3).contains(rest.map(\.text.count).reduce(0, +)) && rest.endIndex < words.count
      && (words[rest.endIndex].entityType == "PERSON"
        || isTitle(at: words[rest.endIndex], borders: borders))
    guard isName else { return end - index }
    end = rest.endIndex
    while end < words.count, words[end].entityType == "PERSON" { end += 1 }
    return end - index
  }

  private func katakanaLength(in words: [Word], at index: Int) -> Int {
    var end = index + 1
    while end + 1 < words.count, words[end].text == "・", words[end + 1].text.isKatakanaName {
      end += 2
    }
    return end - index
  }

  /// Where a name with dots ends: before the country of the title behind it, ドミトロ・クレーバ・ウクライナ外務大臣; nothing where
  /// it is no name but that of a meeting, フランス・ウクライナ外相会談.
  private func nameEnd(of range: Range<Int>, _ matches: [NameMatch], _ borders: Set<Int>) -> Int? {
    guard
      let country = matches.first(where: {
        $0.range.upperBound == range.upperBound && $0.range.lowerBound > range.lowerBound
      }), Self.dots.contains(text.scalars[country.range.lowerBound - 1]),
      let title = titles.japaneseTitle(in: text, at: range.upperBound),
      borders.contains(range.upperBound + title.length)
    else { return range.upperBound }
    let behind = text.scalars[(range.upperBound + title.length)...]
    let isMeeting = table.diplomaticNouns.contains { behind.starts(with: $0.unicodeScalars) }
    let end = country.range.lowerBound - 1
    let isCountry = matches.contains { match in
      if case .region = match.name { match.range == range.lowerBound..<end } else { false }
    }
    return isMeeting || isCountry ? nil : end
  }

  /// Names of three kanji that the dictionary takes apart, right before a title: 文 在 寅 大統領.
  private func lengthOfUnknownName(
    in words: [Word], at index: Int, borders: Set<Int>
  ) -> Int? {
    guard index == 0 || !words[index - 1].isIdeographic else { return nil }
    var end = index
    while end < words.count, words[end].isIdeographic, words[end].text.count < 3,
      !isTitle(at: words[end], borders: borders)
    { end += 1 }
    let length = words[index..<end].map(\.text.count).reduce(0, +)
    guard end > index + 1, length == 3, end < words.count, isTitle(at: words[end], borders: borders)
    else { return nil }
    return end - index
  }

  /// Whether a title begins with a word, or with the next where the word only qualifies one: 元首相, 米大統領.
  private func isTitle(at word: Word, borders: Set<Int>) -> Bool {
    let isQualifier =
      titles.qualifiesJapaneseTitle(word.text)
      || (word.isSingleKanji && word.text.first.map { table.kanji[$0] != nil } ?? false)
    return [word.range.lowerBound, isQualifier ? word.range.upperBound : word.range.lowerBound]
      .contains { start in
        guard start < text.count, let title = titles.japaneseTitle(in: text, at: start) else {
          return false
        }
        return borders.contains(start + title.length)
      }
  }

  private func person(
    _ words: [Word], matches: [NameMatch], borders: Set<Int>
  ) -> Mention? {
    guard let first = words.first, let last = words.last,
      let nameEnd = nameEnd(
        of: first.range.lowerBound..<last.range.upperBound, matches, borders)
    else { return nil }
    let (end, offices) = titleEnd(after: nameEnd, matches: matches, borders: borders)
    let name = name(of: words, in: first.range.lowerBound..<nameEnd)
    let isTitled = !offices.isEmpty
    let range = first.range.lowerBound..<end
    if name.script == .katakana {
      let isPerson =
        isTitled || (name.words.count > 1 && words.contains { $0.entityType == "PERSON" })
      let isUnknown = words.allSatisfy {
        $0.reading == nil || $0.entityType == "PERSON" || $0.text == "・"
      }
      guard isTitled || isUnknown else { return nil }
      guard isPerson else {
        return Mention(
          account: account, range: range, in: text, text: name.text, name: .unknown)
      }
    }
    return Mention(
      account: account, range: range, in: text, text: name.text,
      name: .person(name, offices: offices, isCertain: isTitled || name.words.count > 1))
  }

  private func name(of words: [Word], in range: Range<Int>) -> PersonName {
    guard let first = words.first, first.text.isKatakanaName else {
      return PersonName(
        script: .kanji, words: words.map { NameWord($0.text, reading: $0.reading) })
    }
    let parts = text[range].unicodeScalars.split { Self.dots.contains($0) }
    return PersonName(script: .katakana, words: parts.map { NameWord(String($0)) })
  }

  /// The end of the titles behind a name, with the country that may stand before one: 米国務長官, 元首相.
  private func titleEnd(
    after end: Int, matches: [NameMatch], borders: Set<Int>
  ) -> (end: Int, offices: Set<String>) {
    var end = end
    var offices: Set<String> = []
    while true {
      var start = end
      let isDotted =
        offices.isEmpty && start < text.count && Self.dots.contains(text.scalars[start])
      if let country = matches.first(where: { $0.range.lowerBound == start + (isDotted ? 1 : 0) }) {
        start = country.range.upperBound
      }
      if start < text.count, titles.qualifiesJapaneseTitle(text[start..<(start + 1)]) { start += 1 }
      guard start < text.count, let title = titles.japaneseTitle(in: text, at: start),
        borders.contains(start + title.length)
      else { return (end, offices) }
      end = start + title.length
      offices.formUnion(title.offices)
    }
  }

  // MARK: - Places and bodies

  private func others(in words: [Word]) -> [Mention] {
    words.indices.compactMap { index in
      let word = words[index]
      if word.entityType == "GPE", word.text.count > 1 {
        let next = index + 1 < words.count ? words[index + 1] : nil
        let end = next.flatMap {
          titles.placeSuffixes.contains($0.text) ? $0.range.upperBound : nil
        }
        return Mention(
          account: account, range: word.range.lowerBound..<(end ?? word.range.upperBound),
          in: text, text: word.text, name: .place(reading: word.reading))
      }
      let isLatinName = word.partOfSpeech.isNominal && word.text.first?.isUppercase ?? false
      guard word.entityType == "ORG" || isLatinName, word.text.count > 1 else { return nil }
      return mention(word.range, .organisation)
    }
  }
}

/// Finds the kanji that stand for countries in compounds: 日米韓, 米政府.
private struct CountryKanji {
  let table: NameTable

  func matches(in words: [Word]) -> [NameMatch] {
    var found: [NameMatch] = []
    var index = 0
    while index < words.count {
      let run = run(in: words, from: index)
      if isCompound(words, run) {
        found += words[run].compactMap { word in
          region(of: word).map { NameMatch(range: word.range, name: .region($0)) }
        }
      }
      index = max(run.upperBound, index + 1)
    }
    return found
  }

  /// The kanji of countries from a word on, with the dots that may stand between them: 日・米・韓.
  private func run(in words: [Word], from start: Int) -> Range<Int> {
    var end = start
    while end < words.count, region(of: words[end]) != nil {
      end += 1
      let isDotted = end + 1 < words.count && words[end].text == "・"
      if isDotted, region(of: words[end + 1]) != nil { end += 1 }
    }
    return start..<end
  }

  private func region(of word: Word) -> String? {
    guard word.text.count == 1, word.partOfSpeech.isNominal, let letter = word.text.first else {
      return nil
    }
    return table.kanji[letter]
  }

  private func isCompound(_ words: [Word], _ run: Range<Int>) -> Bool {
    let next = run.upperBound < words.count ? words[run.upperBound] : nil
    let isBeforeNoun = next?.partOfSpeech.isNominal ?? false
    guard !run.isEmpty else { return false }
    let isNumber = run.lowerBound > 0 && words[run.lowerBound - 1].partOfSpeech == .numeral
    let knows = words[run].contains { $0.entityType == "GPE" }
    guard !isNumber else { return false }
    guard run.count == 1 else {
      let text = words[run].map(\.text).joined()
      return knows && (isBeforeNoun || !table.ambiguousCompounds.contains(text))
    }
    return (knows && isBeforeNoun)
      || (next.map { table.diplomaticNouns.contains($0.text) } ?? false)
  }
}

extension Word {
  fileprivate var isIdeographic: Bool {
    text.unicodeScalars.allSatisfy(\.properties.isIdeographic) && !text.isEmpty
  }

  fileprivate var isSingleKanji: Bool { text.count == 1 && isIdeographic }
}

extension String {
  /// Whether the text is a name in katakana, with the marks that names hold, and more than one syllable.
  fileprivate var isKatakanaName: Bool {
    let letters = unicodeScalars.filter { (0x30A1...0x30FA).contains($0.value) }
    return letters.count > 1
      && unicodeScalars.allSatisfy {
        (0x30A1...0x30FE).contains($0.value) || "＝=".unicodeScalars.contains($0)
      }
  }
}
