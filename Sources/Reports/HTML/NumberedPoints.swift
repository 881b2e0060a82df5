import Alignment
import Findings
import Source

/// The points of a page by number, with what the page does with each: those that several accounts tell have a colour and
/// can be chosen.
struct NumberedPoints: Sendable {
  /// A point or a detail of one.
  struct Entry: Sendable {
    let number: Int
    let point: Point
    /// The hue of its colour in degrees, the same for its details; nothing where one account alone tells it.
    let hue: Int?
    /// Whether a reader can choose it.
    let isChoosable: Bool

    var isDetail: Bool { point.whole != nil }
  }

  /// So many points and details can be chosen: a list of more would be no help, and each costs a rule of style.
  private static let mostChoosable = 160
  /// The golden angle: hues of neighbours lie apart, however many there are.
  private static let turn = 137.508

  /// Each point with its details behind it.
  let entries: [Entry]
  /// How many details are left out.
  let leftDetails: Int
  private let numbers: [String: Int]

  /// Numbers points for a page in a language, each with its details behind it, so many at most.
  init(_ points: [Point], in language: ReportLanguage, mostDetails: Int) {
    var entries: [Entry] = []
    var colours = 0
    var choosable = 0
    var left = 0
    for point in points {
      let isShared = point.stances.count { $0.value.verdict != .absent } > 1
      let hue = isShared ? Int(Double(colours) * Self.turn) % 360 : nil
      if isShared { colours += 1 }
      let details = point.details(in: language, most: .max)
      left += max(0, details.count - mostDetails)
      for one in [point] + details.prefix(mostDetails) {
        let isChoosable = isShared && choosable < Self.mostChoosable
        if isChoosable { choosable += 1 }
        entries.append(
          Entry(number: entries.count, point: one, hue: hue, isChoosable: isChoosable))
      }
    }
    self.entries = entries
    leftDetails = left
    numbers = Dictionary(entries.map { ($0.point.id, $0.number) }) { first, _ in first }
  }

  /// Those that can be chosen.
  var choosable: [Entry] { entries.filter(\.isChoosable) }

  func entry(_ id: String) -> Entry? { numbers[id].map { entries[$0] } }

  /// The words of a claim of a point.
  struct Passage: Sendable {
    let range: Range<Int>
    let entry: Entry
    /// The length of the whole claim, in scalars.
    let length: Int
  }

  /// Where the claims of each account stand, with the points that hold them, in the order of the points.
  var passagesByAccount: [String: [Passage]] {
    var found: [String: [Passage]] = [:]
    for entry in entries {
      for claim in entry.point.claims {
        let length = claim.ranges.reduce(0) { $0 + $1.count }
        found[claim.account, default: []] += claim.ranges.map {
          Passage(range: $0, entry: entry, length: length)
        }
      }
    }
    return found
  }
}
