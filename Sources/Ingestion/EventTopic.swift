/// A topic that `event.yaml` raises or mutes in reports.
public struct EventTopic: Sendable, Hashable {
  /// What becomes of findings that are about a topic.
  public enum Emphasis: String, Sendable, Hashable, CaseIterable {
    /// They are among those to be read first.
    case raised
    /// They stand last.
    case muted
  }

  /// The topic in words, or the name of somebody or something.
  public var name: String
  /// What becomes of findings about it.
  public var emphasis: Emphasis

  /// Makes a topic.
  public init(name: String, emphasis: Emphasis) {
    self.name = name
    self.emphasis = emphasis
  }
}
