import Values

/// Writes the values of a text.
public struct ValuesReport: Sendable {
  private let values: [Value]

  /// Makes a report on values.
  public init(values: [Value]) {
    self.values = values
  }

  /// One line a value, in columns: its words, its type, its normal form and its TIMEX3 value.
  public var text: String {
    let rows = values.map { value in
      [
        value.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        value.kind.rawValue,
        value.normalizedDescription + (value.isPartOfCode ? " (digits of a code)" : ""),
        value.timex ?? "",
      ]
    }
    let widths = (0..<3).map { column in rows.map { MarkdownTable.width(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - MarkdownTable.width(of: cell))
      }
      let line = (cells + [row[3]]).joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// The values as a JSON array.
  ///
  /// - Throws: `EncodingError`, which would be a defect of ours.
  public func json() throws -> String { try MachineFormat.json(values.map(ValueRecord.init)) }

  /// The values as one line of JSON with the id of their text: an answer of `values --input`.
  ///
  /// - Throws: `EncodingError`, which would be a defect of ours.
  public func line(id: String) throws -> String {
    try MachineFormat.line(Line(id: id, values: values.map(ValueRecord.init)))
  }

  private struct Line: Encodable {
    let id: String
    let values: [ValueRecord]
  }
}
