/// A table of GitHub's dialect, its columns aligned in the raw text as well.
struct MarkdownTable: CustomStringConvertible {
  /// How the cells of a column stand.
  enum Alignment { case leading, centre }

  private let rows: [[String]]
  private let alignments: [Alignment]

  /// Makes a table; cells are Markdown already.
  init(header: [String], alignments: [Alignment], rows: [[String]]) {
    self.rows = [header] + rows
    self.alignments = alignments
  }

  var description: String {
    let widths = alignments.indices.map { column in
      max(3, rows.map { Self.width(of: $0[column]) }.max() ?? 0)
    }
    let lines = rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - Self.width(of: cell))
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = zip(alignments, widths).map { alignment, width in
      alignment == .centre
        ? ":" + String(repeating: "-", count: width - 2) + ":"
        : String(repeating: "-", count: width)
    }
    guard let header = lines.first else { return "" }
    return ([header, "| " + rule.joined(separator: " | ") + " |"] + lines.dropFirst())
      .joined(separator: "\n")
  }

  /// The columns that a text takes on a terminal: two for the wide letters of East Asia.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x0300...0x036F, 0xFE00...0xFE0F: width
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }
}
