import Foundation

/// A line of JSON that asks for something: an object with an identifier.
///
/// Half of a surrogate pair in a string becomes U+FFFD, which is one scalar like itself.
public struct RequestLine {
  /// The identifier as JSON, to be given back as it came; `null` where there is none.
  public let id: String
  /// The members of the object.
  public let members: [String: Any]

  /// What is wrong with a line.
  public struct Mistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// The mistake in words.
    public let description: String

    /// Makes a mistake of its description.
    public init(description: String) { self.description = description }
  }

  /// Reads a line.
  ///
  /// - Throws: ``Mistake`` where it is no JSON object.
  public init(_ line: [UInt8]) throws(Mistake) {
    let data = Data(SurrogateRepair.repaired(line))
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Mistake(description: "this is not a JSON object in UTF-8")
    }
    id = Self.encoded(object["id"])
    members = object
  }

  /// A string that must be there.
  ///
  /// - Throws: ``Mistake`` where it is missing or something else.
  public func string(_ key: String) throws(Mistake) -> String {
    guard let text = members[key] as? String else {
      throw Mistake(description: "\"\(key)\" is missing or no string")
    }
    return text
  }

  /// A string that may be missing or `null`.
  ///
  /// - Throws: ``Mistake`` where it is something else.
  public func optionalString(_ key: String) throws(Mistake) -> String? {
    guard let value = members[key], !(value is NSNull) else { return nil }
    guard let text = value as? String else {
      throw Mistake(description: "\"\(key)\" is no string")
    }
    return text
  }

  /// A value as JSON; `null` where there is none.
  private static func encoded(_ value: Any?) -> String {
    if let text = value as? String {
      var bytes: [UInt8] = []
      JSONText.append(text, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    let data = try? JSONSerialization.data(
      withJSONObject: value ?? NSNull(),
      options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}
