import Source

/// The words that refer in English and Japanese (`Resources/reference.yaml`).
struct ReferenceWords: Sendable, Decodable {
  let en: English
  let ja: Japanese

  /// A pronoun.
  struct Pronoun: Sendable, Decodable {
    let number: Number
    let kinds: Set<Referent.Kind>
    var gender: Gender?
    /// Whether it stands for whoever speaks.
    var isSpeaker: Bool?
  }

  enum Number: String, Sendable, Decodable { case one, several }

  enum Gender: String, Sendable, Decodable { case masculine, feminine }

  /// Nouns by which somebody is described who was named before.
  struct Noun: Sendable, Decodable {
    let words: [String]
    let kinds: Set<Referent.Kind>
    var offices: Set<String>?
    var together: Set<String>?
    var named: Set<String>?
    var general: Bool?
    var gender: Gender?
  }

  struct English: Sendable, Decodable {
    let pronouns: [String: Pronoun]
    let determiners: Set<String>
    let unspecific: Set<String>
    let counts: [String: Int]
    let alone: Set<String>
    let nouns: [Noun]
    let collective: Set<String>
    let people: Set<String>
    let telling: Set<String>
    let addressing: Set<String>
    let means: Set<String>
    let genders: [String: Set<String>]
    let weather: Set<String>
    let impersonal: Set<String>
    let personal: Set<String>
  }

  struct Japanese: Sendable, Decodable {
    let pronouns: [String: Pronoun]
    let own: [String: Referent.Kind]
    let pairs: [String: Set<Referent.Kind>]
    let both: String
    let same: String
    let counters: [String: Set<Referent.Kind>]
    let numerals: [String: Int]
    let nouns: [Noun]
    let people: Set<String>
    let genders: [String: Gender]
    let requests: Set<String>
  }

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  static func read() throws -> ReferenceWords {
    try ResourceTable.decode(ReferenceWords.self, from: "reference.yaml", in: .module)
  }
}

extension [ReferenceWords.Noun] {
  /// The entry that holds a word.
  func entry(of word: String) -> ReferenceWords.Noun? { first { $0.words.contains(word) } }

  /// The words by which bodies are named that a noun for any body does not stand for.
  var bodyWords: Set<String> {
    reduce(into: []) { $0.formUnion($1.named ?? []) }
  }
}

extension ReferenceWords.English {
  /// The gender that a title or a noun tells.
  func gender(of word: String) -> ReferenceWords.Gender? {
    let word = word.lowercased()
    for gender in [ReferenceWords.Gender.masculine, .feminine]
    where genders[gender.rawValue]?.contains(word) ?? false {
      return gender
    }
    return nouns.entry(of: word)?.gender
  }
}
