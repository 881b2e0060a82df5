import Alignment
import Claims

/// Finds one thing under several descriptions: "a free, open and secure Indo-Pacific" in one account,
/// "a free and open Indo-Pacific" in another.
struct Wordings: Sendable {
  let material: Material
  let messages: Messages

  /// How one account describes a thing.
  private struct Variant {
    let account: String
    let term: Term
    let point: String
    /// What the report shows: the description, or what the thing stands with where it has none.
    let range: Range<Int>
  }

  func findings() -> [Finding] {
    let variants = material.accountIDs.flatMap(variants(of:))
    let byHead = Dictionary(grouping: variants) { key(of: $0.term) }
    return byHead.sorted { $0.key < $1.key }.compactMap { finding(for: $0.value) }
  }

  /// The fullest description of each thing that an account gives in its own voice.
  private func variants(of account: String) -> [Variant] {
    let all = material.claims(of: account).filter { $0.claim.voice.repeatedAccount == nil }
      .flatMap { claim, point in claim.terms.map { (term: $0, point: point.id) } }
    let byHead = Dictionary(grouping: all) { key(of: $0.term) }
    return byHead.sorted { $0.key < $1.key }.compactMap { _, entries in
      entries.max { one, other in
        (one.term.qualities.count, -one.term.range.lowerBound)
          < (other.term.qualities.count, -other.term.range.lowerBound)
      }.map { entry in
        Variant(
          account: account, term: entry.term, point: entry.point,
          range: entry.term.qualities.isEmpty ? entry.term.context : entry.term.range)
      }
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
    return Finding(
      kind: .wording, type: "term", accounts: variants.map(\.account),
      points: Set(variants.map(\.point)).sorted(),
      summary: messages("wording.term", ["head": head, "variants": messages.joined(shown)]),
      evidence: variants.compactMap { material.evidence(in: $0.account, at: [$0.range]) },
      salience: 0.45 + 0.05 * Double(min(most, 6))
        + (variants.contains(where: \.term.isName) ? 0.1 : 0))
  }

  private func text(of variant: Variant) -> String {
    material.account(variant.account)?.text[variant.range] ?? variant.term.text
  }
}
