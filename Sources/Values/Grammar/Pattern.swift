/// A rule of the grammar, read from its line in a resource file.
///
///     <month> [the] <day=ordinal 1-31> [[,] <year=dddd 1000-2999>]
///
/// | sign | means |
/// |---|---|
/// | `word` `'('` | the word or sign itself |
/// | `<part>` | another part of the grammar, a class of words, `number`, or a form of integer with its bounds |
/// | `<slot=part>` | the same, remembered under another name |
/// | `[…]` `(… \| …)` `(…)*` | optional, alternatives, any number of times |
/// | `~` | no white space here |
/// | `^` `$` | the value begins here, ends here: what stands outside is only asked for |
/// | `!x` `&x` | `x` must not follow, must follow |
/// | `<other-word>` | a word that is none of the class `function` |
indirect enum Pattern {
  case literal(String)
  case reference(String, slot: String?)
  case integer(IntegerForm, Range<Int>, slot: String)
  case sequence([Pattern])
  case choice([Pattern])
  case optional(Pattern)
  case repeated(Pattern)
  case look(Pattern, isNegative: Bool)
  case adjacent
  case begins
  case ends
}

/// How an integer is written.
enum IntegerForm: String {
  /// One or two digits.
  case d
  /// Two digits.
  case dd
  /// Three digits.
  case ddd
  /// Four digits.
  case dddd
  /// Eight digits.
  case dddddddd
  /// Any number of digits.
  case digits
  /// Words without digits.
  case words
  /// Words or digits.
  case num
  /// An ordinal in words or digits.
  case ordinal
}

/// What is wrong with a pattern, and where.
struct PatternError: Error, CustomStringConvertible {
  var pattern: String
  var reason: String
  var description: String { "pattern \"\(pattern)\": \(reason)" }
}

extension Pattern {
  /// Reads a pattern.
  init(parsing source: String) throws(PatternError) {
    var reader = PatternReader(source: source, scalars: Array(source.unicodeScalars))
    self = try reader.choice()
    guard reader.at == reader.scalars.count else { throw reader.error("unexpected end of a group") }
  }
}

private struct PatternReader {
  let source: String
  let scalars: [Unicode.Scalar]
  var at = 0

  func error(_ reason: String) -> PatternError {
    PatternError(pattern: source, reason: "\(reason) at \(at + 1)")
  }

  mutating func choice() throws(PatternError) -> Pattern {
    var branches = [try sequence()]
    while at < scalars.count, scalars[at] == "|" {
      at += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternError) -> Pattern {
    var items: [Pattern] = []
    while at < scalars.count, !"|])".unicodeScalars.contains(scalars[at]) {
      if scalars[at] == " " {
        at += 1
        continue
      }
      items.append(try item())
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func item() throws(PatternError) -> Pattern {
    let sign = scalars[at]
    switch sign {
    case "[": return .optional(try group(until: "]"))
    case "(":
      let inner = try group(until: ")")
      guard at < scalars.count, scalars[at] == "*" else { return inner }
      at += 1
      return .repeated(inner)
    case "<": return try reference()
    case "!", "&":
      at += 1
      while at < scalars.count, scalars[at] == " " { at += 1 }
      guard at < scalars.count else { throw error("nothing to look for") }
      return .look(try item(), isNegative: sign == "!")
    case "'": return .literal(try quoted())
    case "~", "^", "$":
      at += 1
      return sign == "~" ? .adjacent : sign == "^" ? .begins : .ends
    default: return literal()
    }
  }

  private mutating func group(until close: Unicode.Scalar) throws(PatternError) -> Pattern {
    at += 1
    let inner = try choice()
    guard at < scalars.count, scalars[at] == close else { throw error("\(close) is missing") }
    at += 1
    return inner
  }

  private mutating func quoted() throws(PatternError) -> String {
    let rest = scalars[(at + 1)...]
    guard let close = rest.firstIndex(of: "'") else { throw error("' is missing") }
    at = close + 1
    return text(rest[..<close])
  }

  private mutating func literal() -> Pattern {
    let lower = at
    at += 1
    while at < scalars.count, !" []()<>|!&~^$'*".unicodeScalars.contains(scalars[at]) { at += 1 }
    return .literal(text(scalars[lower..<at]))
  }

  private func text(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return String(view)
  }

  private mutating func reference() throws(PatternError) -> Pattern {
    let rest = scalars[(at + 1)...]
    guard let close = rest.firstIndex(of: ">") else { throw error("> is missing") }
    let inner = text(rest[..<close])
    at = close + 1
    let sides = inner.split(separator: "=", maxSplits: 1).map(String.init)
    let slot = sides.count == 2 ? sides[0] : nil
    let words = (sides.last ?? "").split(separator: " ").map(String.init)
    guard let name = words.first else { throw error("<> is empty") }
    guard let form = IntegerForm(rawValue: name) else { return .reference(name, slot: slot) }
    let bounds = (words.count > 1 ? words[1] : "").split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else { throw error("<\(inner)> needs bounds") }
    guard let slot else { throw error("<\(inner)> needs a slot") }
    return .integer(form, bounds[0]..<bounds[1] + 1, slot: slot)
  }
}
