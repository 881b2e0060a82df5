import Language
import Source
import Values

/// Reads a Japanese sentence as claims: one a sentence, without the phrase that names its source.
///
/// The predicate ends the sentence, so the last verb or verbal noun is what the claim does, and the
/// endings after it say whether it is denied and how it stands to what happened.
struct JapaneseClauses {
  let sentence: Sentence
  let text: SourceText
  let acts: ActTable
  let grammar: Grammar

  /// A claim's part of the sentence with what was read in it.
  struct Part {
    let range: Range<Int>
    let act: Act?
    let polarity: Claim.Polarity
    let modality: Claim.Modality
    let lemmas: [String]
    let terms: [Term]
    let attribution: Attribution?
  }

  /// The claims of the sentence.
  func parts() -> [Part] {
    let source = sourcePhrase()
    let words = Array(sentence.words[(source?.end ?? 0)...])
    guard let first = words.first, let last = words.last(where: { $0.partOfSpeech != .punctuation })
    else { return [] }
    let ending = words.suffix(6)
    var seen: Set<String> = []
    return [
      Part(
        range: first.range.lowerBound..<last.range.upperBound, act: act(of: words),
        polarity: ending.contains { grammar.negations.contains($0.lemma) && $0.isGrammatical }
          ? .denied : .affirmed,
        modality: ending.compactMap { grammar.modality[$0.lemma] }.first ?? .fact,
        lemmas: words.filter(\.isContent).map(\.lemma)
          .filter { !grammar.light.contains($0) && seen.insert($0).inserted },
        terms: terms(in: words), attribution: source?.attribution)
    ]
  }

  /// 「〜によると」「〜によれば」 at the head of the sentence.
  private func sourcePhrase() -> (attribution: Attribution, end: Int)? {
    guard
      let verb = sentence.words.firstIndex(where: {
        grammar.sources.contains($0.lemma)
          || $0.text.hasPrefix("によ") && ["による", "によれば", "によると"].contains($0.text)
      }), verb > 0, verb + 1 < sentence.words.count
    else { return nil }
    let marks = sentence.words[verb...].prefix { $0.partOfSpeech != .punctuation }
    let joined = marks.map(\.text).joined()
    guard joined.contains("よると") || joined.contains("よれば"), marks.count < 5 else { return nil }
    let words = sentence.words[..<verb].filter { $0.text != "に" }
    let name = words.map(\.text).joined()
    let isPost = words.contains { grammar.posts.contains($0.lemma) }
    return (Attribution(name: name, isPost: isPost), min(marks.endIndex + 1, sentence.words.count))
  }

  /// The act of the last verb, alone or made of a noun and する.
  private func act(of words: [Word]) -> Act? {
    for index in words.indices.reversed() where words[index].partOfSpeech == .verb {
      let verb = words[index].lemma
      let compound = index > 0 && verb == "する" ? words[index - 1].lemma + verb : verb
      if let act = acts.act(ofVerb: compound, in: .japanese) { return act }
    }
    return nil
  }

  /// Runs of nouns: Japanese writes its compounds without joints.
  private func terms(in words: [Word]) -> [Term] {
    var found: [Term] = []
    var run: [Word] = []
    for word in words {
      if word.partOfSpeech.isNominal {
        run.append(word)
        continue
      }
      append(run, to: &found)
      run = []
    }
    append(run, to: &found)
    return found
  }

  private func append(_ run: [Word], to found: inout [Term]) {
    guard let first = run.first, let last = run.last else { return }
    let lemmas = run.map(\.lemma)
    guard !lemmas.allSatisfy(grammar.light.contains) else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    found.append(
      Term(
        range: range, text: text[range], head: last.text, headLemmas: [last.lemma],
        modifiers: Array(lemmas.dropLast()), qualities: [], context: range,
        isName: run.contains { $0.partOfSpeech == .properNoun },
        entityType: nil, isLight: grammar.light.contains(last.lemma), preposition: nil))
  }
}

extension Word {
  fileprivate var isGrammatical: Bool {
    partOfSpeech == .auxiliary || partOfSpeech == .adjective || partOfSpeech == .particle
  }
}
