/// The YAML between two lines of three dashes at the beginning of a text, and the text behind it.
struct FrontMatter: Sendable {
  /// What it says of the account; keys that mean nothing here are passed over, since such files
  /// serve other programs too.
  var settings = AccountSettings()
  /// The text behind it.
  var body: Substring

  /// Reads a text that has front matter or none.
  init(_ text: String, file: String) throws(IngestionError) {
    body = text[...]
    guard let (yaml, body) = Self.split(text) else { return }
    let node = try YAMLText.compose(
      String(yaml), file: file, format: "YAML front matter", firstLine: 2)
    // A first paragraph between two rules is no front matter.
    guard let node, let entries = YAMLText.entries(of: node, firstLine: 2) else { return }
    self.body = body
    for entry in entries {
      guard let value = YAMLText.scalar(entry.value, firstLine: 2), !value.text.isEmpty,
        let key = Self.key(entry.key.text)
      else { continue }
      try settings.set(key, to: value, file: file)
    }
  }

  private static func key(_ key: String) -> String? {
    let lower = key.lowercased()
    return AccountSettings.keys.contains(lower) && !["charset", "entry"].contains(lower)
      ? lower : nil
  }

  private static func split(_ text: String) -> (yaml: Substring, body: Substring)? {
    let utf8 = text.utf8
    guard let firstEnd = utf8.firstIndex(of: 0x0A), isRule(text[..<firstEnd], "---") else {
      return nil
    }
    let start = utf8.index(after: firstEnd)
    var at = start
    while at < utf8.endIndex {
      let end = utf8[at...].firstIndex(of: 0x0A) ?? utf8.endIndex
      if isRule(text[at..<end], "---") || isRule(text[at..<end], "...") {
        return (text[start..<at], end < utf8.endIndex ? text[utf8.index(after: end)...] : "")
      }
      at = end < utf8.endIndex ? utf8.index(after: end) : utf8.endIndex
    }
    return nil
  }

  private static func isRule(_ line: Substring, _ rule: String) -> Bool {
    guard line.hasPrefix(rule) else { return false }
    return line.dropFirst(rule.count).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
