import Alignment
import Findings

/// Writes the points of a comparison by accounts as comma-separated values (RFC 4180, UTF-8 without a byte order
/// mark, lines ended by CR LF).
///
/// The header is `point,summary` and the ids of the accounts; a cell is the verdict, and behind it the words that
/// it rests on, in at most 120 characters: `stated: “...”`, `repeats J: “...”`, `absent`.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises
/// (https://owasp.org/www-community/attacks/CSV_Injection).
public struct CSVReport: Sendable {
  private static let maximumLength = 120

  /// Makes a writer.
  public init() {}

  /// The report, ending in a line end.
  public func text(of comparison: Comparison) -> String {
    let ids = comparison.event.accounts.map(\.id)
    let rows = comparison.points.map { point in
      [point.id, point.summary] + ids.map { point.stances[$0].map(cell) ?? "absent" }
    }
    return ([["point", "summary"] + ids] + rows)
      .map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private func cell(_ stance: Stance) -> String {
    let isRepeated = stance.verdict == .stated && !stance.repeats.isEmpty
    let verdict =
      isRepeated
      ? "repeats \(stance.repeats.joined(separator: ", "))" : stance.verdict.rawValue
    guard stance.verdict != .absent, let claim = stance.claims.first else { return verdict }
    return "\(verdict): “\(Self.shortened(claim.text))”"
  }

  private static func shortened(_ text: String) -> String {
    let line = singleLine(text)
    guard line.count > maximumLength else { return line }
    let head = line.prefix(maximumLength - 1)
    return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + "…"
  }

  /// One line without control characters: a cell is one row to every reader.
  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
  }

  /// A field, quoted where it must be.
  static func field(_ text: String) -> String {
    let line = singleLine(text)
    // The signs of full width count as well where the system's language is Japanese or Chinese.
    let isFormula = line.first.map { "=+-@＝＋－＠".contains($0) } ?? false
    let cell = isFormula ? "'" + line : line
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0 == "'" }) || cell != text else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
