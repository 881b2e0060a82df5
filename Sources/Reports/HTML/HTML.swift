import Source

/// Markup of a report. Text that is filled into it is escaped: the only way to markup is a literal of ours.
///
///     let item: HTML = "<li>\(source: account.title)</li>"
///
/// Escapes what the HTML standard (section 13.1.2.3, and 13.1.4 for text) lets begin a tag, a character reference or
/// the end of an attribute, shows marks that turn the direction of text, and drops control characters.
struct HTML: ExpressibleByStringInterpolation, CustomStringConvertible, Sendable {
  private(set) var description: String

  init(stringLiteral value: String) { description = value }

  init(stringInterpolation: StringInterpolation) { description = stringInterpolation.markup }

  /// Text as markup that shows it.
  init(text: some StringProtocol) { description = Self.escaped(text) }

  /// Style or script that comes with Crossread: the only text that is taken as it is.
  init(resource: String) { description = resource }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup: String

    init(literalCapacity: Int, interpolationCount: Int) {
      markup = ""
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ html: HTML) { markup += html.description }
    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    /// Words of a source, kept apart from the direction of the text around them.
    mutating func appendInterpolation(source text: String) {
      markup += "<bdi>" + HTML.escaped(text) + "</bdi>"
    }
  }

  var isEmpty: Bool { description.isEmpty }

  static func + (one: HTML, other: HTML) -> HTML {
    HTML(resource: one.description + other.description)
  }

  static func += (one: inout HTML, other: HTML) { one.description += other.description }

  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // No line of the page begins with words of a source: they could pass for boxes ticked in a report.
      case "\n": result += "&#10;"
      case "\t": result.unicodeScalars.append(scalar)
      default:
        // Control characters and noncharacters are errors in HTML, also by their numbers.
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (scalar.value & 0xFFFE) == 0xFFFE
        {
          continue
        }
        if let shown = InvisibleMarks.shown(scalar) {
          result += shown
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

extension Sequence where Element == HTML {
  /// The pieces one behind the other.
  func joined(separator: HTML = "") -> HTML {
    HTML(resource: map(\.description).joined(separator: separator.description))
  }
}

extension ReportWords {
  /// The sentence of this key as markup, with markup filled in; what stands between grave accents is code.
  func html(_ key: String, _ values: KeyValuePairs<String, HTML> = [:]) -> HTML {
    let parts = self(key).split(separator: "`", omittingEmptySubsequences: false)
    let template = parts.enumerated().map { index, part in
      index % 2 == 1 ? "<code>\(String(part))</code>" as HTML : HTML(text: part)
    }.joined()
    return HTML(
      resource: MessageCatalog.filled(
        template.description,
        Dictionary(values.map { ($0.key, $0.value.description) }) { first, _ in first }))
  }
}
