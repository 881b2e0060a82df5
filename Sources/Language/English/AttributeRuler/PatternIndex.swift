/// Patterns of tokens, found by a word or tag that they ask for, so that few have to be tried.
struct PatternIndex: Sendable {
  private var patterns: [TokenPattern] = []
  private var byLowercase: [String: [Int]] = [:]
  private var byTag: [String: [Int]] = [:]
  private var others: [Int] = []

  /// Adds a pattern; its number is how many there were before.
  mutating func add(_ pattern: TokenPattern) {
    let number = patterns.count
    patterns.append(pattern)
    if let words = pattern.values(of: .lowercase) {
      for word in words { byLowercase[word, default: []].append(number) }
    } else if let tags = pattern.values(of: .tag) {
      for tag in tags { byTag[tag, default: []].append(number) }
    } else {
      others.append(number)
    }
  }

  /// The numbers of the patterns that match a token, in order.
  func matches(_ token: RuledToken) -> [Int] {
    var candidates = others
    candidates += byLowercase[token.lowercase] ?? []
    candidates += byTag[token.tag] ?? []
    return candidates.filter { patterns[$0].matches(token) }.sorted()
  }
}
