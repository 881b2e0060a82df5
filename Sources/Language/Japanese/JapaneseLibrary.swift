/// What is installed for Japanese, as `doctor` reports it.
public struct JapaneseLibrary: Sendable {
  /// MeCab's version.
  public let version: String
  /// The folder of the dictionary, where it is in one of the usual places.
  public let dictionary: String?
  /// What is wrong; nothing where Japanese can be analysed.
  public let trouble: String?

  /// Looks at what is installed.
  public init() {
    version = MorphologicalAnalyzer.version
    dictionary = MorphologicalAnalyzer.dictionaryFolder
    do {
      _ = try MorphologicalAnalyzer()
      trouble = nil
    } catch {
      trouble = "\(error)"
    }
  }
}
