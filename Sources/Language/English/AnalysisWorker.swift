/// Analyses batches of texts, one after the other, with what it learned from those before: words,
/// vectors and lemmas. Nothing learned changes a result.
struct AnalysisWorker {
  /// What rules and tables say of a token with a tag and a relation.
  private struct TokenEntry {
    let match: AttributeRuler.Match
    let attributes: TokenAttributes
    let lemma: String
  }

  private let components: PipelineComponents
  private let partLength: Int
  private var tokenizer: Tokenizer
  private var runs: [EncoderRun]
  private var scratch = TransitionScratch()
  private var tagScratch = FloatBuffer(count: 0)
  private var entryPlaces = HashIndex(capacity: 1_024)
  private var entries: [TokenEntry] = []

  /// A worker that has learned nothing.
  ///
  /// - Parameter partLength: a text of more tokens is analysed in parts, each to the end of its last
  ///   whole sentence: the networks take some 6 kB a token, which a text without end must not take.
  init(_ components: PipelineComponents, partLength: Int = 131_072) {
    self.components = components
    self.partLength = partLength
    self.tokenizer = Tokenizer(
      components.tokenizerRules, phrases: components.phrases, vocabulary: components.vocabulary)
    self.runs = components.encoders.map(EncoderRun.init)
  }

  /// Analyses some texts.
  mutating func analyze(_ texts: [[Unicode.Scalar]]) -> [Document] {
    let tokens = texts.map { tokenizer.tokenize($0) }
    if tokens.contains(where: { $0.count > partLength }) {
      return zip(texts, tokens).map { document($0, partsOf: $1) }
    }
    encode(tokens)
    return texts.indices.map { document(texts[$0], tokens[$0], text: $0) }
  }

  private mutating func encode(_ texts: [[RawToken]]) {
    for index in runs.indices { runs[index].encode(texts, lexicon: tokenizer.lexicon) }
  }

  /// Analyses a text part by part. The next part begins with the sentence that the last one cut, if
  /// that does not repeat more than half of the work.
  private mutating func document(
    _ scalars: [Unicode.Scalar], partsOf tokens: [RawToken]
  ) -> Document {
    var found: [Token] = []
    var sentences: [Range<Int>] = []
    found.reserveCapacity(tokens.count)
    while found.count < tokens.count {
      let start = found.count
      let part = Array(tokens[start..<min(start + partLength, tokens.count)])
      encode([part])
      let document = document(scalars, part, text: 0)
      let isLast = start + part.count == tokens.count
      let lastSentence = document.sentences.last?.lowerBound ?? 0
      let end = isLast || lastSentence < part.count / 2 ? part.count : lastSentence
      found += document.tokens[..<end].map { $0.moved(by: start) }
      sentences += document.sentences.filter { $0.lowerBound < end }
        .map { $0.lowerBound + start..<$0.upperBound + start }
    }
    return Document(scalars: scalars, tokens: found, sentences: sentences)
  }

  private mutating func document(
    _ scalars: [Unicode.Scalar], _ tokens: [RawToken], text: Int
  ) -> Document {
    let lexicon = tokenizer.lexicon
    let isSpace = { (index: Int) in lexicon.lexemes[Int(tokens[index].lexeme)].isSpace }
    let tags = tags(tokens.count, text: text)
    let tree = components.parser.map { entry in
      entry.parser.parse(
        runs[entry.encoder].rows(of: text), count: tokens.count, isSpace: isSpace,
        scratch: &scratch)
    }
    let startsSentence =
      tree?.startsSentence ?? Array(repeating: false, count: tokens.count)
    let entities = components.recognizer.map { entry in
      entry.recognizer.entities(
        runs[entry.encoder].rows(of: text), count: tokens.count,
        startsSentence: components.recognizerSeesSentences
          ? startsSentence : Array(repeating: false, count: tokens.count),
        isSpace: isSpace, scratch: &scratch)
    }
    let places = tokens.indices.map { index in
      entry(tokens[index], tag: tags?[index], relation: tree?.relations[index])
    }
    return Document(
      scalars: scalars,
      tokens: finish(tokens, places: places, tree: tree, entities: entities ?? []),
      sentences: Self.ranges(startsSentence))
  }

  private mutating func tags(_ count: Int, text: Int) -> [Int32]? {
    components.tagger.map { entry in
      entry.tagger.tags(runs[entry.encoder].rows(of: text), count: count, scratch: &tagScratch)
    }
  }

  private static func ranges(_ isStart: [Bool]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in isStart.indices.dropFirst() where isStart[index] {
      result.append(start..<index)
      start = index
    }
    if start < isStart.count { result.append(start..<isStart.count) }
    return result
  }

  // MARK: Rules and lemmas

  /// The place of what is known of a token with a tag and a relation.
  private mutating func entry(_ token: RawToken, tag: Int32?, relation: Int32?) -> Int {
    let labels =
      UInt64(UInt16(truncatingIfNeeded: tag ?? -1)) << 16
      | UInt64(UInt16(truncatingIfNeeded: relation ?? -1))
    let key = ((UInt64(UInt32(bitPattern: token.lexeme)) << 32 | labels) &* 0x9E37_79B9_7F4A_7C15)
      .byteSwapped
    let known = entryPlaces[key]
    if known >= 0 { return Int(known) }
    let lexeme = tokenizer.lexicon.lexemes[Int(token.lexeme)]
    let strings = tokenizer.lexicon.strings
    let tagLabel = tag.flatMap { components.tagger?.tagger.labels[Int($0)] } ?? ""
    let relationLabel =
      relation.flatMap { components.parser?.parser.relations.labels[Int($0)] } ?? ""
    let match = components.ruler?.match(
      RuledToken(
        text: strings[Int(lexeme.text)], lowercase: strings[Int(lexeme.lowercase)],
        tag: tagLabel, relation: relationLabel, isSpace: lexeme.isSpace))
    var attributes = TokenAttributes()
    attributes.tag = tagLabel
    attributes.relation = relationLabel
    if let match { attributes.apply(match.attributes) }
    entryPlaces[key] = Int32(entries.count)
    entries.append(
      TokenEntry(
        match: match ?? AttributeRuler.Match(), attributes: attributes,
        lemma: lemma(lexeme, attributes)))
    return entries.count - 1
  }

  private func lemma(_ lexeme: Lexeme, _ attributes: TokenAttributes) -> String {
    if let lemma = attributes.lemma { return lemma }
    let strings = tokenizer.lexicon.strings
    return components.lemmatizer?.lemma(
      strings[Int(lexeme.text)], lowercase: strings[Int(lexeme.lowercase)],
      partOfSpeech: attributes.partOfSpeech ?? "", morphology: attributes.morphology ?? "") ?? ""
  }

  private func finish(
    _ tokens: [RawToken], places: [Int], tree: DependencyTree?, entities: [EntitySpan]
  ) -> [Token] {
    let isInSequence = places.contains { entries[$0].match.isInSequence }
    let changed =
      isInSequence
      ? components.ruler?.attributes({ entries[places[$0]].match }, count: tokens.count) : nil
    var next = 0
    return tokens.indices.map { index in
      while next < entities.count, entities[next].tokens.upperBound <= index { next += 1 }
      let entity =
        next < entities.count && entities[next].tokens.contains(index) ? entities[next] : nil
      let entry = entries[places[index]]
      let lexeme = tokenizer.lexicon.lexemes[Int(tokens[index].lexeme)]
      var attributes = entry.attributes
      var lemma = entry.lemma
      if let more = changed?[index] {
        attributes.apply(more)
        lemma = self.lemma(lexeme, attributes)
      }
      let start = Int(tokens[index].start)
      return Token(
        range: start..<start + Int(lexeme.count), head: tree.map { Int($0.heads[index]) } ?? index,
        hasSpace: tokens[index].hasSpace, isSpace: lexeme.isSpace,
        beginsEntity: entity?.tokens.lowerBound == index, lemma: lemma,
        norm: tokenizer.lexicon.strings[Int(tokens[index].norm)], tag: attributes.tag ?? "",
        partOfSpeech: attributes.partOfSpeech ?? "", morphology: attributes.morphology ?? "",
        relation: attributes.relation ?? "",
        entityType: entity.flatMap { components.recognizer?.recognizer.types[Int($0.type)] } ?? "")
    }
  }
}
