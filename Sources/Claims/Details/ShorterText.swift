import Source

extension Claim {
  /// The claim as a sentence of its own without some of its details; nothing where a pronoun that stays would be left
  /// without the name that it stands for.
  ///
  /// - Parameters:
  ///   - details: details of the claim that can be taken out of it.
  ///   - text: the text of the claim's account.
  public func text(without details: [Detail], of text: SourceText) -> String? {
    let removed = details.flatMap(\.removable)
    guard !removed.isEmpty, !leavesPronoun(without: removed) else { return nil }
    let parts = ClaimText.parts(of: ranges.subtracting(removed), of: text, filled: fillings)
    return ClaimText.joined(parts.map(\.trimmedOfSpace))
  }

  /// Whether the name that a pronoun stands for is taken out, while the pronoun stays as it is.
  private func leavesPronoun(without removed: [Range<Int>]) -> Bool {
    let isRemoved = { (range: Range<Int>) in removed.contains { $0.overlaps(range) } }
    let named = references.filter { $0.form == .name && !isRemoved($0.range) }
    return references.contains { reference in
      reference.form != .name && reference.isResolved && !isRemoved(reference.range)
        && !fillings.contains { $0.range == reference.range }
        && references.contains {
          $0.form == .name && isRemoved($0.range) && $0.entities == reference.entities
        }
        && !named.contains { $0.entities == reference.entities }
    }
  }
}

extension [Range<Int>] {
  /// The ranges without what lies in others, in order.
  fileprivate func subtracting(_ others: [Range<Int>]) -> [Range<Int>] {
    others.reduce(self) { ranges, other in
      ranges.flatMap { range in
        guard range.overlaps(other) else { return [range] }
        return [
          range.lowerBound..<Swift.max(range.lowerBound, other.lowerBound),
          Swift.min(range.upperBound, other.upperBound)..<range.upperBound,
        ].filter { !$0.isEmpty }
      }
    }
  }
}

extension String {
  fileprivate var trimmedOfSpace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
