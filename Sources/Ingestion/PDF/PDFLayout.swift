/// The pages of a document as poppler lays them out: blocks of lines in reading order, with their places.
struct PDFLayout: Sendable {
  /// A line and the box around it, in points from the top left of its page.
  struct Line: Sendable {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// The height of the line's characters.
    var height: Double { bottom - top }

    /// Adds a word, in time linear in its length.
    fileprivate mutating func append(_ word: String) {
      guard !word.isEmpty else { return }
      if text.isEmpty { text = word } else { WrappedLines.append(word, to: &text) }
    }
  }

  /// The blocks of each page.
  private(set) var pages: [[[Line]]] = []
  private(set) var title: String?
  private(set) var author: String?

  /// Reads what `pdftotext -bbox-layout` writes, in time linear in its length.
  init(_ tree: XMLTree) {
    guard let root = tree.root else { return }
    let head = tree.child(root, "head")
    title = tree.text(of: head.flatMap { tree.child($0, "title") })
    let names = head.map { tree.children($0, "meta") } ?? []
    author = names.first { tree.attribute($0, "name") == "Author" }
      .flatMap { tree.attribute($0, "content") }
    var line: Line?
    func flush() {
      guard let found = line, !found.text.isEmpty, !pages.isEmpty else { return }
      let page = pages.count - 1
      if pages[page].isEmpty { pages[page].append([]) }
      pages[page][pages[page].count - 1].append(found)
      line = nil
    }
    var node = root + 1
    let end = Int(tree.nodes[root].end)
    while node < end {
      // What is in a word is its text.
      let isWord = tree.local(node) == "word"
      defer { node = isWord ? Int(tree.nodes[node].end) : node + 1 }
      switch tree.local(node) {
      case "page":
        flush()
        pages.append([])
      case "block":
        flush()
        if !pages.isEmpty { pages[pages.count - 1].append([]) }
      case "line":
        flush()
        line = Self.line(node, in: tree)
      case "word": line?.append(tree.string(node).collapsingSpaces)
      default: break
      }
    }
    flush()
  }

  private static func line(_ node: Int, in tree: XMLTree) -> Line {
    func place(_ name: String) -> Double {
      tree.attribute(node, name).flatMap { Double($0) } ?? 0
    }
    return Line(
      text: "", left: place("xMin"), top: place("yMin"), right: place("xMax"),
      bottom: place("yMax"))
  }
}
