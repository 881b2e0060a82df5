import CLibXML2

/// The library that reads XML, as `doctor` reports it.
public enum XMLLibrary {
  /// libxml2's version: `2.9.14`.
  public static let version = LIBXML_DOTTED_VERSION
}
