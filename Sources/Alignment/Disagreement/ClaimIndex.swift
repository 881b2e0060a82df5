import Claims

/// The claims of an event, to be found by their words and by what their values are of.
struct ClaimIndex: Sendable {
  let claims: [ComparableClaim]
  private let byQuantity: [String: [Int]]
  private let byAccountAndQuantity: [String: [String: [Int]]]
  private let byWord: [String: [Int]]

  /// - Complexity: linear in the number of words and values.
  init(_ claims: [ComparableClaim]) {
    self.claims = claims
    var byQuantity: [String: [Int]] = [:]
    var byAccountAndQuantity: [String: [String: [Int]]] = [:]
    var byWord: [String: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      for id in Set(claim.claim.measures.compactMap { $0.quantity?.id }) {
        byQuantity[id, default: []].append(index)
        byAccountAndQuantity[claim.claim.account, default: [:]][id, default: []].append(index)
      }
      for word in claim.lemmas { byWord[word, default: []].append(index) }
    }
    self.byQuantity = byQuantity
    self.byAccountAndQuantity = byAccountAndQuantity
    self.byWord = byWord
  }

  /// The claims with a value of a quantity, in order.
  func claims(with quantity: String) -> [ComparableClaim] {
    (byQuantity[quantity] ?? []).map { claims[$0] }
  }

  /// The claims of an account with a value of a quantity, in order.
  func claims(with quantity: String, of account: String) -> [ComparableClaim] {
    (byAccountAndQuantity[account]?[quantity] ?? []).map { claims[$0] }
  }

  /// The indices of the claims that have one of some words, in order; words that more claims than `most` have are
  /// left out.
  func indices(ofClaimsWithAnyOf words: Set<String>, most: Int) -> [Int] {
    let lists = words.compactMap { byWord[$0] }.filter { $0.count <= most }
    return Set(lists.joined()).sorted()
  }
}
