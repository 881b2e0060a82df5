import Claims
import Values

/// Which voices tell a value or name something anywhere, so that "only" is not said of what others tell elsewhere.
struct TellingIndex: Sendable {
  private var values: [String: Set<String>] = [:]
  /// Those that tell it for themselves.
  private var ownValues: [String: Set<String>] = [:]
  private var entities: [String: Set<String>] = [:]

  /// Reads the claims of all accounts.
  ///
  /// - Complexity: linear in the number of values and names.
  init(_ material: Material) {
    for account in material.accountIDs {
      let voice = material.voices.family(of: account).first ?? account
      for (claim, _) in material.claims(of: account) {
        for value in claim.values {
          values[Self.key(value), default: []].insert(voice)
          if claim.voice.repeatedAccount == nil {
            ownValues[Self.key(value), default: []].insert(voice)
          }
        }
        for mention in claim.mentions { entities[mention.entity, default: []].insert(voice) }
      }
    }
  }

  /// Whether another voice tells what a detail adds: one of its values, or, where it adds nothing but names, all of
  /// them.
  func isTold(_ detail: Claim, besides voice: String) -> Bool {
    if detail.values.contains(where: { isTold(values[Self.key($0)], besides: voice) }) {
      return true
    }
    let names = detail.terms.filter { $0.entity != nil }
    let isNamesAlone = detail.words.allSatisfy { word in
      names.contains { $0.range.overlaps(word.range) }
    }
    return isNamesAlone && !names.isEmpty
      && names.allSatisfy { name in
        name.entity.map { isTold(entities[$0], besides: voice) } ?? false
      }
  }

  /// Whether other voices tell for themselves, anywhere, all the values of some claims that could hardly be of
  /// something else: then who says "only" has overlooked them.
  func areValuesTold(of claims: [Claim], besides voice: String) -> Bool {
    let keys = Set(claims.flatMap(\.values).filter(\.isDistinctive).map(Self.key))
    return !keys.isEmpty && keys.allSatisfy { isTold(ownValues[$0], besides: voice) }
  }

  /// The voices that tell, anywhere and in whosever name, a value that at least two of the accounts of some claims
  /// give and that could hardly be of something else: they are not silent on it, however they put it.
  func voices(tellingWhatIsSharedBy claims: [Claim]) -> Set<String> {
    var accounts: [String: Set<String>] = [:]
    for claim in claims {
      for value in claim.values where value.isDistinctive {
        accounts[Self.key(value), default: []].insert(claim.account)
      }
    }
    return accounts.filter { $0.value.count > 1 }.keys
      .reduce(into: []) { $0.formUnion(values[$1] ?? []) }
  }

  /// The voices that tell one of the values of some claims.
  func voices(tellingAnyOf claims: [Claim]) -> Set<String> {
    claims.flatMap(\.values).filter(\.isDistinctive)
      .reduce(into: []) { $0.formUnion(values[Self.key($1)] ?? []) }
  }

  private func isTold(_ voices: Set<String>?, besides voice: String) -> Bool {
    voices?.contains { $0 != voice } ?? false
  }

  /// The same for values that are written in other words: what they come to.
  private static func key(_ value: Value) -> String {
    value.timex ?? "\(value.value ?? value.text) \(value.unit ?? "")"
  }
}

extension Value {
  /// Whether two texts about one event that give this value mean the same by it: sums, shares and measures, and counts
  /// beyond a dozen; dates and small counts stand with many things.
  fileprivate var isDistinctive: Bool {
    switch kind {
    case .currency, .percentage, .dimension, .temperature, .duration, .age: true
    case .number: (quantity?.value ?? 0) > 12
    default: false
    }
  }
}
