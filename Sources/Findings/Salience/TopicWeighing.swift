import Alignment
import Claims
import Ingestion
import Source

/// Raises and mutes findings whose topics `event.yaml` lists.
///
/// A finding is about a topic when one of its claims names the entity that the topic is, in whichever language, or
/// when all words of the topic stand in a row in its evidence, in their base form or as they are.
struct TopicWeighing: Sendable {
  private let topics: [(topic: EventTopic, words: [String], entity: String?)]
  private let claims: [String: [Claim]]
  private let weights: SalienceWeights

  init(material: Material, weights: SalienceWeights) {
    self.weights = weights
    topics = material.event.topics.map { topic in
      let wanted = topic.name.lowercased()
      let entity = material.entities.entities.first { entity in
        ([entity.name] + entity.names.values + material.aliases(of: entity))
          .contains { $0.lowercased() == wanted }
      }
      return (topic, Self.words(of: topic.name), entity?.id)
    }
    guard !topics.isEmpty else {
      claims = [:]
      return
    }
    let points = material.points.flatMap { [$0] + $0.details }
    claims = Dictionary(points.map { ($0.id, $0.claims) }) { first, _ in first }
  }

  /// The findings with the topics weighed.
  func weighed(_ findings: [Finding]) -> [Finding] {
    guard !topics.isEmpty else { return findings }
    return findings.map { finding in
      let found = topics.filter { isAbout(finding, words: $0.words, entity: $0.entity) }
      guard !found.isEmpty else { return finding }
      let isMuted = found.contains { $0.topic.emphasis == .muted }
      return finding.weighing(.topic, isMuted ? weights.muted : weights.raised)
    }
  }

  private func isAbout(_ finding: Finding, words: [String], entity: String?) -> Bool {
    if finding.evidence.contains(where: { Self.holds(Self.words(of: $0.text), words) }) {
      return true
    }
    let quoted = Dictionary(grouping: finding.evidence, by: \.account)
      .mapValues { $0.flatMap(\.quotations).map(\.range) }
    let own = finding.points.flatMap { claims[$0] ?? [] }.filter { claim in
      quoted[claim.account]?.contains { $0.overlaps(claim.span) } ?? false
    }
    return own.contains { claim in
      let ranges = quoted[claim.account] ?? []
      return claim.mentions.contains { mention in
        mention.entity == entity && ranges.contains { $0.overlaps(mention.range) }
      }
        || Self.holds(
          claim.words.filter { word in ranges.contains { $0.overlaps(word.range) } }
            .map { $0.lemma.lowercased() }, words)
    }
  }

  /// Words of letters and digits in lower case; of scripts without spaces, each letter.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [String] in
      word.unicodeScalars.contains(where: \.isKanaOrIdeograph)
        ? word.map(String.init) : [String(word)]
    }
  }

  private static func holds(_ words: [String], _ wanted: [String]) -> Bool {
    guard let first = wanted.first, words.count >= wanted.count else { return false }
    return words.indices.contains { start in
      words[start] == first && words[start...].starts(with: wanted)
    }
  }
}
