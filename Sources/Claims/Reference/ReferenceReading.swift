import Source

/// What the references of a claim make of it: a text that reads by itself, and who acts.
struct ReferenceReading {
  let references: [PlacedReference]
  let mentions: [EntityMention]
  let text: SourceText
  let directory: EntityDirectory

  /// The claim's references with the names in it, in the order of the text.
  var all: [Reference] {
    let names = mentions.filter { mention in
      !references.contains { $0.reference.range.overlaps(mention.range) }
    }.map {
      Reference(
        range: $0.range, text: text[$0.range], form: .name, entities: [$0.entity],
        names: directory.names(of: [$0.entity]), antecedent: nil)
    }
    return (references.map(\.reference) + names).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  // MARK: - Text

  /// Words of a claim with what their pronouns stand for in their place; in Japanese also with the subject that is
  /// left out.
  func text(of ranges: [Range<Int>], isJapanese: Bool) -> String {
    isJapanese ? ClaimText.joinedClosely(parts(ranges)) : ClaimText.joined(parts(ranges))
  }

  /// What stands in the place of pronouns in a text of some words of the claim, with their places.
  func fillings(in ranges: [Range<Int>]) -> [Claim.Passage] {
    references.filter { isReplaced($0, in: ranges) }.compactMap { placed in
      placed.filling.map { Claim.Passage(text: $0, range: placed.reference.range) }
    }
  }

  private func parts(_ ranges: [Range<Int>]) -> [String] {
    ClaimText.parts(of: ranges, of: text, filled: fillings(in: ranges))
  }

  /// What the claim names itself already need not be said twice.
  private func isReplaced(_ placed: PlacedReference, in ranges: [Range<Int>]) -> Bool {
    guard placed.filling != nil else { return false }
    let isNamedHere = placed.place.map { place in ranges.contains { $0.overlaps(place) } } ?? false
    let isPronounHere = references.contains { other in
      other.reference.range.lowerBound < placed.reference.range.lowerBound
        && other.filling != nil && other.reference.entities == placed.reference.entities
        && other.reference.antecedent == placed.reference.antecedent
    }
    return !isNamedHere && !isPronounHere
  }

  /// The ids of what is named in some words, be it by pronouns, each once, in order.
  func entities(in ranges: [Range<Int>]) -> [String] {
    let found = all.filter { reference in ranges.contains { $0.overlaps(reference.range) } }
    var seen: Set<String> = []
    return found.flatMap(\.entities).filter { seen.insert($0).inserted }
  }

  // MARK: - Actors

  /// Who acts, by their names in the event; one that is named twice acts once.
  func actors(of content: ClaimContent, in account: String) -> [Actor] {
    let subjects = references.filter { placed in
      placed.isSubject && placed.reference.isResolved && isSubject(placed.reference, of: content)
    }
    let phrases = content.actors.filter { phrase in
      !subjects.contains { $0.reference.range.overlaps(phrase.range) }
    }.map { phrase in
      let entity = directory.entity(named: phrase.text, in: account)
      let actor = Actor(text: phrase.text, name: entity?.name ?? phrase.text, entity: entity?.id)
      return (place: phrase.range.lowerBound, actors: [actor])
    }
    let resolved = subjects.map { placed in
      let reference = placed.reference
      let phrase = content.actors.first { $0.range.overlaps(reference.range) }
      return (
        place: reference.range.lowerBound,
        actors: actors(meantBy: reference, called: phrase?.text ?? reference.text, in: account)
      )
    }
    var seen: Set<String> = []
    return (phrases + resolved).sorted { $0.place < $1.place }.flatMap(\.actors)
      .filter { seen.insert($0.name).inserted }
  }

  private func isSubject(_ reference: Reference, of content: ClaimContent) -> Bool {
    if reference.form == .omitted { return true }
    guard let subject = content.subject else {
      // "The two discussed trade": the parser may find no subject.
      return content.span.lowerBound == reference.range.lowerBound
    }
    return subject.overlaps(reference.range)
  }

  private func actors(
    meantBy reference: Reference, called words: String, in account: String
  ) -> [Actor] {
    guard reference.entities.isEmpty else {
      return zip(reference.entities, reference.names).map {
        Actor(text: words, name: $1, entity: $0)
      }
    }
    return reference.names.map { name in
      let bare = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
      let entity = directory.entity(named: bare, in: account)
      return Actor(text: words, name: entity?.name ?? bare, entity: entity?.id)
    }
  }
}
