import Values

/// Writes the values of a text.
public struct ValuesReport: Sendable {
  private let values: [Value]

  /// Makes a report on values.
  public init(values: [Value]) {
    self.values = values
  }

  /// One line a value: its words, its type and its normal form.
  public var text: String {
    values.map { value in
      let timex = value.timex.map { "  \($0)" } ?? ""
      return "\(value.text)\t\(value.kind.rawValue)\t\(value.normalizedDescription)\(timex)\n"
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
