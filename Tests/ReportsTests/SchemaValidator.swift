/// Any JSON.
enum JSONContent: Decodable, Hashable {
  case object([String: JSONContent])
  case array([JSONContent])
  case text(String)
  case number(Double)
  case truth(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode([String: JSONContent].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONContent].self) {
      self = .array(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .null
    }
  }

  var object: [String: JSONContent]? { if case .object(let value) = self { value } else { nil } }
  var array: [JSONContent]? { if case .array(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
}

/// Checks JSON against a schema (JSON Schema 2020-12), for the keywords that ours uses; any other keyword is a
/// fault of the schema, so that none is passed over.
struct SchemaValidator {
  private let root: [String: JSONContent]

  init(_ schema: [String: JSONContent]) {
    root = schema
  }

  private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description"]
  private static let checked: Set = [
    "type", "required", "properties", "additionalProperties", "items", "minItems", "maxItems",
    "minLength", "minimum", "maximum", "pattern", "enum", "const", "$ref",
  ]

  /// What is wrong with a value, each with its place.
  func faults(of value: JSONContent) throws -> [String] { try faults(of: value, root, at: "$") }

  private func faults(of value: JSONContent, _ schema: [String: JSONContent], at place: String)
    throws -> [String]
  {
    let unknown = Set(schema.keys).subtracting(Self.checked).subtracting(Self.annotations)
    var faults = unknown.map { "\(place): keyword \($0) is not known" }
    if let reference = schema["$ref"]?.text {
      faults += try self.faults(of: value, try target(of: reference), at: place)
    }
    if let type = schema["type"]?.text, !Self.isOf(type, value) {
      return faults + ["\(place): is no \(type)"]
    }
    if let constant = schema["const"], constant != value {
      faults.append("\(place): is not \(constant)")
    }
    if let choices = schema["enum"]?.array, !choices.contains(value) {
      faults.append("\(place): \(value) is none of \(choices)")
    }
    if let text = value.text { faults += try self.faults(ofText: text, schema, at: place) }
    if let number = value.number {
      if let least = schema["minimum"]?.number, number < least {
        faults.append("\(place): \(number) is less than \(least)")
      }
      if let most = schema["maximum"]?.number, number > most {
        faults.append("\(place): \(number) is more than \(most)")
      }
    }
    if let items = value.array { faults += try self.faults(ofItems: items, schema, at: place) }
    if let members = value.object {
      faults += try self.faults(ofMembers: members, schema, at: place)
    }
    return faults
  }

  private func faults(ofText text: String, _ schema: [String: JSONContent], at place: String) throws
    -> [String]
  {
    var faults: [String] = []
    if let least = schema["minLength"]?.number, text.unicodeScalars.count < Int(least) {
      faults.append("\(place): is shorter than \(least)")
    }
    if let pattern = schema["pattern"]?.text,
      text.firstMatch(of: try Regex(pattern)) == nil
    {
      faults.append("\(place): \(text) does not match \(pattern)")
    }
    return faults
  }

  private func faults(
    ofItems items: [JSONContent], _ schema: [String: JSONContent], at place: String
  ) throws
    -> [String]
  {
    var faults: [String] = []
    if let least = schema["minItems"]?.number, items.count < Int(least) {
      faults.append("\(place): has fewer than \(least) items")
    }
    if let most = schema["maxItems"]?.number, items.count > Int(most) {
      faults.append("\(place): has more than \(most) items")
    }
    guard let itemSchema = schema["items"]?.object else { return faults }
    for (index, item) in items.enumerated() {
      faults += try self.faults(of: item, itemSchema, at: "\(place)[\(index)]")
    }
    return faults
  }

  private func faults(
    ofMembers members: [String: JSONContent], _ schema: [String: JSONContent], at place: String
  ) throws -> [String] {
    let known = schema["properties"]?.object ?? [:]
    let required = (schema["required"]?.array ?? []).compactMap(\.text)
    var faults = required.filter { members[$0] == nil }.map { "\(place): lacks \($0)" }
    for (key, member) in members.sorted(by: { $0.key < $1.key }) {
      let inner = "\(place).\(key)"
      if let memberSchema = known[key]?.object {
        faults += try self.faults(of: member, memberSchema, at: inner)
      } else if let other = schema["additionalProperties"]?.object {
        faults += try self.faults(of: member, other, at: inner)
      } else if schema["additionalProperties"] == .truth(false) {
        faults.append("\(inner): is not in the schema")
      }
    }
    return faults
  }

  private struct UnknownReference: Error { let name: String }

  private func target(of reference: String) throws -> [String: JSONContent] {
    var node = JSONContent.object(root)
    for part in reference.dropFirst(2).split(separator: "/") {
      guard let next = node.object?[String(part)] else {
        throw UnknownReference(name: reference)
      }
      node = next
    }
    guard let schema = node.object, reference.hasPrefix("#/") else {
      throw UnknownReference(name: reference)
    }
    return schema
  }

  private static func isOf(_ type: String, _ value: JSONContent) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .text), ("boolean", .truth),
      ("number", .number):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
