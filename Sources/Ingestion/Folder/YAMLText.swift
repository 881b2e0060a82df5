import Yams

/// Reads YAML into nodes that know their lines, by Yams and libyaml.
package enum YAMLText {
  /// A scalar and the line it stands on.
  package struct Scalar: Sendable, Hashable {
    package var text: String
    package var line: Int
    /// The text with its white space as it stands there, which names of files need.
    package var exact: String
  }

  /// One member of a mapping.
  package struct Entry {
    package var key: Scalar
    package var value: Node
  }

  /// Reads a document; nothing for one that holds nothing.
  ///
  /// - Parameters:
  ///   - format: what messages call it.
  ///   - firstLine: the line of the file on which the document begins, from 1.
  ///   - maximumSize: the size in bytes above which it is refused.
  package static func compose(
    _ text: String, file: String, format: String, firstLine: Int = 1, maximumSize: Int = 1 << 20
  ) throws(IngestionError) -> Node? {
    guard text.utf8.count <= maximumSize else {
      throw IngestionError(
        file: file, line: firstLine,
        .malformed(format: format, reason: "it is larger than \(maximumSize >> 20) MB"))
    }
    if let (line, reason) = YAMLScan.excess(of: text) {
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
  package static func entries(of node: Node, firstLine: Int = 1) -> [Entry]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.compactMap { key, value in
      guard let scalar = scalar(key, firstLine: firstLine) else { return nil }
      return Entry(key: scalar, value: value)
    }
  }

  /// The text of a scalar; nothing for another node.
  package static func scalar(_ node: Node, firstLine: Int = 1) -> Scalar? {
    guard case .scalar(let scalar) = node else { return nil }
    return Scalar(
      text: scalar.string.collapsingSpaces, line: line(of: node, firstLine: firstLine),
      exact: scalar.string)
  }

  /// The line of a node in its file.
  package static func line(of node: Node, firstLine: Int = 1) -> Int {
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
}
