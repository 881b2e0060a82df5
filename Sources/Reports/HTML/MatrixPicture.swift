import Alignment

/// The points by accounts in one look: a row an account, a column a point, what most accounts tell first.
struct MatrixPicture {
  let page: Page

  private static let most = (rows: 40, columns: 120)
  /// In pixels of a picture that is not scaled.
  private static let cell = 14
  private static let labels = 96

  /// The picture; nothing where it would show no more than a line.
  var figure: HTML {
    let accounts = page.accounts.prefix(Self.most.rows)
    let entries = page.points.entries.filter { !$0.isDetail }.prefix(Self.most.columns)
    guard accounts.count > 1, entries.count > 3 else { return "" }
    let width = Self.labels + entries.count * Self.cell
    let height = accounts.count * Self.cell
    let names = accounts.enumerated().map { row, account -> HTML in
      """
      <text x="\(Self.labels - 8)" y="\(row * Self.cell + 11)" text-anchor="end">\
      \(DrawnText(account.id, columns: 13).text)</text>

      """
    }
    let columns = entries.enumerated().map { column, entry -> HTML in
      let hue: HTML = entry.hue.map { " style=\"--hue:\($0)\"" } ?? ""
      let choosable: HTML = entry.isChoosable ? " p\(entry.number)" : ""
      let cells = accounts.enumerated().map { row, account -> HTML in
        mark(entry.point.stances[account.id], row: row)
      }
      return """
        <g class="column\(entry.hue == nil ? " sole" : "")\(choosable)"\(hue) \
        transform="translate(\(Self.labels + column * Self.cell) 0)">\
        <title>\(entry.point.shortSummary(in: page.words.language))</title>\(cells.joined())</g>

        """
    }
    let label = page.words(
      "page.matrix.label", ["accounts": String(accounts.count), "points": String(entries.count)])
    return """
      <figure class="picture"><div class="wide" role="region" aria-labelledby="points-heading" tabindex="0">
      <svg class="matrix" role="img" aria-label="\(label)" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)">
      \(names.joined())\(columns.joined())</svg></div>
      <figcaption class="legend">\(page.words("page.matrix.legend"))</figcaption></figure>

      """
  }

  private func mark(_ stance: Stance?, row: Int) -> HTML {
    let top = row * Self.cell
    guard let stance, stance.verdict != .absent else {
      return "<circle class=\"absent\" cx=\"7\" cy=\"\(top + 7)\" r=\"1\"/>"
    }
    let symbol = MatrixSymbol(stance)
    switch symbol {
    case .partly:
      return "<path class=\"partly\" d=\"M1 \(top + 13)L1 \(top + 1)L13 \(top + 13)Z\"/>"
    case .contradicted:
      return """
        <path class="contradicted" d="M3 \(top + 3)L11 \(top + 11)M11 \(top + 3)L3 \(top + 11)"/>
        """
    case .stated, .repeated, .absent:
      return """
        <rect class="\(symbol.name)" x="1" y="\(top + 1)" width="12" height="12" rx="2"/>
        """
    }
  }
}

/// Text in a picture, which does not wrap: cut to so many columns, two for the wide letters of East Asia.
struct DrawnText {
  let text: String

  init(_ text: String, columns: Int) {
    self.text = text.shortened(to: columns)
  }
}
