import Claims
import Findings
import Foundation
import Ingestion
import Source
import Values

/// What the accounts date, and when each was published, in the order of time.
struct TimelineSection {
  let page: Page

  private static let mostEntries = 60
  private static let mostTellers = 6

  private var words: ReportWords { page.words }

  /// Something at a moment: what an account tells, or that it was published.
  private struct Event {
    let moment: Moment
    let account: String
    /// The claim that tells it; nothing for the publication of the account.
    let claim: Claim?
  }

  /// What happened at one moment.
  private struct Entry {
    let moment: Moment
    /// The moment by each clock that accounts give.
    let clocks: [String]
    let events: [Event]
  }

  /// The section; nothing where there are not two moments.
  var section: HTML {
    let entries = self.entries
    guard entries.count > 1 else { return "" }
    let shown = Self.mostTold(entries, Self.mostEntries)
    let items = shown.enumerated().map { index, entry -> HTML in
      let gap = index == 0 ? nil : self.gap(from: shown[index - 1].moment, to: entry.moment)
      return item(entry, gap: gap)
    }
    let rest = entries.count - shown.count
    let more: HTML =
      rest > 0 ? "<p>\(words.html("page.left.times", ["count": "\(rest)"]))</p>\n" : ""
    return page.section("timeline", "<ol class=\"timeline\">\n\(items.joined())</ol>\n\(more)")
  }

  /// The moments of which most accounts tell, in the order of time.
  private static func mostTold(_ entries: [Entry], _ count: Int) -> [Entry] {
    guard entries.count > count else { return entries }
    let ranked = entries.indices.sorted { one, other in
      (-Set(entries[one].events.map(\.account)).count, one)
        < (-Set(entries[other].events.map(\.account)).count, other)
    }
    return ranked.prefix(count).sorted().map { entries[$0] }
  }

  private var entries: [Entry] {
    let told = page.comparison.points.flatMap(\.claims).flatMap(events)
    let published = page.accounts.compactMap { account in
      self.published(account).map { Event(moment: Moment($0), account: account.id, claim: nil) }
    }
    let groups = Dictionary(grouping: told + published) { Key($0.moment) }
    return groups.sorted { $0.key < $1.key }.compactMap { _, events in
      guard let first = events.first else { return nil }
      let clocks = Set(events.map { $0.moment.beginning.description }).sorted()
      return Entry(moment: first.moment, clocks: clocks, events: events)
    }
  }

  /// A minute by the clock of UTC, where that is known, or a day.
  private struct Key: Hashable, Comparable {
    let minute: Int
    let isWholeDay: Bool

    init(_ moment: Moment) {
      isWholeDay = moment.isWholeDay
      minute = moment.minutes.lowerBound - (moment.isWholeDay ? 0 : moment.offset ?? 0)
    }

    static func < (one: Key, other: Key) -> Bool {
      (one.minute, one.isWholeDay ? 0 : 1) < (other.minute, other.isWholeDay ? 0 : 1)
    }
  }

  /// The days and times that a claim gives for what happened; plans are left out, since a day of the week or month in
  /// them may lie ahead of the account.
  private func events(in claim: Claim) -> [Event] {
    guard claim.modality == .fact,
      let published = page.account(claim.account).flatMap(self.published)
    else { return [] }
    return claim.values.compactMap { value in
      guard [.date, .dateTime, .time].contains(value.kind),
        let moment = value.moment(before: published)
      else { return nil }
      return Event(moment: moment, account: claim.account, claim: claim)
    }
  }

  /// When an account was published, by the clock of the event where it names none.
  private func published(_ account: Account) -> Timestamp? {
    guard let zone = page.comparison.event.timeZone else { return account.published }
    return account.published?.read(inZone: zone)
  }

  private func item(_ entry: Entry, gap: String?) -> HTML {
    let times = entry.clocks.map { clock -> HTML in
      "<time datetime=\"\(clock)\">\(Self.readable(clock))</time>"
    }.joined(separator: " · ")
    let events = distinct(entry.events)
    let lines = events.prefix(Self.mostTellers).map { event -> HTML in
      guard let claim = event.claim else {
        let sentence = words.html(
          "page.published", ["account": page.link(toAccount: event.account)])
        return "<li class=\"published\">\(sentence)</li>\n"
      }
      let anchor = page.anchor(ofAccount: event.account)
      let language = page.account(event.account)?.language.rawValue ?? ""
      return """
        <li><a href="#\(anchor)p\(claim.paragraph + 1)">\(source: event.account)</a> \
        <q lang="\(language)" dir="auto">\(claim.text.shortened(to: 160))</q></li>

        """
    }
    let left = events.count - lines.count
    let more: HTML =
      left > 0 ? "<li>\(words.html("since.more", ["count": "\(left)"]))</li>\n" : ""
    let distance: HTML = gap.map { "<span class=\"gap\">\($0)</span> " } ?? ""
    return """
      <li><p class="when">\(distance)\(times)</p>
      <ul>
      \(lines.joined())\(more)</ul></li>

      """
  }

  /// Each account's claim once, publications first.
  private func distinct(_ events: [Event]) -> [Event] {
    var seen: Set<String> = []
    let order = events.sorted {
      ($0.claim == nil ? 0 : 1, $0.account, $0.claim?.span.lowerBound ?? 0)
        < ($1.claim == nil ? 0 : 1, $1.account, $1.claim?.span.lowerBound ?? 0)
    }
    return order.filter { seen.insert("\($0.account) \($0.claim?.id ?? "")").inserted }
  }

  /// `2021-12-11 12:20 (UTC+0)`, from what ISO 8601 writes.
  private static func readable(_ clock: String) -> String {
    let parts = clock.split(separator: "T")
    guard let day = parts.first, parts.count == 2, let time = parts.last else { return clock }
    let zone = time.dropFirst(8)
    guard !zone.isEmpty else { return "\(day) \(time.prefix(5))" }
    return "\(day) \(time.prefix(5)) (UTC\(zone))"
  }

  /// How long after the last one, in the largest unit that tells it; nothing where one of them is a whole day.
  private func gap(from one: Moment, to other: Moment) -> String? {
    guard !one.isWholeDay, !other.isWholeDay else { return nil }
    let minutes = one.distance(to: other)
    guard minutes > 0 else { return nil }
    let (days, hours) = (minutes / 1440, minutes / 60 % 24)
    if days > 0 { return words("page.gap.days", ["days": String(days), "hours": String(hours)]) }
    if hours == 0 { return words("page.gap.minutes", ["minutes": String(minutes)]) }
    return words("page.gap", ["hours": String(hours), "minutes": String(minutes % 60)])
  }
}

extension Timestamp {
  /// The timestamp with the offset that a zone has at that time, where it has none.
  fileprivate func read(inZone name: String) -> Timestamp {
    guard offset == nil, let zone = TimeZone(identifier: name) else { return self }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let components = DateComponents(
      year: year, month: month, day: day, hour: time?.hour ?? 12, minute: time?.minute ?? 0)
    guard let date = calendar.date(from: components) else { return self }
    var located = self
    located.offset = zone.secondsFromGMT(for: date) / 60
    return located
  }
}
