import Foundation

/// A pipeline's `config.cfg`: sections of keys with JSON values, where `${section:key}` stands for
/// another value.
///
/// Format: <https://github.com/explosion/confection>.
struct PipelineConfiguration: Sendable {
  private let path: String
  private let sections: [String: [String: String]]

  /// Reads the file at a path.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(path: String) throws {
    let file = try MappedFile(inPackage: path)
    try self.init(file.text(0..<file.bytes.count), path: path)
  }

  /// Reads a configuration's text; `path` is for messages.
  init(_ text: String, path: String) throws {
    var sections: [String: [String: String]] = [:]
    var section = ""
    var key = ""
    // A line can end in a carriage return and a line feed, which are one character together.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let content = line.trimmingCharacters(in: .whitespaces)
      if content.isEmpty || content.hasPrefix("#") || content.hasPrefix(";") { continue }
      if content.hasPrefix("["), content.hasSuffix("]"), line.first == "[" {
        section = String(content.dropFirst().dropLast())
        sections[section, default: [:]] = sections[section] ?? [:]
        continue
      }
      if line.first == " " || line.first == "\t", !key.isEmpty {
        sections[section]?[key, default: ""] += content
        continue
      }
      guard let equals = content.firstIndex(of: "=") else {
        throw PipelinePackageError.malformed(
          file: path, reason: "line \(number + 1) is neither a section nor a setting")
      }
      key = content[..<equals].trimmingCharacters(in: .whitespaces)
      sections[section, default: [:]][key] = content[content.index(after: equals)...]
        .trimmingCharacters(in: .whitespaces)
    }
    self.path = path
    self.sections = sections
  }

  /// Whether there is such a section.
  func contains(_ section: String) -> Bool { sections[section] != nil }

  /// A value of text.
  func string(_ section: String, _ key: String) -> String? { value(section, key) as? String }

  /// A value that is a whole number.
  func integer(_ section: String, _ key: String) -> Int? { value(section, key) as? Int }

  /// A value that is true or false; false where it is missing.
  func flag(_ section: String, _ key: String) -> Bool { value(section, key) as? Bool ?? false }

  /// A list of text.
  func strings(_ section: String, _ key: String) -> [String]? { value(section, key) as? [String] }

  /// A list of whole numbers.
  func integers(_ section: String, _ key: String) -> [Int]? { value(section, key) as? [Int] }

  /// A whole number that must be there.
  ///
  /// - Throws: ``PipelinePackageError/malformed(file:reason:)``.
  func requireInteger(_ section: String, _ key: String) throws -> Int {
    guard let value = integer(section, key) else {
      throw PipelinePackageError.malformed(
        file: path, reason: "[\(section)] has no whole number \"\(key)\"")
    }
    return value
  }

  /// Checks that a part has one of the architectures, factories or values that this runtime knows.
  ///
  /// - Throws: ``PipelinePackageError/unsupported(file:feature:)`` with the name of the other one.
  func require(_ section: String, _ key: String, oneOf known: [String]) throws {
    let found = string(section, key) ?? "nothing"
    guard known.contains(found) else {
      throw PipelinePackageError.unsupported(file: path, feature: "\(found) as [\(section)] \(key)")
    }
  }

  /// An error about something that this runtime lacks.
  func unsupported(_ feature: String) -> PipelinePackageError {
    .unsupported(file: path, feature: feature)
  }

  private func value(_ section: String, _ key: String) -> Any? {
    if let text = resolved(section, key, depth: 0) {
      return try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }
    // A section can also be written as a value of the one above it.
    guard let dot = section.lastIndex(of: ".") else { return nil }
    let above = value(String(section[..<dot]), String(section[section.index(after: dot)...]))
    return (above as? [String: Any])?[key]
  }

  /// The value's text, where it refers to another one that one's. Chains are followed a few steps
  /// only, so that a circle ends.
  private func resolved(_ section: String, _ key: String, depth: Int) -> String? {
    guard let text = sections[section]?[key], depth < 8 else { return nil }
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return text }
    let reference = text.dropFirst(2).dropLast()
    guard let separator = reference.firstIndex(of: ":") ?? reference.lastIndex(of: ".") else {
      return nil
    }
    let target = String(reference[..<separator])
    return resolved(
      target, String(reference[reference.index(after: separator)...]), depth: depth + 1)
  }
}
