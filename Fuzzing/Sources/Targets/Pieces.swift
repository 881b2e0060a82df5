@testable import Ingestion

/// Pieces that many readers share.
extension FuzzTarget {
  /// Bytes in any charset of the web, which the first byte chooses.
  static let charset = FuzzTarget(
    name: "charset",
    seeds: {
      let files = [
        "release-utf-16.txt", "release-shift-jis.txt", "release-euc-jp.txt",
        "release-iso-2022-jp.txt", "release-windows-1252.txt",
      ]
      let count = try CharsetTable.shared().names.count
      return try $0.formats(files).flatMap { bytes in
        (0...count).map { [UInt8(truncatingIfNeeded: $0)] + bytes }
      }
    },
    read: { bytes in
      // One number more than there are charsets leaves it to detection.
      let names = try CharsetTable.shared().names.map(Optional.some) + [nil]
      let charset = names[Int(bytes.first ?? 0) % names.count]
      let decoding = TextDecoding(
        rules: try ReadingRules.shared(), deadline: Deadline(file: "a.txt", limit: .seconds(60)))
      let file = SourceFile(name: "release.txt", bytes: Array(bytes.dropFirst()))
      let text = try decoding.decode(file, chosen: charset)
      expect(Array(text.string.utf8) == text.utf8, "decoded text is well-formed UTF-8")
      expect(
        text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A },
        "decoded text has no control characters")
    })

  /// Dates as pages and messages write them, a line each.
  static let dates = FuzzTarget(
    name: "dates", maximumLength: 512,
    seeds: { _ in
      [
        "2021-12-11T12:20:00+09:00", "Sat, 11 Dec 2021 21:20:05 +0900 (JST)", "令和3年12月11日午後9時20分",
        "Published: December 11, 2021 9.20 p.m. GMT", "11/12/2021", "LONDON, 3rd March 2024 —",
        "２０２１年１２月１１日（土）", "20211211T122000Z",
      ].map { Array($0.utf8) }
    },
    read: { bytes in
      let dates = try DateText.shared()
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let found = dates.timestamp(of: String(line))
        _ = dates.publicationDate(ofLine: String(line))
        if let found {
          let again = dates.timestamp(of: found.description)
          expect(again == found, "\(found) reads as itself, not \(String(describing: again))")
        }
      }
    })
}
