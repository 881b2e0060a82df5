import Alignment
import Claims
import Foundation
import Ingestion
import Source

/// Finds accounts that are one voice: several accounts of one publisher or with one text, a text and its translation; and texts that
/// several parties issue together beside those of one of them.
struct Families: Sendable {
  let material: Material
  let weighing: Weighing
  let messages: Messages

  func findings() -> [Finding] {
    material.voices.families.compactMap(oneVoice) + material.accountIDs.compactMap(joint)
  }

  private func oneVoice(_ family: [String]) -> Finding? {
    let originals = material.voices.originals(of: family)
    guard family.count > 1, let publisher = originals.first.flatMap(material.account)?.publisher
    else { return nil }
    let isTranslation = isTranslated(family)
    let original = isTranslation ? self.original(of: family) : nil
    let (key, type) =
      if isTranslation {
        (
          original == nil ? "dependence.translation.unknown" : "dependence.translation",
          "translation"
        )
      } else if originals.count < family.count {
        (originals.count > 1 ? "dependence.versions" : "dependence.text", "text")
      } else {
        ("dependence.publisher", "publisher")
      }
    return Finding(
      kind: .dependence, type: type, accounts: family, points: [],
      summary: messages(
        key,
        [
          "accounts": messages.list(family), "publisher": publisher, "original": original ?? "",
          "translations": messages.list(family.filter { $0 != original }),
        ]),
      evidence: family.compactMap { account in
        material.claims(of: account).first.flatMap { material.evidence(of: $0.claim) }
      }, salience: weighing.salience(weighing.sort(.dependence, type)))
  }

  /// Whether the accounts of a publisher are one text in as many languages.
  private func isTranslated(_ family: [String]) -> Bool {
    let languages = family.compactMap { material.account($0)?.language }
    guard Set(languages).count == family.count, let first = family.first else { return false }
    return family.dropFirst().allSatisfy { material.areVersions(first, $0) }
  }

  /// The account in the language of the publisher's country; otherwise the one that was published first, where the
  /// dates tell.
  private func original(of family: [String]) -> String? {
    let accounts = family.compactMap(material.account)
    let region = family.compactMap { material.entities.publisher(of: $0)?.region }.first
    if let language = region.flatMap(Self.language(ofRegion:)),
      let own = accounts.first(where: { $0.language == language })
    {
      return own.id
    }
    return accounts.first { one in
      accounts.allSatisfy { $0.id == one.id || one.isEarlier(than: $0) }
    }?.id
  }

  /// The language that most people of a country write, as CLDR's likely subtags have it.
  private static func language(ofRegion code: String) -> LanguageTag? {
    let likely = Locale.Language(identifier: "und-\(code)").maximalIdentifier
    let language = LanguageTag(rawValue: likely)
    return language == .undetermined ? nil : language
  }

  /// What several parties say together weighs otherwise than what one of them says alone.
  private func joint(_ id: String) -> Finding? {
    guard let account = material.account(id), material.sources.isJoint(account) else { return nil }
    let own = Set(material.claims(of: id).map(\.point.id))
    let sides = material.voices.others(than: id, among: material.accountIDs).filter { other in
      guard let side = material.account(other), material.sources.isParty(side.kind),
        !material.sources.isJoint(side)
      else { return false }
      return material.claims(of: other).contains { own.contains($0.point.id) }
    }
    guard !sides.isEmpty else { return nil }
    let evidence = ([id] + sides).compactMap { account in
      material.claims(of: account).first { own.contains($0.point.id) }
        .flatMap { material.evidence(of: $0.claim) }
    }
    return Finding(
      kind: .dependence, type: "joint", accounts: ([id] + sides).sorted(), points: [],
      summary: messages(
        sides.count > 1 ? "dependence.joint.many" : "dependence.joint",
        ["account": id, "sides": messages.list(sides)]),
      evidence: evidence, salience: weighing.salience(weighing.sort(.dependence, "joint")))
  }
}

extension Material {
  /// Whether two accounts of one publisher are versions of one text: no posts, and half of what the shorter one says
  /// stands in the other.
  func areVersions(_ one: String, _ other: String) -> Bool {
    guard account(one)?.kind != .post, account(other)?.kind != .post else { return false }
    let told = [one, other].map { account in
      Dictionary(claims(of: account).map { ($0.point.id, $0.point) }) { first, _ in first }
    }
    let smaller = min(told[0].count, told[1].count)
    let shared = told[0].merging(told[1]) { first, _ in first }.values.filter { point in
      point.verdict(of: one) != .absent && point.verdict(of: other) != .absent
    }
    return smaller > 0 && shared.count * 2 >= smaller
  }
}
