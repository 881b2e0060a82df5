import Claims
import Values

/// Which voices tell a value or name something anywhere, so that "only" is not said of what others tell elsewhere.
struct TellingIndex: Sendable {
  private var values: [String: Set<String>] = [:]
  private var entities: [String: Set<String>] = [:]

  /// Reads the claims of all accounts.
  ///
  /// - Complexity: linear in the number of values and names.
  init(_ material: Material) {
    for account in material.accountIDs {
      let voice = material.voices.family(of: account).first ?? account
      for (claim, _) in material.claims(of: account) {
        for value in claim.values { values[Self.key(value), default: []].insert(voice) }
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

  private func isTold(_ voices: Set<String>?, besides voice: String) -> Bool {
    voices?.contains { $0 != voice } ?? false
  }

  /// The same for values that are written in other words: what they come to.
  private static func key(_ value: Value) -> String {
    value.timex ?? "\(value.value ?? value.text) \(value.unit ?? "")"
  }
}
