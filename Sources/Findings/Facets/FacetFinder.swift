import Alignment
import Claims
import Ingestion
import Source
import Values

/// Finds what the accounts say of the event itself: of its date, time, length, place and people.
///
/// The event is what most accounts tell of. Its facets stand in the claims of that point, and in claims
/// about the extent of an event of that sort ("the call began at ...", "it lasted ...").
struct FacetFinder: Sendable {
  let material: Material
  let acts: ActTable
  let words: FacetWords

  func facets() -> [Facet] {
    let claims = eventClaims()
    return Facet.Kind.allCases.compactMap { kind in
      let found = (kind == .place ? claims + siblings(of: claims) : claims).flatMap {
        statements(kind, in: $0.claim, point: $0.point)
      }
      return found.isEmpty ? nil : Facet(kind: kind, statements: distinct(found))
    }
  }

  /// The point that tells the event: the one that most accounts state, in a claim that an event of this
  /// sort is told by. What is still to come is seldom what the accounts are about.
  func mainPoint() -> Point? {
    material.points.max { weight(of: $0) < weight(of: $1) }
  }

  private func weight(of point: Point) -> Double {
    let isEncounter = point.claims.contains(where: isEncounter)
    let facts = point.claims.filter { !$0.modality.isOfWhatIsToCome }.count
    let position = point.claims.map { Double($0.sentence) }.min() ?? 0
    return Double(point.statingAccounts.count) + 0.5 * Double(point.independentAccounts.count)
      + (isEncounter ? 2 : 0) + Double(facts) / Double(max(point.claims.count, 1))
      - 0.01 * position
  }

  /// "Met", and "held a meeting": to hold or have something else is no encounter.
  private func isEncounter(_ claim: Claim) -> Bool {
    guard claim.act?.group == "encounter" else { return false }
    guard claim.act?.name != "meet", let account = material.account(claim.account) else {
      return true
    }
    return claim.lemmas.contains { acts.isEventNoun($0, in: account.language) }
  }

  private func eventClaims() -> [(claim: Claim, point: Point)] {
    let main = mainPoint()
    let people = Set(main?.claims.flatMap(people(of:)) ?? [])
    return material.points.flatMap { point in
      point.claims.filter {
        point.id == main?.id || isJointEncounter($0)
          || isExtent($0) && people.isSuperset(of: self.people(of: $0))
      }
      .map { ($0, point) }
    }.sorted {
      ($0.0.account, $0.0.span.lowerBound) < ($1.0.account, $1.0.span.lowerBound)
    }
  }

  /// What the same sentences say besides: "Hayashi, who was in Liverpool, met ...".
  private func siblings(of claims: [(claim: Claim, point: Point)]) -> [(claim: Claim, point: Point)]
  {
    let ids = Set(claims.map(\.claim.id))
    let sentences = Set(
      claims.map { Place(account: $0.claim.account, sentence: $0.claim.sentence) })
    return material.points.flatMap { point in
      point.claims.filter {
        !ids.contains($0.id)
          && sentences.contains(Place(account: $0.account, sentence: $0.sentence))
      }.map { ($0, point) }
    }
  }

  private struct Place: Hashable {
    let account: String
    let sentence: Int
  }

  /// "The two ministers spoke for 25 minutes": who has been named already does again what the event is.
  private func isJointEncounter(_ claim: Claim) -> Bool {
    claim.act?.name == "meet" && claim.actsJointly == true && claim.modality == .fact
      && claim.polarity == .affirmed
  }

  /// Whom a claim names: the call of two others is another event.
  private func people(of claim: Claim) -> [String] {
    claim.mentions.map(\.entity).filter { material.entities.entity($0)?.kind == .person }
  }

  /// What an account begins with, where two met, and what tells how long that took; not what they had done before.
  private func isOfWhole(_ claim: Claim) -> Bool {
    let isOpening =
      claim.act?.group == "encounter" && claim.isAtHead && people(of: claim).count <= 2
    return claim.polarity == .affirmed && (isExtent(claim) || isOpening)
  }

  private func isExtent(_ claim: Claim) -> Bool {
    guard claim.act?.group == "extent", let account = material.account(claim.account) else {
      return false
    }
    return claim.lemmas.contains { acts.isEventNoun($0, in: account.language) }
  }

  private func statements(_ kind: Facet.Kind, in claim: Claim, point: Point) -> [FacetStatement] {
    switch kind {
    case .date:
      let source = material.account(claim.voice.repeatedAccount ?? claim.account)
      return values([.date, .dateTime], of: claim, point: point) {
        $0.dayDescription(
          seenFrom: source?.published, isToCome: claim.modality.isOfWhatIsToCome, in: $1)
      }
    case .time:
      return values([.time, .timeRange, .dateTime], of: claim, point: point) {
        $0.clockDescription(in: $1)
      }
    case .duration:
      return values([.duration], of: claim, point: point) {
        $0.normalizedDescription(in: $1)
      }
    case .place:
      let values = claim.values.map(\.range)
      let places = claim.terms.filter { term in
        isPlace(term, of: claim) && !values.contains { $0.overlaps(term.range) }
      }
      return places.prefix(1).compactMap {
        statement(
          material.entity(of: $0)?.wording ?? Message($0.text), value: nil, at: $0.range,
          claim: claim,
          point: point)
      }
    case .form:
      return claim.terms.filter { isForm($0, of: claim) }.prefix(1).compactMap {
        statement(Message($0.text), value: nil, at: $0.range, claim: claim, point: point)
      }
    case .participants:
      let participants = Participants(material: material, words: words)
      return participants.people(of: claim, among: terms(standingIn: claim)).compactMap {
        name, range in
        statement(name, value: nil, at: range, claim: claim, point: point)
      }
    }
  }

  private func values(
    _ kinds: Set<Value.Kind>, of claim: Claim, point: Point,
    _ text: (Value, ReportLanguage) -> String
  ) -> [FacetStatement] {
    claim.values.filter { kinds.contains($0.kind) && !$0.isUnknownDay }.compactMap { value in
      statement(
        Message { text(value, $0) }, value: value, at: value.hedgedRange, claim: claim, point: point
      )
    }
  }

  private func statement(
    _ wording: Message, value: Value?, at range: Range<Int>, claim: Claim, point: Point
  ) -> FacetStatement? {
    material.evidence(in: claim.account, at: [range]).map { evidence in
      FacetStatement(
        account: claim.account, wording: wording, value: value, evidence: evidence, point: point.id,
        repeats: claim.voice.repeatedAccount.map { [$0] } ?? [], isOfWhole: isOfWhole(claim))
    }
  }

  /// What an encounter is called, "held a working lunch", or by what means it was held, "spoke by telephone"; not
  /// the name of another event, "on the margins of the summit".
  private func isForm(_ term: Term, of claim: Claim) -> Bool {
    guard claim.act?.group == "encounter", !term.isName, term.entity == nil,
      let head = term.headLemmas.last, let account = material.account(claim.account)
    else { return false }
    let isObject = term.preposition.map(words.object.contains) ?? true
    let isMeans = term.preposition.map(words.means.contains) ?? false
    return isObject && acts.isEventNoun(head, in: account.language)
      || isMeans && words.media.contains(head)
  }

  /// A place where something is: "in Liverpool", "in the city of Liverpool", not "to Japan" or "of Japan"; or that somebody
  /// visits: 札幌を訪れている.
  private func isPlace(_ term: Term, of claim: Claim) -> Bool {
    let locality = claim.terms.first {
      $0.range != term.range && term.context.contains($0.range.lowerBound)
        && $0.headLemmas.last.map(words.localities.contains) ?? false
    }
    guard let type = term.entityType, let preposition = locality?.preposition ?? term.preposition
    else { return false }
    let isVisited =
      words.visited.contains(preposition) && claim.lemmas.contains(where: words.visiting.contains)
    return ["GPE", "LOC", "FAC"].contains(type) && (words.place.contains(preposition) || isVisited)
  }

  /// The terms of a claim; of a part of a claim also those without which it could not be read: who met whom.
  private func terms(standingIn claim: Claim) -> [Term] {
    guard let whole = material.whole(of: claim) else { return claim.terms }
    return whole.terms.filter { term in claim.ranges.contains { $0.overlaps(term.range) } }
  }

  private func place(of statement: FacetStatement) -> Int {
    statement.evidence.quotations.first?.range.lowerBound ?? 0
  }

  /// One statement for each thing that an account says, the first that says it in its own voice first.
  private func distinct(_ statements: [FacetStatement]) -> [FacetStatement] {
    var seen: Set<String> = []
    let ordered =
      statements.filter { $0.repeats.isEmpty } + statements.filter { !$0.repeats.isEmpty }
    return ordered.filter { seen.insert($0.account + "\n" + $0.text).inserted }
      .sorted { ($0.account, place(of: $0)) < ($1.account, place(of: $1)) }
  }
}

extension Entity {
  /// The name for reports: in their language where it is known.
  var wording: Message { Message { $0 == .english ? name : names[$0.tag] ?? name } }
}

extension Value {
  /// Whether it is a day of which TIMEX3 leaves year, month and day open: one that lies some days or hours from another
  /// which is not known.
  fileprivate var isUnknownDay: Bool {
    timex == "XXXX-XX-XX" || (kind == .dateTime && !hasPlace)
  }
}

extension Claim.Modality {
  /// Whether what a claim says has not happened yet.
  fileprivate var isOfWhatIsToCome: Bool {
    [.future, .intention, .hope, .obligation].contains(self)
  }
}
