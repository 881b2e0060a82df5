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
    return [
      .values: claims.flatMap(\.measures).map(weights.value).max() ?? 0,
      .act: claims.map(weight(ofActOf:)).max() ?? 0,
      .position: claims.contains(where: \.isAtHead) ? weights.head : 0,
      .source: own.contains { isParty($0.account) } ? weights.party : 0,
      .document: claims.allSatisfy(material.sources.isOfDocument) ? weights.document : 0,
    ]
  }

  /// What weighs in who tells something, and whether at the head of the account.
  func teller(_ account: String, isAtHead: Bool) -> Reasons {
    [
      .source: isParty(account) ? weights.party : 0,
      .position: isAtHead ? weights.head : 0,
    ]
  }

  private func isParty(_ account: String) -> Bool {
    material.account(account).map { material.sources.isParty($0.kind) } ?? false
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

  /// What naming things weighs: how many they are, those twice that others found worth repeating, and how many of them
  /// have names.
  func things(_ count: Int, repeated: Int, named: Int) -> Reasons {
    [
      .extent: weights.thing * Double(min(count + repeated, weights.mostThings)),
      .name: weights.name * Double(named) / Double(max(count, 1)),
    ]
  }

  /// All reasons together.
  func salience(_ reasons: Reasons...) -> Salience {
    Salience(reasons.reduce(into: [:]) { $0.merge($1) { $0 + $1 } })
  }
}

extension Claim {
  /// Whether it stands in the headline or the first two sentences.
  var isAtHead: Bool { sentence < 2 }
}
