import Foundation

/// A structured field: a value and its parameters, `text/html; charset="utf-8"` (RFC 2045, section
/// 5.1).
struct FieldParameters: Sendable, Hashable {
  /// The value before the first semicolon, in lower case.
  var value: String
  /// The parameters by their names in lower case; those of RFC 2231 under their names without `*`.
  var parameters: [String: String] = [:]

  /// Reads a field.
  init(_ field: String) {
    let pieces = Self.pieces(of: field)
    value = (pieces.first ?? "").collapsingSpaces.lowercased()
    var continued: [String: [(number: Int, text: String)]] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = piece[..<equals].collapsingSpaces.lowercased()
      let text = Self.unquoted(String(piece[piece.index(after: equals)...]))
      guard let star = name.firstIndex(of: "*") else {
        parameters[name] = parameters[name] ?? text
        continue
      }
      let number = Int(name[name.index(after: star)...].filter(\.isNumber)) ?? 0
      let plain = name.hasSuffix("*") ? Self.percentDecoded(text) : text
      continued[String(name[..<star]), default: []].append((number, plain))
    }
    for (name, pieces) in continued {
      parameters[name] = pieces.sorted { $0.number < $1.number }.map(\.text).joined()
    }
  }

  /// The pieces between semicolons outside of quotation marks.
  private static func pieces(of field: String) -> [String] {
    var pieces = [""]
    var isQuoted = false
    var isEscaped = false
    for character in field {
      if character == ";", !isQuoted {
        pieces.append("")
        continue
      }
      pieces[pieces.count - 1].append(character)
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
    }
    return pieces
  }

  private static func unquoted(_ text: String) -> String {
    let trimmed = text.collapsingSpaces
    guard trimmed.hasPrefix("\""), trimmed.count > 1 else { return trimmed }
    var plain = ""
    var isEscaped = false
    for character in trimmed.dropFirst() {
      if character == "\"", !isEscaped { break }
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { plain.append(character) }
    }
    return plain
  }

  /// `utf-8'en'a%20b` as `a b`.
  private static func percentDecoded(_ text: String) -> String {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    let encoded = parts.count == 3 ? String(parts[2]) : text
    return encoded.removingPercentEncoding ?? encoded
  }
}

extension Substring {
  fileprivate var collapsingSpaces: String { String(self).collapsingSpaces }
}
