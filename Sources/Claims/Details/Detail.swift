/// A part of a claim that another account may leave out while it tells the rest: "for 25 minutes" of "they talked for
/// 25 minutes", an item of a list, what a clause adds to a noun.
public struct Detail: Sendable, Identifiable {
  /// The detail's name: it comes from the account, the words and their place.
  public let id: String
  /// Where its own words stand, in Unicode scalars of the account's text: in order, apart from each other.
  public let words: [Range<Int>]
  /// Where its words stand together with those that it needs to be read by itself: who does what.
  public let ranges: [Range<Int>]
  /// The detail as a sentence of its own: "they talked for 25 minutes".
  public let text: String
  /// Its own words with the marks that go with them, where the claim is a sentence without them that says less and is true
  /// where the claim is; otherwise none.
  public let removable: [Range<Int>]
}

extension Claim {
  /// What the claim says of one of its details, as a claim of its own: with the values, names and terms that stand in
  /// the detail's own words.
  public func part(_ detail: Detail) -> Claim {
    let isOwn = { (range: Range<Int>) in detail.words.contains { $0.overlaps(range) } }
    let stands = { (range: Range<Int>) in detail.ranges.contains { $0.overlaps(range) } }
    return Claim(
      id: detail.id, account: account, sentence: sentence, paragraph: paragraph,
      ranges: detail.ranges, text: detail.text, act: act, voice: voice,
      actors: actors, actsJointly: actsJointly, initiators: initiators,
      polarity: polarity, modality: modality,
      quotations: quotations.filter { stands($0.range) },
      hedges: hedges.filter { stands($0.range) },
      measures: measures.filter { isOwn($0.value.range) },
      words: words.filter { isOwn($0.range) }, terms: terms.filter { isOwn($0.range) },
      mentions: mentions.filter { stands($0.range) },
      references: references.filter { stands($0.range) },
      fillings: fillings.filter { stands($0.range) }, details: [], whole: id)
  }
}
