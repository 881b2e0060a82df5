/// The formats in which accounts come.
enum Format: Sendable, Hashable {
  case html, markdown, plain, json

  /// The format of a text, by its first characters where they are telling and else by the file's
  /// ending.
  init(of text: [UInt8], file: SourceFile) {
    let start = text.drop { $0 <= 0x20 }.prefix(1024)
    switch file.ending {
    case "html", "htm", "xhtml", "xht": self = .html
    case "json": self = .json
    case "md", "markdown", "mdown": self = .markdown
    case _ where Self.isPage(start): self = .html
    case "", "txt", "text": self = Self.isObject(text) ? .json : .plain
    default: self = .plain
    }
  }

  /// Whether a text begins as a page does.
  private static func isPage(_ start: ArraySlice<UInt8>) -> Bool {
    guard start.first == UInt8(ascii: "<") else { return false }
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    return lower.hasPrefix("<!doctype html") || lower.contains("<html") || lower.hasPrefix("<head")
      || lower.hasPrefix("<body")
  }

  /// Whether a text without a telling ending is one JSON object: it must read as one.
  private static func isObject(_ text: [UInt8]) -> Bool {
    guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    return (try? JSONValue(parsing: text)) != nil
  }
}

extension SourceFile {
  /// Whether the file is a page by its ending or its first character.
  var looksLikeMarkup: Bool {
    let isPage = ["html", "htm", "xhtml", "xht"].contains(ending)
    return isPage || bytes.prefix(1024).first { $0 > 0x20 } == UInt8(ascii: "<")
  }
}
