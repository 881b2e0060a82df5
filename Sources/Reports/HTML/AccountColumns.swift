import Findings
import Ingestion

/// The accounts side by side, with the list of points to choose from.
struct AccountColumns {
  let page: Page

  /// So many texts stand side by side; the others are folded.
  private static let mostColumns = 8
  /// So many accounts of a point are named in the list of points; more are counted.
  private static let mostNames = 8
  /// Of more accounts than this, the folded ones are not marked: a page of so many marks would be slow.
  private static let mostMarked = 40

  private var words: ReportWords { page.words }

  var section: HTML {
    let passages = page.points.passagesByAccount
    let columns = self.columns(passages)
    let shown = Set(columns.map(\.id))
    let folded = page.accounts.filter { !shown.contains($0.id) }
    let texts = page.section(
      "texts",
      """
      <p class="legend">\(words("page.texts.legend"))</p>
      <div class="reading">
      \(chooser)<div class="columns">
      \(columns.map { column($0, passages[$0.id] ?? []) }.joined())</div>
      </div>
      """)
    guard !folded.isEmpty else { return texts }
    // Beside the section and not in it: what marks a chosen point looks through that section again and again.
    return texts + """
      <section id="folded" aria-labelledby="folded-heading">
      <h3 id="folded-heading">\(words.html("page.folded", ["count": "\(folded.count)"]))</h3>
      \(folded.map { fold($0, passages[$0.id] ?? []) }.joined())</section>

      """
  }

  /// All accounts in their order where they are few, otherwise those that share most with others.
  private func columns(_ passages: [String: [NumberedPoints.Passage]]) -> [Account] {
    guard page.accounts.count > Self.mostColumns else { return page.accounts }
    let shared = passages.mapValues {
      Set($0.filter { $0.entry.hue != nil }.map(\.entry.number)).count
    }
    let ranked = page.accounts.sorted {
      (shared[$1.id] ?? 0, $0.id) < (shared[$0.id] ?? 0, $1.id)
    }
    let chosen = Set(ranked.prefix(Self.mostColumns).map(\.id))
    return page.accounts.filter { chosen.contains($0.id) }
  }

  /// The points that can be chosen, as radio buttons: by mouse, by touch and by the arrow keys, without a script.
  private var chooser: HTML {
    let entries = page.points.choosable
    guard !entries.isEmpty else { return "" }
    let items = entries.map { entry -> HTML in
      let summary = entry.point.shortSummary(in: words.language)
      let accounts = entry.point.statingAccounts
      let shown =
        accounts.count > Self.mostNames
        ? words("accounts.count", ["count": String(accounts.count)]) : words.joined(accounts)
      return """
        <li\(entry.isDetail ? " class=\"detail\"" as HTML : "") style="--hue:\(entry.hue ?? 0)">\
        <input type="radio" name="point" id="p\(entry.number)" \
        aria-labelledby="p\(entry.number)-name">\
        <label for="p\(entry.number)" id="p\(entry.number)-name">\
        \(source: summary) <small>\(source: shown)</small></label></li>

        """
    }
    return """
      <fieldset class="chooser">
      <legend>\(words("page.choose"))</legend>
      <ul>
      <li class="none"><input type="radio" name="point" id="p-none" checked>\
      <label for="p-none">\(words("page.choose.none"))</label></li>
      \(items.joined())</ul>
      </fieldset>

      """
  }

  private func column(_ account: Account, _ passages: [NumberedPoints.Passage]) -> HTML {
    let anchor = page.anchor(ofAccount: account.id)
    return """
      <article id="\(anchor)" aria-labelledby="\(anchor)-name">
      <h3 id="\(anchor)-name">\(source: account.id) <small>\(source: account.publisher)</small></h3>
      <div class="text" role="region" aria-labelledby="\(anchor)-name" tabindex="0" \
      lang="\(account.language.rawValue)" dir="auto">
      \(MarkedText(account: account, passages: passages).paragraphs(prefix: anchor))</div>
      </article>

      """
  }

  private func fold(_ account: Account, _ passages: [NumberedPoints.Passage]) -> HTML {
    let anchor = page.anchor(ofAccount: account.id)
    // What one account alone tells is marked beside others only: it would be most of these texts.
    let isMarked = page.accounts.count <= Self.mostMarked
    let shared = isMarked ? passages.filter(\.entry.isChoosable) : []
    return """
      <details id="\(anchor)"><summary>\(source: account.id) <small>\(source: account.publisher)</small></summary>
      <div class="text" lang="\(account.language.rawValue)" dir="auto">
      \(MarkedText(account: account, passages: shared).paragraphs(prefix: anchor))</div>
      </details>

      """
  }
}
