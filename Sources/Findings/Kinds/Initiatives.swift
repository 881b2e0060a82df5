import Alignment
import Claims
import Source

/// Finds who brought a matter up and who answered, where another account tells the matter without it or names
/// somebody else.
struct Initiatives: Sendable {
  let material: Material
  let weighing: Weighing
  let messages: Messages

  /// Who did what in one claim.
  private struct Part {
    let claim: Claim
    let actor: String
    let isAnswer: Bool
  }

  func findings(in point: Point) -> [Finding] {
    let own = point.claims.filter { $0.voice.repeatedAccount == nil }
    let parts = own.compactMap(part)
    guard let first = parts.first else { return [] }
    let voice = material.voices.family(of: first.claim.account)
    let otherClaims = own.filter { !voice.contains($0.account) && $0.polarity == .affirmed }
    let differing = otherClaims.first { claim in
      guard let other = part(in: claim) else {
        return isSpoken(claim) && !isActor(first, in: claim)
      }
      return other.actor != first.actor && other.isAnswer == first.isAnswer
    }
    guard let differing else { return [] }
    let other = part(in: differing)
    let key =
      (first.isAnswer ? "difference.answer" : "difference.raise") + (other == nil ? "" : ".other")
    return [
      Finding(
        kind: .difference, type: "initiative",
        accounts: [first.claim.account, differing.account].sorted(), points: [point.id],
        summary: messages(
          key,
          [
            "account": first.claim.account, "actor": first.actor, "other": differing.account,
            "otherActor": other?.actor ?? "", "summary": point.wording,
          ]),
        evidence: [first.claim, differing].compactMap(material.evidence(of:)),
        salience: weighing.salience(
          weighing.sort(.difference, "initiative"),
          weighing.content(of: [first.claim, differing])))
    ]
  }

  /// A person or a government that alone raises a matter or answers; a purchase that raises a price does neither.
  private func part(in claim: Claim) -> Part? {
    guard claim.polarity == .affirmed, claim.actsJointly != true, claim.actors.count == 1,
      let actor = claim.actors.first,
      let entity = actor.entity.flatMap(material.entities.entity),
      entity.kind == .person || entity.kind == .region
    else { return nil }
    let isAnswer = material.sources.isAnswering(claim)
    guard isAnswer || material.sources.isRaising(claim) else { return nil }
    return Part(claim: claim, actor: entity.name, isAnswer: isAnswer)
  }

  /// Whether a claim tells by another verb who acts: "asked for his release" beside "raised the case".
  private func isActor(_ part: Part, in claim: Claim) -> Bool {
    claim.actsJointly != true
      && claim.actors.contains { actor in
        actor.entity.flatMap(material.entities.entity)?.name == part.actor
      }
  }

  /// Whether a claim tells what people say to each other.
  private func isSpoken(_ claim: Claim) -> Bool {
    let speaking: Set = [
      "mention", "agreement", "assertion", "approval", "disapproval", "demand", "encounter",
    ]
    return claim.act.map { speaking.contains($0.group) } ?? false
  }
}
