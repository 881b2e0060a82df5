import Yams

/// Reads YAML into nodes that know their lines, by Yams and libyaml.
///
/// Yams goes into nested nodes by recursion and copies what an alias stands for, so text that is
/// nested or aliased beyond all need is refused before.
enum YAMLText {
  /// A scalar and the line it stands on.
  struct Scalar: Sendable, Hashable {
    var text: String
    var line: Int
  }

  /// One member of a mapping.
  struct Entry {
    var key: Scalar
    var value: Node
  }

  private static let maximumSize = 1 << 20
  private static let maximumDepth = 64
  private static let maximumAliases = 32

  /// Reads a document; nothing for one that holds nothing.
  ///
  /// - Parameters:
  ///   - format: what messages call it.
  ///   - firstLine: the line of the file on which the document begins, from 1.
  static func compose(_ text: String, file: String, format: String, firstLine: Int = 1)
    throws(IngestionError) -> Node?
  {
    if let (line, reason) = excess(of: text) {
      throw IngestionError(
        file: file, line: line + firstLine - 1, .malformed(format: format, reason: reason))
    }
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let (line, reason) = place(of: error)
      throw IngestionError(
        file: file, line: line.map { $0 + firstLine - 1 },
        .malformed(format: format, reason: reason))
    } catch {
      throw IngestionError(
        file: file, .malformed(format: format, reason: String(describing: error)))
    }
  }

  /// The members of a mapping in their order; nothing for another node.
  static func entries(of node: Node, firstLine: Int = 1) -> [Entry]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.compactMap { key, value in
      guard let scalar = scalar(key, firstLine: firstLine) else { return nil }
      return Entry(key: scalar, value: value)
    }
  }

  /// The text of a scalar; nothing for another node.
  static func scalar(_ node: Node, firstLine: Int = 1) -> Scalar? {
    guard case .scalar(let scalar) = node else { return nil }
    return Scalar(text: scalar.string.collapsingSpaces, line: line(of: node, firstLine: firstLine))
  }

  /// The line of a node in its file.
  static func line(of node: Node, firstLine: Int = 1) -> Int {
    (node.mark?.line ?? 1) + firstLine - 1
  }

  private static func place(of error: YamlError) -> (line: Int?, reason: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the key \"\(duplicates.first ?? "")\" stands there twice")
    case .reader(let problem, _, _, _):
      (nil, problem)
    default:
      (nil, "it cannot be read")
    }
  }

  /// Where a text goes beyond what any event needs.
  private static func excess(of text: String) -> (line: Int, reason: String)? {
    guard text.utf8.count <= maximumSize else { return (1, "it is larger than one megabyte") }
    var line = 1
    var depth = 0
    var dashes = 0
    var aliases = 0
    var previous: UInt8 = 0x0A
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        line += 1
        dashes = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: " ") where previous == UInt8(ascii: "-") || previous == UInt8(ascii: "?"):
        dashes += 1
      case UInt8(ascii: "*") where previous <= 0x20 || previous == UInt8(ascii: "["):
        aliases += 1
      case UInt8(ascii: "*") where previous == UInt8(ascii: ","): aliases += 1
      default: break
      }
      if depth > maximumDepth || dashes > maximumDepth { return (line, "it is nested too deeply") }
      if aliases > maximumAliases { return (line, "it has too many aliases") }
      previous = byte
    }
    return nil
  }
}
