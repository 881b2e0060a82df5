import Foundation

@testable import Review

/// What people edit or keep beside the accounts: reports, decisions, earlier comparisons.
extension FuzzTarget {
  /// `review.yaml`: what is written reads as the same.
  static let reviewFile = FuzzTarget(
    name: "review-file",
    seeds: { _ in
      let decision = Decision(
        finding: "F-3k9a7q",
        ruling: .init(
          verdict: .accept, note: "Both say so.\n\n  - twice", by: "Ada", at: "2024-05-14"),
        earlier: [.init(verdict: .followUp, note: "Look \"again\"", by: "Ben", at: "2024-05-13")],
        subject: FindingSummary(
          sort: "omission/duration", summary: "Only J says so: yes", fingerprint: "7k2m",
          quotes: [Quote(account: "J", text: "about 25 minutes")]))
      let text = ReviewFile(decisions: [decision.finding: decision]).text
      let commented = text.split(separator: "\n").map { "\($0)  # why" }.joined(separator: "\n")
      return [text, commented, "schema: crossread-review/1\ndecisions: {}\n"].map { Array($0.utf8) }
    },
    read: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let file = try ReviewFile(text, file: ReviewFile.name)
      expectReadBack(file, of: file.text)
      expectReadBack(file, of: file.text(replacing: text))
    })

  /// An edited report: what was read back is noted, and is not taken for an edit again.
  static let report = FuzzTarget(
    name: "report", maximumLength: 8192,
    seeds: { repository in
      let reports = [
        "fixtures/liverpool-2021/report.md", "fixtures/noto-2024/report.md",
        "fixtures/liverpool-2021/report.ja.md", "fixtures/agreeing-2023/report.md",
      ]
      return try repository.files(reports).flatMap { bytes in
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
        let entry = lines.firstIndex { $0.contains("**F-") } ?? 0
        let part = lines[entry...].prefix(60).joined(separator: "\n")
        return [part, part.replacing("[ ]", with: "[x]"), part.replacing("Note:", with: "Note: A")]
          .map { Array($0.utf8) }
      }
    },
    read: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let reader = try reportReader.get()
      let reading = reader.reading(of: text, file: "report.md")
      let merge = ReviewMerge(
        reading.entries, into: ReviewFile(), report: "report.md", by: "Ada", at: "2024-05-14")
      expectReadBack(merge.file, of: merge.file.text)
      let noted = reading.text(text, noting: merge.file)
      let again = ReviewMerge(
        reader.reading(of: noted, file: "report.md").entries, into: merge.file,
        report: "report.md", by: "Ben", at: "2024-05-15")
      expect(again.changes.isEmpty, "what was read back is no edit: \(again.changes)")
    })

  private static let reportReader = Result { try ReportReader() }

  private static func expectReadBack(_ file: ReviewFile, of text: String) {
    do {
      let again = try ReviewFile(text, file: ReviewFile.name)
      expect(again == file, "decisions stay the same: \(file.decisions)\n\(text)")
    } catch {
      expect(false, "decisions are read again: \(error)\n\(text)")
    }
  }

  /// What `--since` names.
  static let earlierComparison = FuzzTarget(
    name: "earlier-comparison",
    seeds: { repository in
      try repository.files(["fixtures/agreeing-2023/report.json"]).compactMap { bytes in
        let object = try JSONSerialization.jsonObject(with: Data(bytes))
        guard let all = object as? [String: Any], let findings = all["findings"] as? [Any],
          let accounts = all["accounts"] as? [[String: Any]]
        else { return nil }
        let short = accounts.prefix(1).map { account in
          account.merging(["text": "The mayor opened the bridge."]) { $1 }
        }
        let kept: [String: Any] = [
          "schema": "crossread/1", "accounts": short, "findings": Array(findings.prefix(1)),
        ]
        return Array(try JSONSerialization.data(withJSONObject: kept, options: [.sortedKeys]))
      }
    },
    read: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try EarlierComparison(text, file: "old.json")
    })

  /// Two texts with a zero byte between them, told apart word by word.
  static let wordDifference = FuzzTarget(
    name: "word-difference",
    seeds: { _ in
      [
        Array("The mayor opened the bridge on Monday.\0The mayor opened it on Tuesday.".utf8),
        Array("首相は橋を開通した。\0首相は五月に橋を開通した。".utf8),
      ]
    },
    read: { bytes in
      let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return }
      let (old, new) = (
        String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self)
      )
      let changes = WordDifference(from: old, to: new).changes
      if old == new { expect(changes.isEmpty, "a text differs in nothing from itself") }
      // White space is no change, and is told as it suits; accents may stand on it.
      let counted: Set<Unicode.GeneralCategory> = [
        .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber,
      ]
      func length(_ text: String) -> Int {
        text.unicodeScalars.count { counted.contains($0.properties.generalCategory) }
      }
      let removed = changes.reduce(0) { $0 + length($1.removed) }
      let added = changes.reduce(0) { $0 + length($1.added) }
      expect(
        length(old) - removed == length(new) - added,
        "what is taken out and put in makes the new text of the old one: \(changes)")
    })
}
