import Ingestion
import Source

/// Analyses English text by a spaCy pipeline: sentences by the parser, within paragraphs.
struct EnglishAnalyzer {
  let pipeline: EnglishPipeline

  /// The sentences of an account, with their words.
  func sentences(of account: Account) -> [Sentence] {
    // Accounts are analysed side by side, one task each.
    sentences(of: [account], threads: 1).flatMap { $0 }
  }

  /// The sentences of accounts, with their words, in the order of the accounts.
  func sentences(of accounts: [Account], threads: Int?) -> [[Sentence]] {
    let paragraphs = accounts.flatMap { account in
      account.paragraphs.map { Array(account.text.scalars[$0.range]) }
    }
    var documents = pipeline.analyze(paragraphs, threads: threads)[...]
    return accounts.map { account in
      let own = documents.prefix(account.paragraphs.count)
      documents = documents.dropFirst(own.count)
      return zip(account.paragraphs.indices, own).flatMap { index, document in
        sentences(
          of: document, paragraph: index, start: account.paragraphs[index].range.lowerBound)
      }
    }
  }

  private func sentences(of document: Document, paragraph: Int, start: Int) -> [Sentence] {
    document.sentences.compactMap { range in
      let tokens = range.filter { !document.tokens[$0].isSpace }
      guard let first = tokens.first, let last = tokens.last else { return nil }
      let positions = Dictionary(
        uniqueKeysWithValues: tokens.enumerated().map { ($0.element, $0.offset) })
      let words = tokens.enumerated().map { position, index in
        let token = document.tokens[index]
        return word(
          token, text: document.text(token), start: start,
          head: positions[token.head] ?? position)
      }
      let place = document.tokens[first].range.lowerBound..<document.tokens[last].range.upperBound
      return Sentence(
        range: (place.lowerBound + start)..<(place.upperBound + start), paragraph: paragraph,
        words: words)
    }
  }

  private func word(_ token: Token, text: String, start: Int, head: Int) -> Word {
    let isName = isMistaggedName(token, text: text)
    let range = token.range
    return Word(
      range: (range.lowerBound + start)..<(range.upperBound + start), text: text,
      lemma: isName ? text.lowercased() : token.lemma.lowercased(),
      partOfSpeech: isName ? .properNoun : partOfSpeech(of: token, text: text),
      tag: token.tag, head: head, relation: token.relation,
      entityType: token.entityType.isEmpty ? nil : token.entityType,
      beginsEntity: token.beginsEntity)
  }

  /// "It closed at 4.10 p.m.": the tagger takes the abbreviation that ends a sentence for its point.
  private func partOfSpeech(of token: Token, text: String) -> PartOfSpeech {
    let own = PartOfSpeech(rawValue: token.partOfSpeech) ?? .other
    return own == .punctuation && text.contains(where: \.isLetter) ? .noun : own
  }

  /// A foreign name may look like a verb to the tagger (`Blinken`, as "taken" does); the parser and the
  /// entity recognizer, which see more of the sentence, then outvote it.
  private func isMistaggedName(_ token: Token, text: String) -> Bool {
    let isNominal = ["nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "compound", "poss"]
    return ["VERB", "ADJ", "ADV"].contains(token.partOfSpeech)
      && ["PERSON", "ORG", "GPE", "LOC"].contains(token.entityType)
      && isNominal.contains(token.relation) && text.first?.isUppercase ?? false
  }
}
