import Alignment
import Claims
import Source

/// Finds one thing under several descriptions: "a free, open and secure Indo-Pacific" in one account,
/// "a free and open Indo-Pacific" in another.
struct Wordings: Sendable {
  let material: Material
  let topics: TopicWords
  let weighing: Weighing
  let messages: Messages

  /// How one account describes a thing.
  private struct Variant {
    let account: String
    let term: Term
    let point: String
    /// What the report shows: the description, or what the thing stands with where it has none.
    let range: Range<Int>
    /// The describing words as they stand there, by their base form, in order.
    let words: [(lemma: String, text: String)]
  }

  func findings() -> [Finding] {
    let variants = material.accountIDs.flatMap(variants(of:))
    let byHead = Dictionary(grouping: variants) { key(of: $0.term) }
    return byHead.sorted { $0.key < $1.key }.compactMap { finding(for: $0.value) }
  }

  /// The fullest description of each thing that an account gives in its own voice.
  private func variants(of account: String) -> [Variant] {
    let all = material.claims(of: account).filter { $0.claim.voice.repeatedAccount == nil }
      .flatMap { claim, point in
        claim.terms.filter { !isValue($0, of: claim) }
          .map { (term: $0, claim: claim, point: point.id) }
      }
    let byHead = Dictionary(grouping: all) { key(of: $0.term) }
    return byHead.sorted { $0.key < $1.key }.compactMap { _, entries in
      entries.max { one, other in
        (one.term.qualities.count, -one.term.range.lowerBound)
          < (other.term.qualities.count, -other.term.range.lowerBound)
      }.map { entry in
        Variant(
          account: account, term: entry.term, point: entry.point,
          range: entry.term.qualities.isEmpty ? entry.term.context : entry.term.range,
          words: describingWords(of: entry.term, in: entry.claim))
      }
    }
  }

  /// Whether a term is part of a value: what "two hours" and "the first half hour" have in common is no thing.
  private func isValue(_ term: Term, of claim: Claim) -> Bool {
    claim.values.contains { $0.range.contains(term.range.upperBound - 1) }
  }

  /// The words that describe a thing; in Japanese each with the endings that belong to it: 自由で, 開かれた.
  private func describingWords(of term: Term, in claim: Claim) -> [(lemma: String, text: String)] {
    guard let account = material.account(claim.account) else { return [] }
    let content = claim.words.filter { $0.range.clamped(to: term.range) == $0.range }
    return content.enumerated().compactMap { index, word in
      guard term.qualities.contains(word.lemma) else { return nil }
      let next =
        index + 1 < content.count ? content[index + 1].range.lowerBound : word.range.upperBound
      let end =
        account.language == .japanese ? max(next, word.range.upperBound) : word.range.upperBound
      return (word.lemma, account.text[word.range.lowerBound..<end])
    }
  }

  /// One name, whatever it is called, is one thing.
  private func key(of term: Term) -> String {
    term.entity ?? term.headLemmas.joined(separator: " ")
  }

  private func finding(for variants: [Variant]) -> Finding? {
    let descriptions = Set(variants.map { Set($0.term.qualities) })
    let most = variants.map(\.term.qualities.count).max() ?? 0
    // A bare mention beside one adjective is how everyone writes; two words or two views are a choice.
    let described = descriptions.filter { !$0.isEmpty }.count
    guard variants.count > 1, descriptions.count > 1, most > 1 || described > 1,
      let head = variants.first?.term.head
    else { return nil }
    let shown = variants.map { variant in
      messages("wording.variant", ["account": variant.account, "text": text(of: variant)])
    }
    let isName = variants.contains(where: \.term.isName)
    let telling = differingWords(of: variants).filter { isName || !topics.isPlain($0) }
    return Finding(
      kind: .wording, type: "term", accounts: variants.map(\.account),
      points: Set(variants.map(\.point)).sorted(),
      summary: messages("wording.term", ["head": head, "variants": messages.joined(shown)])
        + changes(among: variants),
      evidence: variants.compactMap { material.evidence(in: $0.account, at: [$0.range]) },
      salience: weighing.salience(
        weighing.sort(.wording, "term"),
        [
          .extent: weighing.weights.word * Double(min(telling.count, weighing.weights.mostThings)),
          .name: isName ? weighing.weights.name : 0,
        ]))
  }

  private func text(of variant: Variant) -> String {
    material.account(variant.account)?.text[variant.range] ?? variant.term.text
  }

  /// The base forms of the words that some but not all of those who describe a thing have.
  private func differingWords(of variants: [Variant]) -> Set<String> {
    let sets = variants.map { Set($0.term.qualities) }.filter { !$0.isEmpty }
    let common = sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
    let all = sets.reduce(into: Set<String>()) { $0.formUnion($1) }
    return sets.count > 1 ? all.subtracting(common) : all
  }

  // MARK: - Word by word

  /// What was added, dropped or put in the place of other words beside the barest description in each language.
  private func changes(among variants: [Variant]) -> Message {
    let byLanguage = Dictionary(grouping: variants.filter { !$0.words.isEmpty }) {
      material.account($0.account)?.language ?? .undetermined
    }
    return byLanguage.sorted { $0.key.rawValue < $1.key.rawValue }
      .compactMap { _, variants -> Message? in
        guard
          let barest = variants.min(by: {
            ($0.words.count, $0.account) < ($1.words.count, $1.account)
          })
        else { return nil }
        let changes = variants.compactMap { change(from: barest, to: $0) }
        guard !changes.isEmpty else { return nil }
        return messages(
          "wording.beside",
          ["account": barest.account, "changes": row(of: changes)])
      }.reduce("") { $0 + $1 }
  }

  private func change(from barest: Variant, to variant: Variant) -> Message? {
    let old = Set(barest.words.map(\.lemma))
    let new = Set(variant.words.map(\.lemma))
    let added = quoted(variant.words.filter { !old.contains($0.lemma) })
    let dropped = quoted(barest.words.filter { !new.contains($0.lemma) })
    switch (added.isEmpty, dropped.isEmpty) {
    case (true, true): return nil
    case (false, true):
      return messages("wording.added", ["account": variant.account, "words": messages.list(added)])
    case (true, false):
      return messages(
        "wording.dropped", ["account": variant.account, "words": messages.list(dropped)])
    case (false, false):
      return messages(
        "wording.changed",
        [
          "account": variant.account, "words": messages.list(added),
          "others": messages.list(dropped),
        ])
    }
  }

  private func row(of changes: [Message]) -> Message {
    changes.dropFirst().reduce(changes.first ?? "") {
      messages("wording.changes", ["one": $0, "other": $1])
    }
  }

  private func quoted(_ words: [(lemma: String, text: String)]) -> [Message] {
    words.map { messages("quoted", ["text": $0.text]) }
  }
}
