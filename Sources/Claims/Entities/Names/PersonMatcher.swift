/// Tells whether two names can be of one person, in whichever letters they are written.
struct PersonMatcher: Sendable {
  private let romanization: Romanization
  private let transliteration: Transliteration
  private let readings: KanjiReadings
  private let nicknames: [String: Set<Int>]
  private let titles: TitleTable

  /// Reads the tables of letters and readings.
  ///
  /// - Throws: `ResourceError` when one cannot be read.
  init(titles: TitleTable) throws {
    let table = try NameReadings()
    romanization = try Romanization()
    transliteration = try Transliteration(romanization: romanization)
    readings = KanjiReadings(romanization: romanization, table: table)
    self.titles = titles
    nicknames = table.nicknames.enumerated().reduce(into: [:]) { nicknames, entry in
      for name in entry.element { nicknames[name, default: []].insert(entry.offset) }
    }
  }

  /// How far two names are from being one: 0 where they are the same, more where only the sound is near,
  /// nothing where they are two names. A family name alone fits any name that has it.
  func distance(_ one: MatchableName, _ other: MatchableName) -> Double? {
    let isInOrder = one.name.script.rawValue <= other.name.script.rawValue
    let (first, second) = isInOrder ? (one, other) : (other, one)
    switch (first.name.script, second.name.script) {
    case (.latin, .latin): return isSameLatin(first, second) ? 0 : nil
    case (.kanji, .kanji): return isSameKanji(first, second) ? 0 : nil
    case (.katakana, .katakana): return isSameKatakana(first, second) ? 0 : nil
    case (.latin, .kanji): return isRead(second, as: first) ? 0 : nil
    case (.latin, .katakana): return distance(katakana: second, latin: first)
    default: return nil
    }
  }

  /// How far a name in katakana is from a name in Latin letters that need not be a person's.
  func distance(katakana: Transliteration.Sounds, latin: Transliteration.Letters) -> Double? {
    guard let distance = transliteration.distance(katakana, latin),
      distance <= Transliteration.nearness
    else { return nil }
    return distance
  }

  /// A word in katakana as it sounds.
  func sounds(ofKatakana word: String) -> Transliteration.Sounds? {
    transliteration.sounds(ofKatakana: word)
  }

  /// The key of a reading in kana.
  func key(ofReading reading: String) -> String? { romanization.key(ofKana: reading) }

  /// The key of a word in Latin letters that can be Japanese.
  func key(ofLatin word: String) -> String? { romanization.key(ofLatin: word) }

  // MARK: - What comparing needs

  /// Whether a name is more than a family name with its particles.
  func isFull(_ name: PersonName) -> Bool {
    name.script == .latin ? plainWords(of: name).count > 1 : name.words.count > 1
  }

  /// A name with all that comparing it needs.
  func matchable(_ name: PersonName) -> MatchableName {
    var matchable = MatchableName(name: name, isFull: isFull(name))
    switch name.script {
    case .latin:
      matchable.words = plainWords(of: name)
      matchable.isJapanese =
        matchable.isFull && name.words.allSatisfy { romanization.key(ofLatin: $0.text) != nil }
      let particle = name.words.firstIndex { titles.particles.contains($0.text) } ?? 0
      matchable.wholes = [name.words[...], name.words[particle...]].map {
        Transliteration.letters(ofLatin: $0.map(\.text).joined())
      }
    case .kanji:
      let family = matchable.isFull ? Array(name.words.prefix(1)) : name.words
      matchable.familyKeys = readings.familyKeys(of: family)
      matchable.divisions = name.words.indices.dropFirst().map { index in
        (
          readings.familyKeys(of: name.words[..<index]),
          readings.givenKeys(of: name.words[index...])
        )
      }
      matchable.mandarin = readings.mandarin(of: name.text)
      matchable.mandarinFamily = readings.mandarin(of: family.map(\.text).joined())
    case .katakana:
      matchable.sounds = name.words.compactMap { transliteration.sounds(ofKatakana: $0.text) }
      matchable.wholeSound = transliteration.sounds(
        ofKatakana: name.words.map(\.text).joined())
    }
    return matchable
  }

  private func plainWords(of name: PersonName) -> [MatchableWord] {
    let words = name.words.map { word in
      MatchableWord(
        plain: Transliteration.folded(word.text), key: romanization.key(ofLatin: word.text),
        letters: Transliteration.letters(ofLatin: word.text))
    }.filter { !$0.plain.isEmpty }
    let counting = words.filter {
      $0.plain.count > 1 && !titles.suffixes.contains($0.plain)
        && !titles.particles.contains($0.plain)
    }
    return counting.isEmpty ? words : counting
  }

  // MARK: - Latin letters

  private func isSameLatin(_ one: MatchableName, _ other: MatchableName) -> Bool {
    let (first, second) = (one.words, other.words)
    let isJapanese = one.isJapanese || other.isJapanese
    let isSame = { (one: MatchableWord, other: MatchableWord) in
      one.plain == other.plain || (isJapanese && one.key == other.key && one.key != nil)
    }
    guard let firstFamily = first.last, let secondFamily = second.last,
      let firstGiven = first.first, let secondGiven = second.first
    else { return false }
    if first.count == 1 {
      return isSame(firstGiven, secondGiven) || isSame(firstGiven, secondFamily)
    }
    if second.count == 1 {
      return isSame(secondGiven, firstGiven) || isSame(secondGiven, firstFamily)
    }
    let isGivenSame =
      isSame(firstGiven, secondGiven) || isNickname(firstGiven.plain, of: secondGiven.plain)
    if isSame(firstFamily, secondFamily), isGivenSame {
      return first.count != second.count || zip(first, second).dropFirst().allSatisfy(isSame)
    }
    // The family name first, as Japanese, Chinese, Korean and Hungarian names have it.
    return first.count == 2 && second.count == 2 && isSame(firstFamily, secondGiven)
      && isSame(firstGiven, secondFamily)
  }

  private func isNickname(_ one: String, of other: String) -> Bool {
    !(nicknames[one] ?? []).isDisjoint(with: nicknames[other] ?? [])
  }

  // MARK: - Kanji

  private func isSameKanji(_ one: MatchableName, _ other: MatchableName) -> Bool {
    guard one.name != other.name else { return true }
    guard one.isFull != other.isFull else { return false }
    let (full, short) = one.isFull ? (one.name, other.name.text) : (other.name, one.name.text)
    // 習 is short for 習近平, however the dictionary takes it apart.
    return full.text.hasPrefix(short)
      && full.words.dropFirst().allSatisfy { !short.hasSuffix($0.text) }
  }

  private func isRead(_ kanji: MatchableName, as latin: MatchableName) -> Bool {
    let words = latin.words
    guard let given = words.first, let family = words.last else { return false }
    let isFamily = { (word: MatchableWord) in word.key.map(kanji.familyKeys.contains) ?? false }
    guard words.count > 1 else { return isFamily(given) || kanji.mandarinFamily == given.plain }
    guard kanji.isFull else {
      return isFamily(given) || isFamily(family) || kanji.mandarin == given.plain
    }
    guard words.count == 2 else {
      return kanji.mandarin == words.map(\.plain).joined()
    }
    if let mandarin = kanji.mandarin,
      [given.plain + family.plain, family.plain + given.plain].contains(mandarin)
    {
      return true
    }
    guard let one = given.key, let other = family.key else { return false }
    return kanji.divisions.contains { families, givens in
      (families.contains(other) && givens.contains(one))
        || (families.contains(one) && givens.contains(other))
    }
  }

  // MARK: - Katakana

  private func isSameKatakana(_ one: MatchableName, _ other: MatchableName) -> Bool {
    guard one.isFull != other.isFull else { return one.name == other.name }
    let (full, short) = one.isFull ? (one.name, other.name) : (other.name, one.name)
    return full.words.last == short.words.first || full.words.first == short.words.first
  }

  private func distance(katakana: MatchableName, latin: MatchableName) -> Double? {
    guard let given = latin.words.first, let family = latin.words.last,
      let first = katakana.sounds.first, let last = katakana.sounds.last
    else { return nil }
    // フォンデアライエン is written without dots as often as not.
    let whole = katakana.wholeSound.flatMap { sound in
      latin.wholes.compactMap { distance(katakana: sound, latin: $0) }.min()
    }
    guard katakana.isFull, latin.words.count > 1 else {
      let words = katakana.isFull ? [family] : [family, given]
      let parts = words.map { distance(katakana: last, latin: $0.letters) }
      return (parts + [whole]).compactMap { $0 }.min()
    }
    if let whole { return whole }
    guard let family = distance(katakana: last, latin: family.letters),
      let given = distance(katakana: first, latin: given.letters)
    else { return nil }
    return max(family, given)
  }
}
