import Claims
import Findings
import Source

/// One fact about the event, as the head of a report gives it.
struct EventFact: Sendable {
  /// The key of its name among the words of reports.
  let key: String
  /// What most accounts give; of participants, all whom several accounts name.
  let names: [Message]
  /// How many names were left out.
  let left: Int
  /// The accounts that give it, where they are one voice of several.
  let soleAccounts: [String]

  /// When, where, how long and who, as far as accounts tell.
  ///
  /// - Parameter most: so many names of one fact at most.
  static func facts(of comparison: Comparison, most: Int) -> [EventFact] {
    [
      (Facet.Kind.date, "title.when"), (.place, "title.where"), (.duration, "title.how_long"),
      (.participants, "title.who"),
    ].compactMap { kind, key in
      let facet = comparison.facets.first { $0.kind == kind }
      if kind == .place, let place = comparison.event.place {
        return EventFact(place: place, key: key, entities: comparison.entities)
      }
      return facet.flatMap { EventFact($0, key: key, voices: comparison.voices, most: most) }
    }
  }

  /// The place that `event.yaml` names, whatever the accounts say; in another language as it is known there.
  private init(place: String, key: String, entities: [Entity]) {
    self.key = key
    let known = entities.first { $0.name == place }?.names ?? [:]
    names = [Message { $0 == .english ? place : known[$0.tag] ?? place }]
    left = 0
    soleAccounts = []
  }

  private init?(_ facet: Facet, key: String, voices: Voices, most: Int) {
    let texts = Dictionary(grouping: facet.statements, by: \.text)
    let ranked = texts.sorted { one, other in
      (-Set(one.value.map(\.account)).count, one.key)
        < (-Set(other.value.map(\.account)).count, other.key)
    }
    let isList = facet.kind == .participants
    let shown = isList ? ranked.filter { Set($0.value.map(\.account)).count > 1 } : ranked
    guard let best = shown.first else { return nil }
    let accounts = facet.independentAccounts
    self.key = key
    let told = (isList ? shown : [best]).compactMap { $0.value.first?.wording }
    names = Array(told.prefix(most))
    left = told.count - names.count
    soleAccounts = voices.count(accounts) == 1 && voices.families.count > 1 ? accounts : []
  }
}
