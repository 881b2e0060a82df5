import Values

/// Writes the values of a text.
public struct ValuesReport: Sendable {
  private let values: [Value]
  private let inner: [Value]

  /// Makes a report on values.
  ///
  /// - Parameter inner: the numbers inside them, which only the machine formats list.
  public init(values: [Value], inner: [Value]) {
    self.values = values
    self.inner = inner
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
  public func json() throws -> String { try MachineFormat.json(records) }

  /// The values as one line of JSON with the id of their text: an answer of `values --input`.
  ///
  /// - Throws: `EncodingError`, which would be a defect of ours.
  public func line(id: String) throws -> String {
    try MachineFormat.line(Line(id: id, values: records))
  }

  /// In the order of the text, an outer value before those inside it.
  private var records: [ValueRecord] {
    let all = values.map { ValueRecord($0) } + inner.map { ValueRecord($0, isInside: true) }
    return all.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }

  private struct Line: Encodable {
    let id: String
    let values: [ValueRecord]
  }
}
