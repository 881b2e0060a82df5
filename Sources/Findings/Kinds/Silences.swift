import Alignment
import Claims
import Ingestion
import Source

/// Finds the voices that are silent on what at least two others, and a quarter of all, tell for themselves: of many
/// voices, most are silent on most things.
struct Silences: Sendable {
  let material: Material
  let meaning: SilenceMeaning
  let telling: TellingIndex
  let weighing: Weighing
  let messages: Messages

  /// So many claims show what a silent voice leaves out.
  private static let mostQuoted = 16

  func findings(on point: Point) -> [Finding] {
    let telling = material.independentAccounts(of: point)
    let count = material.voices.count(telling)
    guard count > 1, count * 4 >= material.voices.families.count else { return [] }
    let claims = point.claims.filter { telling.contains($0.account) }
    let near = self.telling.voices(tellingWhatIsSharedBy: claims)
    let silent = material.voices.families.filter { family in
      family.allSatisfy { point.verdict(of: $0) == .absent } && !near.contains(family.first ?? "")
    }
    guard !silent.isEmpty else { return [] }
    let evidence = claims.prefix(Self.mostQuoted).compactMap(material.evidence(of:))
    let content = weighing.content(of: claims)
    let covers = meaning.covers(of: point)
    let tellers = SilenceMeaning.Telling(telling, in: material)
    return silent.map { family in
      let (reading, weight) = self.reading(of: family, beside: tellers, covers)
      return Finding(
        kind: .omission, type: "silence", accounts: family, points: [point.id],
        summary: summary(of: point, leftOutBy: family, reading), evidence: evidence,
        salience: weighing.salience(
          weighing.sort(.omission, "silence"), weighing.voices(telling), content,
          [.silence: weight]))
    }
  }

  /// How a voice is silent: as the account of it that means most by its silence.
  private func reading(
    of family: [String], beside telling: SilenceMeaning.Telling, _ covers: [String: Double]
  ) -> (SilenceMeaning.Reading, weight: Double) {
    let weights = weighing.weights
    let readings = family.map { account -> (SilenceMeaning.Reading, weight: Double) in
      let cover = covers[account] ?? 0
      let reading = meaning.reading(of: account, beside: telling, cover: cover)
      switch reading {
      case .earlier: return (reading, weights.earlierSilence)
      case .post: return (reading, weights.postSilence)
      case .foreign: return (reading, weights.foreignSilence)
      case .peer, .neighbour, .plain:
        return (
          reading,
          weights.peerSilence * meaning.likeness(of: account, to: telling, cover: cover)
        )
      }
    }
    return readings.max { $0.weight < $1.weight } ?? (.plain, 0)
  }

  private func summary(
    of point: Point, leftOutBy family: [String], _ reading: SilenceMeaning.Reading
  ) -> Message {
    let suffix = [.plain, .foreign].contains(reading) ? "" : ".\(reading)"
    return messages(
      "omission.silent" + suffix + (family.count > 1 ? ".many" : ""),
      ["account": messages.list(family), "summary": point.wording])
  }
}
