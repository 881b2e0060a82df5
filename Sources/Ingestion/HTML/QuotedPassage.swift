/// Whom a page names as the source of a passage that it quotes as a block.
enum QuotedPassage {
  /// The author and the address of a `<blockquote>` (HTML Standard, 4.4.4): from a `<footer>` or
  /// `<cite>` in it, from the caption of the figure around it, and from its `cite` attribute.
  static func source(of quote: Int, in tree: HTMLTree) -> (attribution: String?, url: String?) {
    let url = tree.attribute(quote, .cite)?.collapsingSpaces
    let named =
      lastNode(of: [.footer], in: quote, tree) ?? lastNode(of: [.cite], in: quote, tree)
      ?? caption(around: quote, tree)
    let text = named.map { tree.textContent($0) }.map(withoutDash)
    return (text.flatMap { $0.isEmpty ? nil : $0 }, url.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// A name without the dash before it.
  static func withoutDash(_ text: String) -> String {
    let dashes: Set<Unicode.Scalar> = ["—", "–", "―", "-", "~"]
    let rest = text.unicodeScalars.drop { dashes.contains($0) || CharacterTraits.isSpace($0) }
    return String(rest)
  }

  private static func lastNode(of tags: [HTMLTag], in node: Int, _ tree: HTMLTree) -> Int? {
    tree.inside(node).last { tags.contains(tree.tag($0)) }
  }

  private static func caption(around quote: Int, _ tree: HTMLTree) -> Int? {
    let parent = tree.parent(quote)
    guard parent > 0, tree.tag(parent) == .figure else { return nil }
    return lastNode(of: [.figcaption], in: parent, tree)
  }
}
