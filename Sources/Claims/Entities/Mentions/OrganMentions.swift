import Source

/// Joins a unit of government with the country beside it to one name: "Japan's foreign ministry", "Ministry
/// of Foreign Affairs of the Republic of Korea", 韓国外務省.
struct OrganMentions {
  let text: SourceText
  let table: NameTable

  private static let gapsBefore: Set = ["", " ", "'s ", "' ", "の"]
  private static let gapsBehind: Set = [" of ", " of the "]

  /// The matches with units of government joined to their countries, which stay beside them.
  func joined(_ matches: [NameMatch]) -> [NameMatch] {
    var found: [NameMatch] = []
    for (index, match) in matches.enumerated() {
      guard case .organ(let key, _) = match.name else {
        found.append(match)
        continue
      }
      var range = match.range
      var region = table.soleRegion(ofOrgan: key)
      if let last = found.last, case .region(let code) = last.name, region == nil || region == code,
        Self.gapsBefore.contains(gap(last.range, range))
      {
        region = code
        range = last.range.lowerBound..<range.upperBound
      } else if index + 1 < matches.count, case .region(let code) = matches[index + 1].name,
        region == nil || region == code,
        Self.gapsBehind.contains(gap(range, matches[index + 1].range))
      {
        region = code
        range = range.lowerBound..<matches[index + 1].range.upperBound
      }
      found.append(NameMatch(range: range, name: .organ(key, region: region)))
    }
    return found
  }

  private func gap(_ first: Range<Int>, _ second: Range<Int>) -> String {
    guard first.upperBound <= second.lowerBound, second.lowerBound - first.upperBound < 9 else {
      return "-"
    }
    var gap = ""
    for scalar in text.scalars[first.upperBound..<second.lowerBound] {
      gap.unicodeScalars.append(
        scalar.properties.isWhitespace ? " " : NamePatterns.plain(scalar))
    }
    return gap
  }
}
