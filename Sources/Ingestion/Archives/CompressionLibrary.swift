import CZlib

/// The library that undoes compression, as `doctor` reports it.
public enum CompressionLibrary {
  /// zlib's version: `1.2.13`.
  public static let version = ZLIB_VERSION
}
