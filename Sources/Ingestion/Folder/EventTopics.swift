import Yams

/// Reads `topics:` of `event.yaml`: what reports raise, and what they mute.
enum EventTopics {
  private static let emphases: [(key: String, emphasis: EventTopic.Emphasis)] = [
    ("raise", .raised), ("mute", .muted),
  ]

  /// The topics in their order, those that are raised and those that are muted.
  ///
  /// - Throws: an `IngestionError` with its line where a key is unknown, a topic has no words, or one topic is both
  ///   raised and muted.
  static func topics(_ entry: YAMLText.Entry, file: String) throws(IngestionError) -> [EventTopic] {
    guard let members = YAMLText.entries(of: entry.value) else {
      throw IngestionError(
        file: file, line: YAMLText.line(of: entry.value),
        .invalidValue(key: entry.key.text, expected: "`raise:` and `mute:`, each a list of topics"))
    }
    var topics: [EventTopic] = []
    for member in members {
      guard let emphasis = emphases.first(where: { $0.key == member.key.text })?.emphasis else {
        throw IngestionError(
          file: file, line: member.key.line,
          .unknownKey(
            key: member.key.text,
            suggestion: NearestName.suggestion(for: member.key.text, among: emphases.map(\.key))))
      }
      for name in try names(member, file: file) {
        let topic = EventTopic(name: name.text, emphasis: emphasis)
        let isBoth = topics.contains {
          $0.name.lowercased() == topic.name.lowercased() && $0.emphasis != emphasis
        }
        guard !isBoth else {
          throw IngestionError(
            file: file, line: name.line,
            .invalidValue(
              key: entry.key.text, expected: "each topic either raised or muted, not both"))
        }
        if !topics.contains(topic) { topics.append(topic) }
      }
    }
    return topics
  }

  private static func names(_ entry: YAMLText.Entry, file: String) throws(IngestionError)
    -> [YAMLText.Scalar]
  {
    var scalars: [YAMLText.Scalar?] = [YAMLText.scalar(entry.value)]
    if case .sequence(let items) = entry.value { scalars = items.map { YAMLText.scalar($0) } }
    var names: [YAMLText.Scalar] = []
    for scalar in scalars {
      guard let scalar, scalar.text.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw IngestionError(
          file: file, line: scalar?.line ?? YAMLText.line(of: entry.value),
          .invalidValue(key: entry.key.text, expected: "a list of topics, each in words"))
      }
      names.append(scalar)
    }
    return names
  }
}
