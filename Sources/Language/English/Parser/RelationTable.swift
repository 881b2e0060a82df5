/// The labels of a parser by number, and what the decorated ones among them mean.
struct RelationTable: Sendable {
  private static let delimiter = "||"

  /// The labels.
  private(set) var labels: [String] = []
  /// For a label such as `pobj||prep`: the relation itself, and the relation of the head to look
  /// for.
  private(set) var lifted: [(relation: Int32, head: Int32)?] = []
  private var places: [String: Int32] = [:]

  /// The number of the label of roots.
  let root: Int32 = 0

  /// A table of the label of roots.
  init() {
    _ = place("ROOT")
  }

  /// The number of a label; adds it where it is new.
  mutating func place(_ label: String) -> Int32 {
    if let known = places[label] { return known }
    let place = Int32(labels.count)
    places[label] = place
    labels.append(label)
    lifted.append(nil)
    let parts = Self.parts(label)
    if let parts { lifted[Int(place)] = (self.place(parts.0), self.place(parts.1)) }
    return place
  }

  private static func parts(_ label: String) -> (String, String)? {
    guard let bar = label.firstIndex(of: "|") else { return nil }
    let rest = label[bar...]
    guard rest.hasPrefix(delimiter) else { return nil }
    return (String(label[..<bar]), String(rest.dropFirst(delimiter.count)))
  }
}
