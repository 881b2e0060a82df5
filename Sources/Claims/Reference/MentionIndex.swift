import Language

/// Which names the words of a sentence are parts of.
///
/// - Complexity: made in time linear in the number of words and of names that overlap.
struct MentionIndex {
  private let mentionsByWord: [Int: [EntityMention]]

  /// - Parameters:
  ///   - words: the words of the sentence, in order.
  ///   - mentions: the names in it, in order.
  init(words: [Word], mentions: [EntityMention]) {
    var found: [Int: [EntityMention]] = [:]
    var first = 0
    for mention in mentions {
      while first < words.count, words[first].range.upperBound <= mention.range.lowerBound {
        first += 1
      }
      var word = first
      while word < words.count, words[word].range.lowerBound < mention.range.upperBound {
        found[word, default: []].append(mention)
        word += 1
      }
    }
    mentionsByWord = found
  }

  /// The names that a word is part of, in the order of the text.
  func mentions(at word: Int) -> [EntityMention] { mentionsByWord[word] ?? [] }

  /// The longest name that a word is part of.
  func longest(at word: Int) -> EntityMention? {
    mentions(at: word).max { $0.range.count < $1.range.count }
  }

  /// The names that some words are parts of, each once, in the order of the text.
  func mentions(at words: [Int]) -> [EntityMention] {
    var found: [EntityMention] = []
    for mention in words.flatMap(mentions) where !found.contains(mention) { found.append(mention) }
    return found
  }
}
