/// Marks of Unicode that turn the direction of text around or hide in it: reports show them by their numbers, so that
/// no source can make words look other than they are.
enum InvisibleMarks {
  private static let values: Set<UInt32> = Set(
    (0x202A...0x202E).map { UInt32($0) } + (0x2066...0x2069).map { UInt32($0) }
      + [0x200B, 0x2060, 0xFEFF])

  /// What a report shows in the place of a mark, `⟨U+202E⟩`; nothing for any other scalar.
  static func shown(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.value >= 0x200B, values.contains(scalar.value) else { return nil }
    return "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩"
  }
}
