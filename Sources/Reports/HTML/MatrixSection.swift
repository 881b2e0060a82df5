import Alignment
import Findings

/// The points by accounts: as a picture, and as a table that leads to the words.
struct MatrixSection {
  let page: Page

  /// A table of more columns cannot be read: then one column names the accounts.
  private static let mostColumns = 16
  /// So many points stand open, and so many in all; the machine formats have the others.
  private static let mostOpen = 80
  private static let mostListed = 300
  private static let mostNames = 12

  private var words: ReportWords { page.words }

  /// The section; nothing where there are no points.
  var section: HTML {
    let entries = page.points.entries
    guard !entries.isEmpty else { return "" }
    let listed = entries.prefix(page.isFull ? .max : Self.mostListed)
    let open = listed.prefix(Self.mostOpen)
    let folded = listed.dropFirst(Self.mostOpen)
    var html: HTML = "<p class=\"legend\">\(words("points.legend"))</p>\n"
    html += MatrixPicture(page: page).figure
    html += table(Array(open))
    if !folded.isEmpty {
      html += """
        <details><summary>\(words.html("page.more.points", ["count": "\(folded.count)"]))</summary>
        \(table(Array(folded)))</details>

        """
    }
    let rest = entries.count - listed.count
    if rest > 0 { html += "<p>\(words.html("page.left.points", ["count": "\(rest)"]))</p>\n" }
    let left = page.points.leftDetails
    if left > 0 { html += "<p>\(words.html("left.details", ["count": "\(left)"]))</p>\n" }
    return page.section("points", html)
  }

  private var isWide: Bool { page.accounts.count > Self.mostColumns }

  private func table(_ entries: [NumberedPoints.Entry]) -> HTML {
    let columns =
      isWide
      ? ["<th scope=\"col\">\(words("page.points.accounts"))</th>"]
      : page.accounts.map { account -> HTML in
        "<th scope=\"col\">\(page.link(toAccount: account.id))</th>"
      }
    return """
      <div class="wide" role="region" aria-labelledby="points-heading" tabindex="0">\
      <table class="matrix\(isWide ? " many" : "")">
      <thead><tr><th scope="col">\(words("points.point"))</th>\(columns.joined())</tr></thead>
      <tbody>
      \(entries.map(row).joined())</tbody>
      </table></div>

      """
  }

  private func row(_ entry: NumberedPoints.Entry) -> HTML {
    let summary: HTML = "\(source: entry.point.shortSummary(in: words.language))"
    let name: HTML =
      entry.isChoosable ? "<label for=\"p\(entry.number)\">\(summary)</label>" : summary
    let mark: HTML = entry.isDetail ? "↳ " : ""
    let cells =
      isWide
      ? "<td>\(names(entry.point))</td>" : page.accounts.map { cell(entry.point, $0.id) }.joined()
    let hue: HTML = entry.hue.map { " style=\"--hue:\($0)\"" } ?? ""
    let classes = (entry.isDetail ? "detail" : "") + (entry.isChoosable ? " p\(entry.number)" : "")
    return """
      <tr class="\(classes)"\(hue)><th scope="row">\(mark)\(name)</th>\(cells)</tr>

      """
  }

  private func cell(_ point: Point, _ account: String) -> HTML {
    guard let stance = point.stances[account], stance.verdict != .absent else {
      return
        "<td><span class=\"absent\" role=\"img\" aria-label=\"\(words("page.absent"))\">–</span></td>"
    }
    let repeats: HTML =
      stance.repeats.isEmpty
      ? "" : " <small>\(source: words.joined(stance.repeats))</small>"
    let symbol = MatrixSymbol(stance)
    guard let claim = stance.claims.first else {
      return "<td class=\"\(symbol.name)\">\(symbol.sign)\(repeats)</td>"
    }
    return """
      <td class="\(symbol.name)"><a href="#\(page.anchor(ofAccount: account))p\(claim.paragraph + 1)" \
      aria-label="\(account): \(words("page.\(symbol.name)"))">\(symbol.sign)</a>\(repeats)</td>

      """
  }

  /// The accounts that tell a point, by what each does with it.
  private func names(_ point: Point) -> HTML {
    let byName = Dictionary(grouping: point.stances.filter { $0.value.verdict != .absent }) {
      MatrixSymbol($0.value)
    }
    return MatrixSymbol.allCases.compactMap { symbol -> HTML? in
      guard let ids = byName[symbol]?.map(\.key).sorted() else { return nil }
      let links = page.links(toAccounts: Array(ids.prefix(Self.mostNames)))
      let left = ids.count - Self.mostNames
      let more: HTML = left > 0 ? words.html("left.names", ["count": "\(left)"]) : ""
      return "<span class=\"\(symbol.name)\">\(symbol.sign)</span> \(links)\(more)"
    }.joined(separator: HTML(text: words("clause")))
  }
}

/// What an account does with a point, as the matrix shows it.
enum MatrixSymbol: String, CaseIterable, Hashable {
  case stated, repeated, partly, contradicted, absent

  init(_ stance: Stance) {
    switch stance.verdict {
    case .stated: self = stance.repeats.isEmpty ? .stated : .repeated
    case .partly: self = .partly
    case .contradicted: self = .contradicted
    case .absent: self = .absent
    }
  }

  /// The name of its class, and the end of the key of its words.
  var name: String { rawValue }

  var sign: String {
    switch self {
    case .stated: "●"
    case .repeated: "○"
    case .partly: "◐"
    case .contradicted: "✕"
    case .absent: "–"
    }
  }
}
