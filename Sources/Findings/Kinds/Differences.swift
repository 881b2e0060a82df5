import Alignment
import Claims
import Source
import Values

/// Finds where accounts contradict each other, or say the same with other force or for other people.
struct Differences: Sendable {
  let material: Material
  let weighing: Weighing
  let messages: Messages

  func findings() -> [Finding] {
    material.points.flatMap { point in
      let ofValues = point.disagreements.filter { Self.kindsOfValues.contains($0.kind) }
      let others = point.disagreements.filter { !Self.kindsOfValues.contains($0.kind) }
      return RivalValues.groups(of: ofValues).flatMap { findings(for: $0, in: point) }
        + distinct(others).compactMap { finding(for: $0, in: point) }
        + [attribution(in: point)].compactMap { $0 }
        + Initiatives(material: material, weighing: weighing, messages: messages).findings(
          in: point)
    }
  }

  private static let kindsOfValues: Set<Disagreement.Kind> = [.value, .time, .update]

  /// Two accounts that give other values are set against each other; more are told together.
  private func findings(for rivals: RivalValues, in point: Point) -> [Finding] {
    guard rivals.accounts.count > 2 else {
      return distinct(rivals.disagreements).compactMap { finding(for: $0, in: point) }
    }
    let sides = rivals.sides(among: point.claims)
    let told = sides.map { side in
      messages(
        "difference.side",
        [
          "value": rivals.kind == .update
            ? dated(side.value, side.time, in: side.claims[0]) : wording(of: side, among: sides),
          "accounts": messages.list(side.accounts),
        ])
    }
    return [
      Finding(
        kind: .difference, type: rivals.kind.rawValue,
        accounts: Set(sides.flatMap(\.accounts)).sorted(), points: [point.id],
        summary: messages(
          rivals.kind == .update ? "difference.updates" : "difference.values",
          ["sides": messages.list(told), "summary": point.wording]),
        evidence: sides.flatMap(\.claims).compactMap(material.evidence(of:)),
        salience: weighing.salience(weighing.sort(.difference, rivals.kind.rawValue)))
    ]
  }

  /// A value in its own words; where others write another value so, "in two days", as what it comes to.
  private func wording(of side: RivalValues.Side, among sides: [RivalValues.Side]) -> Message {
    let isClear = sides.count { $0.value.text == side.value.text } == 1
    return isClear
      ? messages("quoted", ["text": side.value.text])
      : Message(inEach: side.value.normalizedDescription)
  }

  /// One disagreement a pair of accounts and kind: the same two numbers are told once.
  private func distinct(_ disagreements: [Disagreement]) -> [Disagreement] {
    var seen: Set<String> = []
    return disagreements.filter { disagreement in
      seen.insert(
        "\(disagreement.kind) \(disagreement.first.account) \(disagreement.second.account) "
          + "\(disagreement.firstValue?.text ?? "") \(disagreement.secondValue?.text ?? "")"
      ).inserted
    }
  }

  private func finding(for disagreement: Disagreement, in point: Point) -> Finding? {
    let (first, second) = (disagreement.first, disagreement.second)
    return Finding(
      kind: .difference, type: disagreement.kind.rawValue,
      accounts: [first.account, second.account].sorted(), points: [point.id],
      summary: summary(of: disagreement, in: point),
      evidence: [first, second].compactMap(material.evidence(of:)),
      salience: weighing.salience(weighing.sort(.difference, disagreement.kind.rawValue)))
  }

  private func summary(of disagreement: Disagreement, in point: Point) -> Message {
    let (first, second) = (disagreement.first, disagreement.second)
    switch disagreement.kind {
    case .value, .time:
      return messages(
        "difference.value",
        [
          "first": first.account, "second": second.account,
          "firstValue": messages("quoted", ["text": disagreement.firstValue?.text ?? ""]),
          "secondValue": messages("quoted", ["text": disagreement.secondValue?.text ?? ""]),
          "summary": point.wording, "reason": contrast(in: disagreement),
        ])
    case .update: return update(disagreement, in: point)
    case .polarity:
      // "Denies that it was not so" affirms, and still it is a denial.
      let denies =
        [first, second].first { $0.act?.group == "denial" }.map { $0.id == first.id }
        ?? (first.polarity == .denied)
      return messages(
        "difference.polarity",
        [
          "denying": denies ? first.account : second.account,
          "affirming": denies ? second.account : first.account,
          "summary": (denies ? second : first).text.capitalizingFirst,
        ])
    case .opposite, .place, .participants:
      return messages(
        "difference.opposite",
        [
          "first": first.account, "second": second.account, "reason": contrast(in: disagreement),
          "summary": first.text.capitalizingFirst,
        ])
    case .strength, .modality:
      return messages(
        "difference.strength",
        [
          "accounts": messages.list([first.account, second.account]),
          "acts": contrast(in: disagreement), "summary": point.wording,
        ])
    }
  }

  private func contrast(in disagreement: Disagreement) -> Message {
    messages("contrast", ["one": disagreement.sides.one, "other": disagreement.sides.other])
  }

  /// The older count first, each with its time.
  private func update(_ disagreement: Disagreement, in point: Point) -> Message {
    var sides = [
      (disagreement.first, disagreement.firstValue, disagreement.firstTime),
      (disagreement.second, disagreement.secondValue, disagreement.secondTime),
    ]
    if let one = sides[0].2, let other = sides[1].2, one.moment.distance(to: other.moment) < 0 {
      sides.reverse()
    }
    let counts = sides.map { claim, value, time in
      value.map { dated($0, time, in: claim) } ?? ""
    }
    return messages(
      "difference.update",
      [
        "older": sides[0].0.account, "olderCount": counts[0], "newer": sides[1].0.account,
        "newerCount": counts[1],
        "summary": point.wording,
      ])
  }

  /// A count with its time: `48 as of 2 January, 15:30`.
  private func dated(_ value: Value, _ time: CountTime?, in claim: Claim) -> Message {
    messages(
      time?.isStated == true ? "count.stated" : "count.published",
      [
        "value": count(value, in: claim),
        "time": Message { time?.moment.description(in: $0) ?? "" },
      ])
  }

  /// A figure with the word that languages count such things by: 48人.
  private func count(_ value: Value, in claim: Claim) -> Message {
    let figure = Message(inEach: value.normalizedDescription)
    let quantity = claim.measures.first { $0.value.range == value.range }?.quantity
    guard let counts = quantity?.counts, [.exact, .approximately].contains(value.hedge) else {
      return figure
    }
    return messages("counted.\(counts)", ["figure": figure])
  }

  /// One account has it as the doing of one side, another as that of all sides together.
  private func attribution(in point: Point) -> Finding? {
    let speaking: Set = ["agreement", "assertion", "mention", "approval", "disapproval", "demand"]
    let own = point.claims.filter {
      $0.voice == .account && $0.act.map { speaking.contains($0.group) } ?? false
    }
    guard let joint = own.first(where: isOfAllSides),
      let single = own.first(where: { isOfOneSide($0) && isOfOtherVoice($0, than: joint) }),
      !own.contains(where: { $0.account == joint.account && $0.actsJointly == false })
    else { return nil }
    return Finding(
      kind: .difference, type: "attribution", accounts: [joint.account, single.account].sorted(),
      points: [point.id],
      summary: messages(
        "difference.attribution",
        ["joint": joint.account, "single": single.account, "summary": point.wording]),
      evidence: [joint, single].compactMap(material.evidence(of:)),
      salience: weighing.salience(
        weighing.sort(.difference, "attribution"), weighing.content(of: [joint, single])))
  }

  private func isOfOtherVoice(_ one: Claim, than other: Claim) -> Bool {
    !material.voices.family(of: one.account).contains(other.account)
  }

  /// One who is known acts alone; "the package will cover ships" is nobody's view.
  private func isOfOneSide(_ claim: Claim) -> Bool {
    claim.actsJointly == false && claim.actors.contains { $0.entity != nil }
  }

  /// Several who act together; one body with a name in the plural, "the Farmers are", is one side.
  private func isOfAllSides(_ claim: Claim) -> Bool {
    guard claim.actsJointly == true else { return false }
    let actors = Set(claim.actors.map { $0.entity ?? $0.name })
    return actors.count != 1 || claim.actors.contains { $0.entity == nil }
  }
}
