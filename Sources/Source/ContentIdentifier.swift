import Crypto

/// Identifiers that come from content, so that the same thing has the same name in every run.
public enum ContentIdentifier {
  /// The SHA-256 of some bytes (FIPS 180-4) in lower-case hexadecimal digits.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var hasher = SHA256()
    hasher.update(data: Array(bytes))
    return hasher.finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// A short name for some content: letters and digits that cannot be mistaken for one another.
  ///
  /// - Parameters:
  ///   - parts: what makes the thing what it is; their order counts.
  ///   - length: the number of characters, five bits each: eight tell a million things apart.
  public static func short(_ parts: [String], length: Int = 8) -> String {
    var hasher = SHA256()
    for part in parts {
      hasher.update(data: Array(part.utf8))
      hasher.update(data: [0])
    }
    // Crockford's base 32, in lower case: no i, l, o or u.
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String(hasher.finalize().prefix(length).map { alphabet[Int($0 & 31)] })
  }
}
