import Claims

/// Writes claims.
public struct ClaimsReport: Sendable {
  private let claims: [Claim]

  /// Makes a report on claims.
  public init(claims: [Claim]) {
    self.claims = claims
  }

  /// One block a claim that a person can check against the source: place and text, then what was read in it.
  public var text: String {
    claims.map(block).joined(separator: "\n") + "\n"
  }

  /// The claims as a JSON array.
  ///
  /// - Throws: `EncodingError`, which would be a defect of ours.
  public func json() throws -> String { try MachineFormat.json(claims.map(ClaimRecord.init)) }

  /// The claims as one line of JSON: an answer of `claims --input`.
  ///
  /// - Parameter id: the id of the text, as JSON.
  /// - Throws: `EncodingError`, which would be a defect of ours.
  public func line(id: String) throws -> String {
    let records = try MachineFormat.line(claims.map(ClaimRecord.init)).dropLast()
    return "{\"claims\":\(records),\"id\":\(id)}\n"
  }

  private func block(_ claim: Claim) -> String {
    let place = claim.ranges.map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
    var lines = ["¶\(claim.paragraph + 1) [\(place)] \(claim.text)"]
    let sources = claim.voice.sources.joined(separator: " > ")
    var facts = [
      claim.act.map { "act: \($0.name)" }, sources.isEmpty ? nil : "voice: \(sources)",
    ]
    facts.append(
      claim.actors.isEmpty ? nil : "actors: \(claim.actors.map(\.name).joined(separator: ", "))")
    facts.append(claim.polarity == .denied ? "denied" : nil)
    facts.append(claim.modality == .fact ? nil : claim.modality.rawValue)
    facts += [list("quoted", claim.quotations), list("hedged", claim.hedges)]
    facts += claim.measures.map { measure in
      "\(measure.value.kind.rawValue): \(measure.value.normalizedDescription)"
        + (measure.quantity.map { " (\($0.id)\(standing(of: $0)))" } ?? "")
    }
    facts += references(of: claim)
    let known = facts.compactMap { $0 }
    if !known.isEmpty { lines.append("    " + known.joined(separator: " · ")) }
    return lines.joined(separator: "\n")
  }

  private func list(_ name: String, _ passages: [Claim.Passage]) -> String? {
    passages.isEmpty
      ? nil : "\(name): " + passages.map { "“\($0.text)”" }.joined(separator: ", ")
  }

  /// What pronouns and descriptions stand for, and which of them nothing is known of.
  private func references(of claim: Claim) -> [String] {
    let open = claim.references.filter { !$0.isResolved }.map(\.text)
    let resolved = claim.references.filter { $0.isResolved && $0.form != .name }.map { reference in
      let meant = reference.names.joined(separator: ", ")
      return "\(reference.text.isEmpty ? "(no word)" : reference.text) = \(meant)"
    }
    return resolved + (open.isEmpty ? [] : ["unresolved: \(open.joined(separator: ", "))"])
  }

  private func standing(of quantity: MeasuredQuantity) -> String {
    (quantity.standing == .whole ? "" : ", \(quantity.standing.rawValue)")
      + (quantity.asOf.map { ", \($0.normalizedDescription)" } ?? "")
  }
}
