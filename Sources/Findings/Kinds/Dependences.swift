import Alignment
import Claims
import Ingestion
import Source

/// Finds which accounts draw on which others: by naming them, by quoting them, or by their very words.
struct Dependences: Sendable {
  let material: Material
  let messages: Messages

  func findings() -> [Finding] {
    material.voices.families.compactMap(sharedVoice)
      + material.accountIDs.compactMap { account in
        attribution(of: account) ?? copying(by: account)
      }
  }

  /// Several accounts of one publisher are one voice.
  private func sharedVoice(_ family: [String]) -> Finding? {
    guard family.count > 1, let publisher = family.first.flatMap(material.account)?.publisher else {
      return nil
    }
    return Finding(
      kind: .dependence, type: "publisher", accounts: family, points: [],
      summary: messages(
        "dependence.publisher", ["accounts": messages.list(family), "publisher": publisher]),
      evidence: family.compactMap { account in
        material.claims(of: account).first.flatMap { material.evidence(of: $0.claim) }
      }, salience: 0.6)
  }

  private func attribution(of account: String) -> Finding? {
    let claims = material.claims(of: account)
    let repeating = claims.filter { $0.claim.voice.repeatedAccount != nil }
    guard repeating.count > 1 || (repeating.count == 1 && claims.count == 1) else { return nil }
    let sources = Set(repeating.compactMap { $0.claim.voice.repeatedAccount }).sorted()
    let evidence = sources.compactMap { source in
      repeating.first { $0.claim.voice.repeatedAccount == source }
        .flatMap { material.evidence(of: $0.claim) }
    }
    let key = repeating.count == claims.count ? "dependence.all" : "dependence"
    return Finding(
      kind: .dependence, type: "attribution", accounts: [account],
      points: Set(repeating.map(\.point.id)).sorted(),
      summary: messages(
        key,
        [
          "account": account, "sources": messages.list(sources),
          "share": String(repeating.count), "count": String(claims.count),
        ]),
      evidence: evidence,
      salience: 0.65 + 0.2 * Double(repeating.count) / Double(max(claims.count, 1)))
  }

  // MARK: - Copied words

  /// The share of an account's runs of eight words that stand in an earlier account too (w-shingling;
  /// Broder, 1997).
  private func copying(by account: String) -> Finding? {
    guard let own = material.account(account) else { return nil }
    let shingles = Set(shingles(of: own.text).map(\.words))
    guard !shingles.isEmpty else { return nil }
    let sources = material.accountIDs.filter { other in
      guard !material.voices.family(of: account).contains(other),
        let source = material.account(other), isEarlier(source, than: own)
      else { return false }
      let shared = shingles.intersection(self.shingles(of: source.text).map(\.words))
      return Double(shared.count) >= 0.2 * Double(shingles.count)
    }
    guard !sources.isEmpty else { return nil }
    return Finding(
      kind: .dependence, type: "copy", accounts: [account], points: [],
      summary: messages(
        "dependence.copy", ["account": account, "sources": messages.list(sources)]),
      evidence: sources.compactMap { source in firstShared(in: own, from: source) }, salience: 0.8)
  }

  private func isEarlier(_ source: Account, than account: Account) -> Bool {
    guard let one = source.published?.description, let other = account.published?.description else {
      return false
    }
    return one < other
  }

  private func firstShared(in account: Account, from source: String) -> Evidence? {
    let theirs = Set((material.account(source).map { shingles(of: $0.text) } ?? []).map(\.words))
    return shingles(of: account.text).first { theirs.contains($0.words) }
      .flatMap { material.evidence(in: account.id, at: [$0.range]) }
  }

  private struct Shingle {
    let words: [String]
    let range: Range<Int>
  }

  private func shingles(of text: SourceText, length: Int = 8) -> [Shingle] {
    let words = words(of: text)
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { start in
      let run = words[start..<(start + length)]
      return Shingle(
        words: run.map { text[$0].lowercased() },
        range: words[start].lowerBound..<words[start + length - 1].upperBound)
    }
  }

  private func words(of text: SourceText) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in text.scalars.enumerated() {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        start = start ?? index
      } else if let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.count) }
    return words
  }
}
