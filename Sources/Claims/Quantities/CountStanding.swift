import Values

/// Tells, of several values of one quantity in a claim, the figure from its parts, and gives each count the time
/// at which it stood.
struct CountStanding {
  private let measures: [Measure]

  init(_ measures: [Measure]) { self.measures = measures }

  /// The measures with the standing of their values.
  ///
  /// - Parameter asOf: the times at which counts stood, by the index of the count.
  func settled(asOf times: [Int: Value]) -> [Measure] {
    var settled = measures
    for (index, time) in times { settled[index].quantity?.asOf = time }
    let ids = Set(measures.compactMap { $0.quantity?.id })
    for id in ids {
      let own = settled.indices.filter {
        settled[$0].quantity?.id == id && settled[$0].quantity?.standing == .whole
          && settled[$0].quantity?.isLocal == false
      }
      let parts = self.parts(own)
      for index in parts { settled[index].quantity?.standing = .part }
    }
    return settled
  }

  /// Of several figures, all but the one that can hold the others; all where none does, since then each is
  /// of something of its own: "12 soldiers and three civilians were killed".
  private func parts(_ indices: [Int]) -> [Int] {
    let amounts = indices.map { measures[$0].value.quantity?.value ?? 0 }
    guard let largest = amounts.max(), Set(amounts).count > 1 else { return [] }
    let scopes = Set(indices.map { measures[$0].quantity?.scope })
    let rest = amounts.reduce(0, +) - largest
    guard rest <= largest, scopes.count > 1 else { return indices }
    return zip(indices, amounts).filter { $1 < largest }.map(\.0)
  }
}
