/// Who says a claim: the account itself, or someone whom it reports, through others where they are named: "the
/// ministry said that the minister had said ...".
public enum Voice: Sendable, Hashable {
  /// The account says it in its own name.
  case account
  /// The account reports it as said by someone.
  ///
  /// - Parameters:
  ///   - name: the source as the account calls it.
  ///   - account: the id of the account in the same event that is this source's own, where it can be told.
  ///   - within: the voice that reports the source: `.account` where the account does so itself.
  indirect case reported(name: String, account: String?, within: Voice = .account)

  /// The account of this event that the claim repeats: of several, the one that is nearest to the account.
  public var repeatedAccount: String? {
    guard case .reported(_, let account, let outer) = self else { return nil }
    return outer.repeatedAccount ?? account
  }

  /// The name of the source that is reported; of several, the one that says the claim.
  public var source: String? {
    guard case .reported(let name, _, _) = self else { return nil }
    return name
  }

  /// The names of all sources, from the one whom the account reports to the one that says the claim.
  public var sources: [String] {
    guard case .reported(let name, _, let outer) = self else { return [] }
    return outer.sources + [name]
  }

  /// The voice that reports the source.
  public var outer: Voice? {
    guard case .reported(_, _, let outer) = self else { return nil }
    return outer
  }
}
