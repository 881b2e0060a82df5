/// A piece of text as the grammar sees it: a word, a run of digits, or one sign.
struct Token {
  /// What a token is made of.
  enum Kind: UInt8 {
    /// Letters; in text without spaces, the longest word of the lexicon or one unknown character.
    case word
    /// Decimal digits, ASCII or full-width.
    case digits
    /// One scalar of any other kind.
    case sign
    /// An address of the web or of mail: nothing in it is a value.
    case opaque
  }

  var kind: Kind
  /// White space stands before it.
  var isSpaced: Bool
  /// A blank line stands before it: no value reaches across.
  var isBroken: Bool
  /// Its first and its last scalar are capital letters.
  var isCapitalized: Bool
  /// The word's number in the lexicon, or -1.
  var word: Int32
  /// The place in the text, in scalars.
  var start: Int
  var end: Int
  /// What the digits say; digits past the eighteenth are lost.
  var number: Int

  var length: Int { end - start }
}
