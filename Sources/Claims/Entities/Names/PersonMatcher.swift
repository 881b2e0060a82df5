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
  func distance(_ one: PersonName, _ other: PersonName) -> Double? {
    let (first, second) = one.script.rawValue <= other.script.rawValue ? (one, other) : (other, one)
    switch (first.script, second.script) {
    case (.latin, .latin): return isSameLatin(first, second) ? 0 : nil
    case (.kanji, .kanji): return isSameKanji(first, second) ? 0 : nil
    case (.katakana, .katakana): return isSameKatakana(first, second) ? 0 : nil
    case (.latin, .kanji): return isRead(second, as: first) ? 0 : nil
    case (.latin, .katakana): return distance(katakana: second, latin: first)
    default: return nil
    }
  }

  /// How far a name in katakana is from a name in Latin letters that need not be a person's.
  func distance(katakana: String, latin: String) -> Double? {
    guard let distance = transliteration.distance(katakana: katakana, latin: latin),
      distance <= Transliteration.nearness
    else { return nil }
    return distance
  }

  /// Whether kana or read kanji are the word in Latin letters.
  func isRead(_ reading: String, as latin: String) -> Bool {
    guard let key = romanization.key(ofKana: reading) else { return false }
    return romanization.key(ofLatin: latin) == key
  }

  // MARK: - Latin letters

  /// Whether a name is more than a family name with its particles.
  func isFull(_ name: PersonName) -> Bool {
    name.script == .latin ? plainWords(of: name).count > 1 : name.words.count > 1
  }

  /// The words that count: no initials, no "von", no "Jr".
  private func plainWords(of name: PersonName) -> [String] {
    let words = name.words.map { Transliteration.folded($0.text) }.filter { !$0.isEmpty }
    let plain = words.filter {
      $0.count > 1 && !titles.suffixes.contains($0) && !titles.particles.contains($0)
    }
    return plain.isEmpty ? words : plain
  }

  private func isSameLatin(_ one: PersonName, _ other: PersonName) -> Bool {
    let (first, second) = (plainWords(of: one), plainWords(of: other))
    let isJapanese = isJapanese(one) || isJapanese(other)
    let isSame = { (a: String, b: String) in
      a == b
        || (isJapanese && romanization.key(ofLatin: a) == romanization.key(ofLatin: b)
          && romanization.key(ofLatin: a) != nil)
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
    let isGivenSame = isSame(firstGiven, secondGiven) || isNickname(firstGiven, of: secondGiven)
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

  /// Whether a full name can be Japanese by its letters: only then are long vowels of no account.
  private func isJapanese(_ name: PersonName) -> Bool {
    isFull(name) && name.words.allSatisfy { romanization.key(ofLatin: $0.text) != nil }
  }

  // MARK: - Kanji

  private func isSameKanji(_ one: PersonName, _ other: PersonName) -> Bool {
    let (first, second) = (one.text, other.text)
    guard first != second else { return true }
    guard isFull(one) != isFull(other) else { return false }
    let (full, short) = isFull(one) ? (one, second) : (other, first)
    // 習 is short for 習近平, however the dictionary takes it apart.
    return full.text.hasPrefix(short)
      && full.words.dropFirst().allSatisfy { !short.hasSuffix($0.text) }
  }

  private func isRead(_ kanji: PersonName, as latin: PersonName) -> Bool {
    let words = plainWords(of: latin)
    guard let given = words.first, let family = words.last else { return false }
    let mandarin = readings.mandarin(of: kanji.text)
    if words.count == 1 {
      let own = isFull(kanji) ? Array(kanji.words.prefix(1)) : kanji.words
      return has(readings.familyKeys(of: own), word: latin, given)
        || readings.mandarin(of: own.map(\.text).joined()) == given
    }
    if !isFull(kanji) {
      let keys = readings.familyKeys(of: kanji.words)
      return has(keys, word: latin, given) || has(keys, word: latin, family)
        || mandarin == given
    }
    guard words.count == 2 else { return mandarin == words.joined() }
    if mandarin == given + family || mandarin == family + given { return true }
    return kanji.words.indices.dropFirst().contains { split in
      let families = readings.familyKeys(of: kanji.words[..<split])
      let givens = readings.givenKeys(of: kanji.words[split...])
      return (has(families, word: latin, family) && has(givens, word: latin, given))
        || (has(families, word: latin, given) && has(givens, word: latin, family))
    }
  }

  /// Whether a word of a name has one of some keys. Words are folded; their long vowels stand in the name.
  private func has(_ keys: Set<String>, word name: PersonName, _ folded: String) -> Bool {
    name.words.contains { word in
      Transliteration.folded(word.text) == folded
        && romanization.key(ofLatin: word.text).map(keys.contains) ?? false
    }
  }

  // MARK: - Katakana

  private func isSameKatakana(_ one: PersonName, _ other: PersonName) -> Bool {
    guard isFull(one) != isFull(other) else { return one.text == other.text }
    let (full, short) = isFull(one) ? (one, other) : (other, one)
    return full.words.last == short.words.first || full.words.first == short.words.first
  }

  private func distance(katakana: PersonName, latin: PersonName) -> Double? {
    let words = plainWords(of: latin)
    guard let given = words.first, let family = words.last, let spoken = katakana.words.last else {
      return nil
    }
    let near = { (word: String, name: String) in
      transliteration.distance(katakana: word, latin: name).flatMap {
        $0 <= Transliteration.nearness ? $0 : nil
      }
    }
    // フォンデアライエン is written without dots as often as not.
    let particle = latin.words.firstIndex { titles.particles.contains($0.text) } ?? 0
    let whole = [latin.words[...], latin.words[particle...]].compactMap {
      near(katakana.words.map(\.text).joined(), $0.map(\.text).joined())
    }.min()
    guard isFull(katakana), words.count > 1 else {
      let parts =
        isFull(katakana)
        ? [near(spoken.text, family)] : [near(spoken.text, family), near(spoken.text, given)]
      return (parts + [whole]).compactMap { $0 }.min()
    }
    if let whole { return whole }
    guard let first = katakana.words.first, let family = near(spoken.text, family),
      let given = near(first.text, given)
    else { return nil }
    return max(family, given)
  }
}
