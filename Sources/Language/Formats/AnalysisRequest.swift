import Foundation

/// A text to analyse, as a line of JSON gives it: `{"id", "text", "language"}`.
public struct AnalysisRequest: Sendable, Hashable {
  /// The identifier as JSON, to be given back as it came; `null` where there is none.
  public let id: String
  /// The text. Half of a surrogate pair becomes U+FFFD, which is one scalar like itself.
  public let text: String
  /// The language, where the line names one.
  public let language: String?

  /// What is wrong with a line.
  public struct Mistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// The mistake in words.
    public let description: String
  }

  /// Reads a line.
  ///
  /// - Throws: ``Mistake`` where it is no JSON object, or its `text` or `language` is no string.
  public init(line: [UInt8]) throws(Mistake) {
    let data = Data(SurrogateRepair.repaired(line))
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Mistake(description: "this is not a JSON object in UTF-8")
    }
    guard let text = object["text"] as? String else {
      throw Mistake(description: "\"text\" is missing or no string")
    }
    if let language = object["language"], !(language is NSNull), !(language is String) {
      throw Mistake(description: "\"language\" is no string")
    }
    let id = object["id"] ?? NSNull()
    let encoded = try? JSONSerialization.data(
      withJSONObject: id, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
    self.id = encoded.map { String(decoding: $0, as: UTF8.self) } ?? "null"
    self.text = text
    self.language = object["language"] as? String
  }
}
