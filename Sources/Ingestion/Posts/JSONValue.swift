/// A JSON value (RFC 8259) with the order of its members, as posts and pages carry it.
///
/// Foundation's reader tells no line of a mistake, and pages put line ends into the strings of
/// their JSON-LD and commas at the ends of its lists; both are taken here. Nesting is limited, so
/// that no input reaches the end of the stack.
enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  struct Member: Sendable, Hashable {
    var key: String
    var value: JSONValue
  }

  /// Where a text stops being JSON.
  struct Mistake: Error, Sendable, Hashable {
    var line: Int
    var reason: String
  }

  /// Reads a whole text, in time linear in its length; a deadline that passes is a mistake too, and so are more
  /// values than there may be, since each needs more memory than it has bytes.
  init(
    parsing bytes: some Collection<UInt8>, deadline: Deadline, maximumCount: Int = 2_000_000
  ) throws(Mistake) {
    var parser = JSONParser(Array(bytes), deadline: deadline, maximumCount: maximumCount)
    self = try parser.parse()
  }

  /// The member of an object; nothing for other values and where there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string or a number, without spaces around it; nothing where that is empty.
  var text: String? {
    switch self {
    case .string(let text), .number(let text):
      let trimmed = text.collapsingSpaces
      return trimmed.isEmpty ? nil : trimmed
    default: return nil
    }
  }

  /// The elements of an array; any other value as its own only element, as JSON-LD has it.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}
