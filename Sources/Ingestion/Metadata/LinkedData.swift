/// What a page says of itself in JSON-LD, in the words of schema.org.
struct LinkedData: Sendable {
  private var objects: [JSONValue] = []
  private var byIdentifier: [String: JSONValue] = [:]

  /// Reads all JSON-LD of a page: single objects, arrays, and graphs. What is no JSON is passed
  /// over, as by everyone who reads it.
  init(of tree: HTMLTree, deadline: Deadline) {
    for node in tree.nodes.indices where tree.tag(node) == .script {
      let text = tree.inside(node).filter { tree.tag($0) == .text }
        .map { tree.string(ofText: $0) }.joined()
      let json = Self.unwrapped(Array(text.utf8))
      guard let value = try? JSONValue(parsing: json, deadline: deadline) else { continue }
      collect(value)
    }
  }

  /// JSON without the marks of a comment or of character data that hide it from old readers.
  private static func unwrapped(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...]
    if let mark = Self.mark("<![CDATA[", in: rest) { rest = rest[(mark + 9)...] }
    guard let start = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return rest }
    // What ends the data begins with two brackets, which may stand against those of the JSON.
    if let mark = Self.mark("]]>", in: rest) { rest = rest[..<mark] }
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") }
    guard let end = rest.lastIndex(where: isEnd), start <= end else { return rest }
    return rest[start...end]
  }

  private static func mark(_ mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let place = bytes.withUnsafeBytes { bytes in
      Array(mark.utf8).withUnsafeBytes { bytes.firstPlace(of: $0) }
    }
    return place.map { bytes.startIndex + $0 }
  }

  private mutating func collect(_ value: JSONValue) {
    var waiting = value.elements
    while let next = waiting.popLast() {
      if case .array(let elements) = next {
        waiting += elements.reversed()
        continue
      }
      guard case .object = next else { continue }
      objects.append(next)
      if let id = next["@id"]?.text, next["name"] != nil || next["@type"] != nil {
        if byIdentifier[id] == nil { byIdentifier[id] = next }
      }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        guard let inner = next[key] else { continue }
        waiting += inner.elements.reversed()
      }
    }
  }

  /// The object that describes the page's own text, the type that comes first in the list before
  /// the others.
  func article(ofTypes types: [String]) -> JSONValue? {
    let ranked = objects.compactMap { object -> (rank: Int, object: JSONValue)? in
      let ranks = Self.types(of: object).compactMap { types.firstIndex(of: $0) }
      return ranks.min().map { ($0, object) }
    }
    return ranked.min { $0.rank < $1.rank }?.object
  }

  /// The types of an object, without the vocabulary's address.
  static func types(of object: JSONValue) -> [String] {
    (object["@type"]?.elements ?? []).compactMap(\.text).map { type in
      type.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(String.init)
        ?? type
    }
  }

  /// An object, or the one that it refers to.
  func resolved(_ value: JSONValue) -> JSONValue {
    guard let id = value["@id"]?.text, value["name"] == nil else { return value }
    return byIdentifier[id] ?? value
  }

  /// The names of one or more persons or bodies, as text or as objects.
  func names(of value: JSONValue?) -> String? {
    let names = (value?.elements ?? []).compactMap { element -> String? in
      if let text = element.text { return text }
      let names = resolved(element)["name"]?.elements ?? []
      return names.compactMap(\.text).first
    }
    let people = names.filter { !$0.hasPrefix("http") }
    return people.isEmpty ? nil : people.joined(separator: ", ")
  }
}
