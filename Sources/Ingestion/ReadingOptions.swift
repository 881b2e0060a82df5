/// How files are read, and how much of the machine one of them may use.
public struct ReadingOptions: Sendable, Hashable {
  /// Whether symbolic links that lead out of the event's folder are followed.
  public var followsLinksOutOfFolder: Bool
  /// The size in bytes above which a file is refused.
  public var maximumFileSize: Int
  /// The number of elements above which a page is refused.
  public var maximumElements: Int

  /// Makes options; the defaults suit what analysts save from the web.
  public init(
    followsLinksOutOfFolder: Bool = false, maximumFileSize: Int = 64 << 20,
    maximumElements: Int = 2_000_000
  ) {
    self.followsLinksOutOfFolder = followsLinksOutOfFolder
    self.maximumFileSize = maximumFileSize
    self.maximumElements = maximumElements
  }
}
