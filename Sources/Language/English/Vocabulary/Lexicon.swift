/// What is known of a word without its context.
struct Lexeme {
  /// The identifier of the word as it stands.
  let word: UInt64
  /// The identifiers of its normal form, first character, last three characters and shape.
  let norm: UInt64
  let prefix: UInt64
  let suffix: UInt64
  let shape: UInt64
  /// Places in the lexicon's strings: the word, its lower case and its normal form.
  let text: Int32
  let lowercase: Int32
  let normText: Int32
  /// The number of Unicode scalars.
  let count: Int32
  let isSpace: Bool
}

/// The words that one worker has met, each computed once.
///
/// Words are found by the hash of their UTF-8 form, as in spaCy.
struct Lexicon {
  private let vocabulary: Vocabulary
  private var places = HashIndex(capacity: 2_048)
  private var stringPlaces = HashIndex(capacity: 4_096)
  private(set) var lexemes: [Lexeme] = []
  /// Every string that a lexeme, a normal form or a lemma refers to, once.
  private(set) var strings: [String] = []
  private var buffer: [UInt8] = []

  /// An empty lexicon.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The hash of some scalars' UTF-8 form.
  mutating func hash(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
    encode(scalars)
    return buffer.withUnsafeBytes { StringHash.hash($0) }
  }

  /// The place of a word among the lexemes; adds it where it is new.
  mutating func place(_ scalars: ArraySlice<Unicode.Scalar>) -> Int32 {
    let hash = hash(scalars)
    let known = places[hash]
    if known >= 0 { return known }
    let place = Int32(lexemes.count)
    lexemes.append(lexeme(scalars, hash: hash))
    places[hash] = place
    return place
  }

  /// The place of a string among the strings; adds it where it is new.
  mutating func place(_ string: String) -> Int32 {
    place(string, hash: StringHash.hash(string))
  }

  /// The identifier of a string.
  func identifier(_ string: String) -> UInt64 { vocabulary.symbols.identifier(string) }

  private mutating func place(_ string: @autoclosure () -> String, hash: UInt64) -> Int32 {
    let known = stringPlaces[hash]
    if known >= 0 { return known }
    let place = Int32(strings.count)
    strings.append(string())
    stringPlaces[hash] = place
    return place
  }

  private mutating func lexeme(_ scalars: ArraySlice<Unicode.Scalar>, hash: UInt64) -> Lexeme {
    let word = vocabulary.symbols.identifier(hash: hash)
    let text = place(String(scalars), hash: hash)
    let lowercase = place(string: CharacterProperties.lowercased(scalars)[...])
    var norm = identifier(at: lowercase)
    var normText = lowercase
    if let known = vocabulary.norms.norm(word) {
      norm = vocabulary.symbols.identifier(known)
      normText = place(known)
    }
    return Lexeme(
      word: word, norm: norm,
      prefix: identifier(scalars.prefix(1)), suffix: identifier(scalars.suffix(3)),
      shape: identifier(WordShape.shape(scalars)[...]),
      text: text, lowercase: lowercase, normText: normText, count: Int32(scalars.count),
      isSpace: scalars.allSatisfy(CharacterProperties.isSpace))
  }

  private func identifier(at place: Int32) -> UInt64 {
    vocabulary.symbols.identifier(strings[Int(place)])
  }

  private mutating func identifier(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
    vocabulary.symbols.identifier(hash: hash(scalars))
  }

  private mutating func place(string scalars: ArraySlice<Unicode.Scalar>) -> Int32 {
    place(String(scalars), hash: hash(scalars))
  }

  private mutating func encode(_ scalars: ArraySlice<Unicode.Scalar>) {
    buffer.removeAll(keepingCapacity: true)
    for scalar in scalars {
      if scalar.value < 0x80 {
        buffer.append(UInt8(scalar.value))
      } else {
        buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

extension String {
  /// The string of some scalars.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
