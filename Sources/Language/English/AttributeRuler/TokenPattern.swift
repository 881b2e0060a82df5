import Foundation

/// What a rule asks of one token.
struct TokenPattern: Sendable {
  /// A property of a token.
  enum Property: String, Sendable {
    case tag = "TAG"
    case lowercase = "LOWER"
    case text = "ORTH"
    case relation = "DEP"
  }

  /// What a property has to be.
  enum Test: Sendable {
    case isOne(Set<String>)
    case isNone(Set<String>)
    /// A regular expression that is found in it.
    case matches(AffixPattern)
  }

  private let tests: [(property: Property, test: Test)]
  private let isSpace: Bool?

  /// Reads a token's pattern.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ value: MessagePackValue, in document: MessagePackDocument) throws {
    var tests: [(Property, Test)] = []
    var isSpace: Bool?
    for entry in value.entries ?? [] {
      let key = document.text(entry.key) ?? ""
      if key == "IS_SPACE", case .boolean(let flag) = entry.value {
        isSpace = flag
        continue
      }
      guard let property = Property(rawValue: key) else {
        throw PipelinePackageError.unsupported(
          file: document.file.path, feature: "\(key) in the pattern of a token")
      }
      if let text = document.text(entry.value) {
        tests.append((property, .isOne([text])))
        continue
      }
      for condition in entry.value.entries ?? [] {
        tests.append((property, try Self.test(condition, in: document)))
      }
    }
    self.tests = tests
    self.isSpace = isSpace
  }

  private static func test(
    _ entry: MessagePackEntry, in document: MessagePackDocument
  ) throws -> Test {
    let name = document.text(entry.key) ?? ""
    switch name {
    case "IN": return .isOne(Set((entry.value.elements ?? []).compactMap(document.text)))
    case "NOT_IN": return .isNone(Set((entry.value.elements ?? []).compactMap(document.text)))
    case "REGEX":
      do {
        return .matches(try AffixPattern(document.text(entry.value) ?? ""))
      } catch let failure as RegularExpressionParser.Failure {
        throw PipelinePackageError.unsupported(
          file: document.file.path, feature: "\(failure.feature) in the pattern of a token")
      }
    default:
      throw PipelinePackageError.unsupported(
        file: document.file.path, feature: "\(name) in the pattern of a token")
    }
  }

  /// The values that a property may have, nil where the pattern does not say.
  func values(of property: Property) -> Set<String>? {
    for (asked, test) in tests where asked == property {
      if case .isOne(let values) = test { return values }
    }
    return nil
  }

  /// Whether the token has all that the pattern asks for.
  func matches(_ token: RuledToken) -> Bool {
    if let isSpace, isSpace != token.isSpace { return false }
    return tests.allSatisfy { property, test in
      let value = token.value(property)
      switch test {
      case .isOne(let values): return values.contains(value)
      case .isNone(let values): return !values.contains(value)
      case .matches(let pattern):
        let text = Array(value.unicodeScalars)
        var matcher = RegularExpressionMatcher()
        return pattern.firstMatch(in: text, range: 0..<text.count, from: 0, with: &matcher) != nil
      }
    }
  }
}

/// What rules see of a token.
struct RuledToken {
  let text: String
  let lowercase: String
  let tag: String
  let relation: String
  let isSpace: Bool

  /// The value of a property.
  func value(_ property: TokenPattern.Property) -> String {
    switch property {
    case .tag: tag
    case .lowercase: lowercase
    case .text: text
    case .relation: relation
    }
  }
}
