import Alignment
import Claims
import Source

/// Finds reports that go round: accounts that have one thing from each other, and accounts that have from "media
/// reports" what another account of the folder told before.
struct Circles: Sendable {
  let material: Material
  let weighing: Weighing
  let messages: Messages

  func findings() -> [Finding] {
    let cited = material.points.filter { material.citations.links[$0.id] != nil }
    var round: [[String]: [Point]] = [:]
    var unnamed: [String: [(point: Point, source: String)]] = [:]
    for point in cited {
      let circle = material.citations.circle(in: point)
      if !circle.isEmpty { round[circle, default: []].append(point) }
      for link in material.citations.links[point.id] ?? []
      where link.isUnnamed && !circle.contains(link.account) {
        unnamed[link.account, default: []].append((point, link.source))
      }
    }
    return round.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(circle)
      + unnamed.sorted { $0.key < $1.key }.map(reports)
  }

  private func circle(_ accounts: [String], _ points: [Point]) -> Finding {
    let claims = points.flatMap { point in
      accounts.flatMap { account in cited(by: account, in: point) }
    }
    return Finding(
      kind: .dependence, type: "circle", accounts: accounts, points: points.map(\.id).sorted(),
      summary: messages(
        "dependence.circle",
        ["accounts": messages.list(accounts), "summary": summary(of: points)]),
      evidence: claims.compactMap(material.evidence(of:)),
      salience: weighing.salience(
        weighing.sort(.dependence, "circle"), weighing.content(of: claims)))
  }

  private func reports(_ account: String, _ found: [(point: Point, source: String)]) -> Finding {
    let sources = Set(found.map(\.source)).sorted()
    var seen: Set<String> = []
    let points = found.map(\.point).filter { seen.insert($0.id).inserted }
    let claims = points.flatMap { cited(by: account, in: $0) }
    return Finding(
      kind: .dependence, type: "unnamed", accounts: [account], points: points.map(\.id).sorted(),
      summary: messages(
        "dependence.unnamed",
        [
          "account": account, "sources": messages.list(sources), "summary": summary(of: points),
        ]),
      evidence: claims.compactMap(material.evidence(of:)),
      salience: weighing.salience(
        weighing.sort(.dependence, "unnamed"), weighing.content(of: claims)),
      sources: sources)
  }

  private func cited(by account: String, in point: Point) -> [Claim] {
    point.claims.filter { claim in
      claim.account == account
        && (claim.voice.repeatedAccount != nil || Citations.isUnnamed(claim, material.sources))
    }
  }

  private func summary(of points: [Point]) -> Message {
    let first = messages("quoted", ["text": points.first?.wording ?? ""])
    guard points.count > 1 else { return first }
    return messages.list([first, messages("more", ["count": String(points.count - 1)])])
  }
}
