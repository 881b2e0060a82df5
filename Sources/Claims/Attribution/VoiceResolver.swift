import Ingestion
import Source

/// Decides who says each claim of an account.
///
/// What stands in an embedded quote is said by the quote's author. A pronoun or a bare "the statement"
/// is the source that was named last. And since a report names its source once and goes on, a paragraph
/// in which all attributions lead to one account of the event is that account's from the first of them on, but for what
/// is told of somebody whom that account never names; and before the first of them, what names somebody whom no other
/// account names.
struct VoiceResolver: Sendable {
  let account: Account
  let directory: SourceDirectory

  /// What a claim tells of who says it.
  struct Cited {
    /// The sources that its sentence names, from the outermost to the one that says the claim.
    let attributions: [Attribution]
    let range: Range<Int>
    let paragraph: Int
    /// Where who acts stands, in the account's text.
    var subject: Range<Int>?

    /// The sources that have a name.
    var named: [Attribution] { attributions.filter { !$0.name.isEmpty } }
  }

  /// The voices of claims, given in the order of the text.
  ///
  /// - Parameter quotations: where the account's words stand in quotation marks.
  func voices(for claims: [Cited], quotations: OrderedRanges) -> [Voice] {
    var last: Voice = .account
    var own = claims.map { claim -> Voice? in
      if let quote = account.embeddedQuotes.first(where: { $0.range.overlaps(claim.range) }) {
        return voice(of: claim.named, within: voice(ofQuote: quote))
      }
      guard let first = claim.attributions.first else { return nil }
      let named = claim.named
      guard first.name.isEmpty else {
        last = voice(of: Array(named.prefix(1)), within: .account)
        return voice(of: Array(named.dropFirst()), within: last)
      }
      if last == .account, !first.reference.isEmpty {
        return voice(of: named, within: .reported(name: first.reference, account: nil))
      }
      return voice(of: named, within: last)
    }
    own = quoted(claims, own, quotations)
    let voicesByParagraph = Dictionary(grouping: zip(claims, own), by: \.0.paragraph)
      .mapValues { entries in Set(entries.compactMap { $0.1 }) }
    var sourced: Set<Int> = []
    return zip(claims, own).map { claim, voice in
      if let voice {
        sourced.insert(claim.paragraph)
        return voice
      }
      return soleVoice(
        of: claim, in: voicesByParagraph[claim.paragraph] ?? [],
        isSourced: sourced.contains(claim.paragraph))
    }
  }

  /// When what is quoted was published, where it is an account of the event.
  func publication(ofQuote quote: EmbeddedQuote) -> Timestamp? {
    voice(ofQuote: quote).repeatedAccount.flatMap(directory.publication(of:))
  }

  /// Who says what stands in quotation marks is often told once: by a claim in the same quotation (「...。...」と述べた),
  /// or, for a quotation that goes on behind "she said", by the one before it in the paragraph.
  private func quoted(
    _ claims: [Cited], _ voices: [Voice?], _ quotations: OrderedRanges
  ) -> [Voice?] {
    let quotation = claims.map { claim in
      quotations.indices(overlapping: claim.range)
        .first { isWithin(claim.range, quotations.ranges[$0]) }
    }
    var speakers: [Int: Voice] = [:]
    for (place, voice) in zip(quotation, voices) {
      if let place, let voice { speakers[place] = speakers[place] ?? voice }
    }
    var last: (paragraph: Int, voice: Voice)?
    return claims.indices.map { index in
      guard let place = quotation[index] else { return voices[index] }
      let before = last?.paragraph == claims[index].paragraph ? last?.voice : nil
      let voice = voices[index] ?? speakers[place] ?? before
      if let voice { last = (claims[index].paragraph, voice) }
      return voice
    }
  }

  /// The marks themselves may be part of a claim's range.
  private func isWithin(_ range: Range<Int>, _ quotation: Range<Int>) -> Bool {
    quotation.lowerBound - 1 <= range.lowerBound && range.upperBound <= quotation.upperBound + 1
  }

  private func voice(of attributions: [Attribution], within outer: Voice) -> Voice {
    attributions.reduce(outer) { voice, attribution in
      // "According to the ministry, the ministry said ..." names one source twice.
      guard voice.source != attribution.name, !isItself(attribution) || voice != .account else {
        return voice
      }
      return .reported(
        name: attribution.name,
        account: directory.account(
          named: attribution.name, isPost: attribution.isPost, citedBy: account.id),
        within: voice)
    }
  }

  /// "The ministry said" in the ministry's own release: the account itself says it.
  private func isItself(_ attribution: Attribution) -> Bool {
    directory.isItself(
      named: attribution.name, isPost: attribution.isPost, citedBy: account.id)
  }

  private func voice(ofQuote quote: EmbeddedQuote) -> Voice {
    let name = quote.attribution ?? ""
    return .reported(
      name: name,
      account: directory.account(named: name, isPost: quote.kind == .post, citedBy: account.id))
  }

  /// - Parameter isSourced: whether the source was named before the claim.
  private func soleVoice(of claim: Cited, in voices: Set<Voice>, isSourced: Bool) -> Voice {
    let repeated = Set(voices.map(\.repeatedAccount))
    guard repeated.count == 1, let source = repeated.first ?? nil,
      isSourced || directory.isFound(claim.range, of: account.id, onlyIn: source)
    else { return .account }
    if let subject = claim.subject,
      directory.isNew(subject, of: account.id, to: source) || isOfOther(subject, than: source)
    {
      return .account
    }
    let names = voices.compactMap { $0.name(of: source) }
    return .reported(name: names.min() ?? "", account: source)
  }

  /// "Chile says that six are in jail. Norway is looking for 11": what is told of another account's publisher is hardly what
  /// the one that was named before says.
  private func isOfOther(_ subject: Range<Int>, than source: String) -> Bool {
    directory.account(
      named: account.text[subject], isPost: false, citedBy: account.id
    ).map { $0 != source } ?? false
  }
}

extension Voice {
  /// The name of the source whose own account is `id`.
  fileprivate func name(of id: String) -> String? {
    guard case .reported(let name, let account, let outer) = self else { return nil }
    return outer.name(of: id) ?? (account == id ? name : nil)
  }
}
