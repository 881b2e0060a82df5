import Claims
import Source
import Values

/// Tells whether two values of one quantity are of one thing, and whether one of them is only the older count.
struct QuantityComparison: Sendable {
  let nouns: CountedNouns
  let words: ContradictionWords
  /// All claims of the event: what else its accounts tell of the same quantity.
  let index: ClaimIndex

  /// A value of a quantity with its claim.
  struct Side {
    let measure: Measure
    let quantity: MeasuredQuantity
    let claim: ComparableClaim

    init?(_ measure: Measure, in claim: ComparableClaim) {
      guard let quantity = measure.quantity, quantity.standing == .whole else { return nil }
      self.measure = measure
      self.quantity = quantity
      self.claim = claim
    }

    var time: CountTime? { CountTime(of: quantity, published: claim.published) }

    /// What limits the value to a place: an entity, or the word for it.
    var scope: String? {
      quantity.scope.map { scope in
        claim.claim.mentions.first { $0.range.overlaps(scope.range) }?.entity ?? scope.text
      }
    }
  }

  // MARK: - One thing

  /// Whether two values of one quantity are of one thing.
  ///
  /// - Parameter isAlike: whether the claims have so much in common that even quantities which many things
  ///   have are of one.
  func isOneThing(_ one: Side, _ other: Side, isAlike: Bool) -> Bool {
    guard one.quantity.id == other.quantity.id, isTold(one.claim.claim), isTold(other.claim.claim),
      !areOfTwoSorts(one, other)
    else { return false }
    if let counted = one.quantity.counted, let otherCounted = other.quantity.counted,
      !nouns.canBeOne(counted, otherCounted)
    {
      return false
    }
    if one.quantity.isGeneral, !isAlike, !sharesNames(one, other) { return false }
    return hasOneScope(one, other)
  }

  /// "22 of them are wounded", "37 of whom": of whom, the figure does not tell.
  func isOfThoseNamed(_ measure: Measure, in claim: Claim) -> Bool {
    let figure = measure.value
    return words.isOfPronoun(figure.text, in: claim.text)
      || claim.references.contains {
        $0.form == .pronoun && (1...4).contains($0.range.lowerBound - figure.range.upperBound)
      }
  }

  /// "37 Norwegian soldiers" and "22 Danish soldiers", "rail passengers" and "bus passengers".
  private func areOfTwoSorts(_ one: Side, _ other: Side) -> Bool {
    let (here, there) = (sorts(of: one), sorts(of: other))
    return !here.isEmpty && !there.isEmpty && here.isDisjoint(with: there)
      && one.claim.language == other.claim.language
  }

  /// What the counted noun has before it that names and does not describe.
  private func sorts(of side: Side) -> Set<String> {
    let end = side.measure.value.range.upperBound
    let term = side.claim.claim.terms.first {
      $0.range.contains(end) || (0...1).contains($0.range.lowerBound - end)
    }
    return term.map { Set($0.modifiers).subtracting($0.qualities) } ?? []
  }

  /// Only what is said to be so has a figure that another can contradict.
  private func isTold(_ claim: Claim) -> Bool {
    claim.polarity == .affirmed && [.fact, .hearsay].contains(claim.modality)
  }

  private func sharesNames(_ one: Side, _ other: Side) -> Bool {
    one.claim.language != other.claim.language
      && !one.claim.entities.isDisjoint(with: other.claim.entities)
  }

  /// A figure of a place is no figure of another place, nor of the whole, unless it exceeds it.
  private func hasOneScope(_ one: Side, _ other: Side) -> Bool {
    guard one.quantity.isTally || one.quantity.isLocal, one.scope != other.scope else {
      return true
    }
    guard one.quantity.isTally, (one.scope == nil) != (other.scope == nil),
      let here = one.measure.value.quantity?.value, let there = other.measure.value.quantity?.value
    else { return false }
    return one.scope == nil ? there > here : here > there
  }

  /// Whether the account of one side tells the value of the other one elsewhere.
  func isToldElsewhere(_ value: Side, by other: Side) -> Bool {
    index.claims(with: value.quantity.id, of: other.claim.claim.account).contains { claim in
      claim.claim.measures.contains { measure in
        measure.quantity?.id == value.quantity.id && measure.quantity?.standing != .part
          && agree(measure, value.measure)
      }
    }
  }

  // MARK: - Counts that grow

  /// The times of two counts where they differ, so that one is only older: unless some account had the newer
  /// figure already when the older one was given.
  func times(_ one: Side, _ other: Side) -> (one: CountTime, other: CountTime)? {
    guard one.quantity.isTally, let time = one.time, let otherTime = other.time,
      time.differs(from: otherTime)
    else { return nil }
    let isOlder = time.moment.distance(to: otherTime.moment) > 0
    let (older, newer) = isOlder ? (one, other) : (other, one)
    return wasKnown(newer, at: isOlder ? time : otherTime, besides: older)
      ? nil : (time, otherTime)
  }

  private func wasKnown(_ newer: Side, at time: CountTime, besides older: Side) -> Bool {
    let accounts: Set = [older.claim.claim.account, newer.claim.claim.account]
    return index.claims(with: newer.quantity.id).contains { claim in
      guard !accounts.contains(claim.claim.account), claim.claim.voice.repeatedAccount == nil
      else { return false }
      return claim.claim.measures.contains { measure in
        guard let side = Side(measure, in: claim), isOneThing(side, newer, isAlike: false),
          measure.value.compared(with: newer.measure.value).relation == .equal
        else { return false }
        return side.time.map { !$0.differs(from: time) } ?? false
      }
    }
  }

  private func agree(_ one: Measure, _ other: Measure) -> Bool {
    [.equal, .compatible].contains(one.value.compared(with: other.value).relation)
  }

  /// Two values that differ; with the names of their scales where each account has its own.
  func sides(_ one: Side, _ other: Side) -> (one: Message, other: Message) {
    let terms = (one.quantity.term, other.quantity.term)
    let isNamed =
      !one.quantity.isTally && terms.0 != nil && terms.1 != nil && terms.0 != terms.1
    let words = { (side: Side) in
      Message { language in
        (isNamed ? (side.quantity.term ?? "") + " " : "")
          + side.measure.value.normalizedDescription(in: language)
      }
    }
    return (words(one), words(other))
  }
}
