import Findings
import Source

/// What tells whether the evidence under a decision is still the same.
///
/// It comes from the accounts' ids, the exact words and the words around them in their paragraph, not from
/// places: an edit elsewhere in a source does not touch it.
public enum EvidenceFingerprint {
  /// Words of an account with those around them.
  struct Passage {
    let account: String
    let exact: String
    let prefix: String
    let suffix: String
  }

  /// The fingerprint of some evidence, whatever its order.
  public static func of(_ evidence: [Evidence]) -> String {
    of(
      evidence.flatMap { evidence in
        evidence.quotations.map {
          Passage(
            account: evidence.account, exact: $0.exact, prefix: $0.prefix, suffix: $0.suffix)
        }
      })
  }

  static func of(_ passages: [Passage]) -> String {
    let parts = passages.map { passage in
      [
        passage.account, paragraphs(in: passage.prefix).last ?? "", passage.exact,
        paragraphs(in: passage.suffix).first ?? "",
      ].joined(separator: "\u{1}")
    }
    return ContentIdentifier.short(parts.sorted())
  }

  /// What a blank line parts; what stands beyond one is another paragraph and does not count.
  private static func paragraphs(in text: String) -> [String] {
    var parts: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous == "\n" {
        parts.append([])
      } else {
        parts[parts.count - 1].append(scalar)
      }
      previous = scalar
    }
    return parts.map { part in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}

extension FindingSummary {
  /// A finding as it is now.
  public init(_ finding: Finding) {
    self.init(
      sort: "\(finding.kind.rawValue)/\(finding.type)", summary: finding.summary,
      fingerprint: EvidenceFingerprint.of(finding.evidence),
      quotes: finding.evidence.map { Quote(account: $0.account, text: $0.text) })
  }

  /// A finding as it is now, each part of its evidence that stands by itself a quote of its own, as the machine
  /// formats have it.
  init(inParts finding: Finding) {
    self.init(finding)
    quotes = finding.evidence.flatMap { evidence in
      evidence.quotations.map { Quote(account: evidence.account, text: $0.exact) }
    }
  }
}
