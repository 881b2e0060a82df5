import CLibXML2

/// The library that reads HTML, as `doctor` reports it.
public enum HTMLLibrary {
  /// libxml2's version: `2.9.14`.
  public static let version = LIBXML_DOTTED_VERSION
}
