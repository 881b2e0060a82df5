import Source

/// What a report says of a finding to the program that reads it back: a comment that nobody sees in the
/// rendered page.
///
///     <!-- omission/duration evidence=7k2m9xq4 decision=x3k2ab of=F-3vst7n -->
public struct FindingMark: Sendable, Hashable {
  /// The finding's kind and type.
  public var sort: String
  /// The fingerprint of its evidence when the report was written.
  public var fingerprint: String
  /// The state of the boxes and the note as they were written; nothing where they were empty.
  ///
  /// What differs from it was edited by hand: so two people who edit two copies of a report do not undo
  /// each other's decisions.
  public var state: String?
  /// The id of the decision that the finding follows, where that was made under another id.
  public var origin: String?

  /// Makes a mark.
  public init(sort: String, fingerprint: String, state: String? = nil, origin: String? = nil) {
    self.sort = sort
    self.fingerprint = fingerprint
    self.state = state
    self.origin = origin
  }

  /// The comment.
  public var comment: String {
    let parts = [
      sort, "evidence=\(fingerprint)", state.map { "decision=\($0)" }, origin.map { "of=\($0)" },
    ]
    return "<!-- \(parts.compactMap { $0 }.joined(separator: " ")) -->"
  }

  /// Reads the first mark in a text; nothing where there is none.
  init?(in text: String) {
    // Computed, because regular expressions are not `Sendable`.
    let pattern =
      #/<!-- ([a-z]++/[a-z]++) evidence=([0-9a-z]++)(?: decision=([0-9a-z]++))?(?: of=(F-[0-9a-z]++))? -->/#
    guard let match = text.firstMatch(of: pattern) else { return nil }
    sort = String(match.1)
    fingerprint = String(match.2)
    state = match.3.map(String.init)
    origin = match.4.map(String.init)
  }
}

extension Decision.Ruling {
  /// What boxes and note look like under this ruling; nothing where they are empty.
  public var state: String? { Self.state(verdict, note: note) }

  static func state(_ verdict: Decision.Verdict, note: String) -> String? {
    guard verdict != .open || !note.isEmpty else { return nil }
    return ContentIdentifier.short([verdict.rawValue, note], length: 6)
  }
}
