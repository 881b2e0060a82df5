import Alignment
import Claims
import Source

/// Weighs findings by what their claims tell, who tells it, and where.
struct Weighing: Sendable {
  let weights: SalienceWeights
  let material: Material

  typealias Reasons = [Salience.Factor: Double]

  /// What a sort of finding weighs.
  func sort(_ kind: Finding.Kind, _ type: String) -> Reasons {
    [.sort: weights.sort(kind, type)]
  }

  /// What weighs in claims that say one thing: values, what they do, where they stand, who makes them.
  func content(of claims: [Claim]) -> Reasons {
    guard !claims.isEmpty else { return [:] }
    let own = claims.filter { $0.voice.repeatedAccount == nil }
    let isParty = own.contains { claim in
      material.account(claim.account).map { material.sources.isParty($0.kind) } ?? false
    }
    return [
      .values: claims.contains { !$0.values.isEmpty } ? weights.value : 0,
      .act: claims.map(weight(ofActOf:)).max() ?? 0,
      .position: claims.contains { $0.sentence < 2 } ? weights.head : 0,
      .source: isParty ? weights.party : 0,
      .document: claims.allSatisfy(material.sources.isOfDocument) ? weights.document : 0,
    ]
  }

  private func weight(ofActOf claim: Claim) -> Double {
    let denial = claim.polarity == .denied ? weights.acts["denial"] ?? 0 : 0
    guard let act = claim.act else { return denial }
    return max(denial, weights.acts[act.name] ?? weights.acts[act.group] ?? 0)
  }

  /// What one voice of several weighs, and that others repeat it.
  func rarity(of accounts: [String], repeatedBy others: [String]) -> Reasons {
    let share =
      Double(material.voices.count(accounts)) / Double(max(material.voices.families.count, 1))
    return [
      .rarity: weights.rarity * (1 - share),
      .repetition: others.isEmpty ? 0 : weights.repetition,
    ]
  }

  /// What the number of voices weighs that say the same, each for itself.
  func voices(_ accounts: [String]) -> Reasons {
    let count = material.voices.count(accounts)
    let isEveryone = count == material.voices.families.count
    return [
      .voices: weights.voice * Double(min(count, 4)) + (isEveryone ? weights.everyVoice : 0)
    ]
  }

  /// What naming so many things weighs, and whether some of them are names.
  func things(_ count: Int, areNames: Bool) -> Reasons {
    [
      .extent: weights.thing * Double(min(count, weights.mostThings)),
      .name: areNames ? weights.name : 0,
    ]
  }

  /// All reasons together.
  func salience(_ reasons: Reasons...) -> Salience {
    Salience(reasons.reduce(into: [:]) { $0.merge($1) { $0 + $1 } })
  }
}
