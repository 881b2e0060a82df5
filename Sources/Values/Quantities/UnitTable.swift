import Source

/// What each unit measures and how many base units it is.
struct UnitTable: Sendable {
  /// A unit of measure.
  struct Definition: Hashable, Sendable {
    var measures: String
    var factor: Double
    /// What is added after the factor: degrees Celsius to kelvins.
    var offset: Double
  }

  private let definitions: [String: Definition]

  init(_ file: ResourceFile) throws {
    var found: [String: Definition] = [:]
    for (key, node) in file.root {
      guard let name = key.scalar?.string, let measures = node["measures"]?.string,
        let factor = node["factor"]?.float ?? node["factor"]?.int.map(Double.init)
      else { throw ResourceError(name: file.name, reason: "a unit lacks `measures` or `factor`") }
      let offset = node["offset"]?.float ?? node["offset"]?.int.map(Double.init) ?? 0
      found[name] = Definition(measures: measures, factor: factor, offset: offset)
    }
    definitions = found
  }

  subscript(name: String) -> Definition? { definitions[name] }
}
