/// How files are read, and how much of the machine one of them may use.
public struct ReadingOptions: Sendable, Hashable {
  /// Whether symbolic links that lead out of the event's folder are followed.
  public var followsLinksOutOfFolder: Bool
  /// The size in bytes above which a file is refused; also what is packed in a file that is no archive, a
  /// record of an archive, and the text of all accounts of a file.
  public var maximumFileSize: Int
  /// The size in bytes above which what comes out of a compressed or encoded file is refused.
  public var maximumExpandedSize: Int
  /// The number of elements above which a page is refused; also of the parts of a message, the
  /// entries of a feed and the records of an archive.
  public var maximumElements: Int
  /// How many levels of folders, of messages in messages and of archives in archives are gone into.
  public var maximumDepth: Int
  /// The time above which the reading of a file is given up; it depends on the machine, so that it should
  /// be far more than any file needs.
  public var maximumTime: Duration
  /// The account that is taken of a file which holds several, from 1; all of them where none is
  /// chosen.
  public var chosenAccount: Int?

  /// Makes options; the defaults suit what analysts save from the web.
  public init(
    followsLinksOutOfFolder: Bool = false, maximumFileSize: Int = 64 << 20,
    maximumExpandedSize: Int = 256 << 20, maximumElements: Int = 2_000_000,
    maximumDepth: Int = 16, maximumTime: Duration = .seconds(60), chosenAccount: Int? = nil
  ) {
    self.followsLinksOutOfFolder = followsLinksOutOfFolder
    self.maximumFileSize = maximumFileSize
    self.maximumExpandedSize = maximumExpandedSize
    self.maximumElements = maximumElements
    self.maximumDepth = maximumDepth
    self.maximumTime = maximumTime
    self.chosenAccount = chosenAccount
  }
}
