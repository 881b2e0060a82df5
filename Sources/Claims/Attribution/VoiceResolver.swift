import Ingestion
import Source

/// Decides who says each claim of an account.
///
/// What stands in an embedded quote is said by the quote's author. A pronoun or a bare "the statement"
/// is the source that was named last. And since a report names its source once and goes on, a paragraph
/// in which all attributions lead to one account of the event is that account's throughout.
struct VoiceResolver: Sendable {
  let account: Account
  let directory: SourceDirectory

  /// The voices of claims, given in the order of the text with what each names as its source.
  func voices(
    for claims: [(attribution: Attribution?, range: Range<Int>, paragraph: Int)]
  ) -> [Voice] {
    var last: Voice = .account
    let own = claims.map { claim -> Voice? in
      if let quote = account.embeddedQuotes.first(where: { $0.range.overlaps(claim.range) }) {
        return voice(ofQuote: quote)
      }
      guard let attribution = claim.attribution else { return nil }
      guard !attribution.name.isEmpty else { return last }
      last = voice(of: attribution)
      return last
    }
    let voicesByParagraph = Dictionary(grouping: zip(claims, own), by: \.0.paragraph)
      .mapValues { entries in Set(entries.compactMap { $0.1 }) }
    return zip(claims, own).map { claim, voice in
      voice ?? soleVoice(in: voicesByParagraph[claim.paragraph] ?? [])
    }
  }

  /// When what is quoted was published, where it is an account of the event.
  func publication(ofQuote quote: EmbeddedQuote) -> Timestamp? {
    voice(ofQuote: quote).repeatedAccount.flatMap(directory.publication(of:))
  }

  private func voice(of attribution: Attribution) -> Voice {
    .reported(
      name: attribution.name,
      account: directory.account(
        named: attribution.name, isPost: attribution.isPost, citedBy: account.id))
  }

  private func voice(ofQuote quote: EmbeddedQuote) -> Voice {
    let name = quote.attribution ?? ""
    return .reported(
      name: name,
      account: directory.account(named: name, isPost: quote.kind == .post, citedBy: account.id))
  }

  private func soleVoice(in voices: Set<Voice>) -> Voice {
    let repeated = Set(voices.map(\.repeatedAccount))
    guard repeated.count == 1, repeated.first != .some(nil) else { return .account }
    let name = voices.compactMap(\.source).min() ?? ""
    return .reported(name: name, account: repeated.first ?? nil)
  }
}
