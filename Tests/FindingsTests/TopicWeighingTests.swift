import CrossreadKit
import Testing

@testable import Findings

@Suite("Topics that event.yaml raises or mutes")
struct TopicWeighingTests {
  private static let accounts = [
    Comparing.account(
      "A",
      "The ministers met in Leeds. They discussed fishing quotas. They admired the new fountain."),
    Comparing.account("B", "The ministers met in Leeds."),
  ]

  private func findings(_ topics: EventTopic..., names: [NamedEntity] = []) async throws
    -> [Finding]
  {
    try await Comparer().comparison(
      of: Event(name: "e", title: "e", names: names, topics: topics, accounts: Self.accounts)
    ).findings
  }

  @Test("a finding about a raised topic is one of those to be read first")
  func raised() async throws {
    let plain = try #require(try await findings().first { $0.summary.contains("fishing quotas") })
    let found = try await findings(EventTopic(name: "fishing quotas", emphasis: .raised))
    let raised = try #require(found.first { $0.id == plain.id })
    #expect(raised.salience > plain.salience)
    #expect(raised.because.contains { $0.factor == .topic && $0.weight > 0 })
    #expect(found.highlights.contains { $0.id == raised.id })
  }

  @Test("a finding about a muted topic stands last")
  func muted() async throws {
    let found = try await findings(EventTopic(name: "fountain", emphasis: .muted))
    let muted = found.filter { finding in finding.evidence.contains { $0.text.contains("fountain") }
    }
    #expect(!muted.isEmpty)
    #expect(muted.allSatisfy { $0.salience == 0 })
    #expect(found.suffix(muted.count).map(\.id) == muted.map(\.id))
  }

  @Test("a topic is found in its base form: of one quota, quotas too")
  func baseForm() async throws {
    let found = try await findings(EventTopic(name: "quota", emphasis: .raised))
    let raised = found.filter { $0.because.contains { $0.factor == .topic } }
    #expect(!raised.isEmpty)
    #expect(raised.allSatisfy { $0.evidence.contains { $0.text.contains("quotas") } })
  }

  @Test("a topic that is part of a word is not meant")
  func partOfWord() async throws {
    let found = try await findings(EventTopic(name: "fish", emphasis: .raised))
    #expect(!found.contains { $0.because.contains { $0.factor == .topic } })
  }

  @Test("a topic that names somebody is found by every name of the entity, in whichever language")
  func entity() async throws {
    let accounts = [
      Comparing.account("A", "外相は会談で北朝鮮の問題を提起した。", language: .japanese),
      Comparing.account("B", "市長は新しい橋を歩いた。", language: .japanese),
    ]
    let found = try await Comparer().comparison(
      of: Event(
        name: "e", title: "e", topics: [EventTopic(name: "North Korea", emphasis: .raised)],
        accounts: accounts)
    ).findings
    let raised = found.filter { $0.because.contains { $0.factor == .topic } }
    #expect(!raised.isEmpty)
    #expect(raised.allSatisfy { $0.accounts == ["A"] })
  }
}
