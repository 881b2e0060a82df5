/// Takes the marks of Markdown out of running text: emphasis, links, code, images, tags, escapes.
enum MarkdownInline {
  /// The words of a text, in time linear in its length; cut short where the deadline passes.
  static func text(of markdown: String, until deadline: Deadline) -> String {
    var scan = Scan(scalars: Array(markdown.unicodeScalars), deadline: deadline)
    scan.run()
    return String(scan.output)
  }

  private struct Scan {
    let scalars: [Unicode.Scalar]
    let deadline: Deadline
    var at = 0
    var output = String.UnicodeScalarView()

    init(scalars: [Unicode.Scalar], deadline: Deadline) {
      self.scalars = scalars
      self.deadline = deadline
    }

    mutating func run() {
      var watch = DeadlineWatch(deadline)
      while at < scalars.count, !watch.step() { step() }
    }

    private mutating func step() {
      let scalar = scalars[at]
      switch scalar {
      case "\\" where at + 1 < scalars.count && Self.isMark(scalars[at + 1]):
        output.append(scalars[at + 1])
        at += 2
      case "`": code()
      case "!" where next(is: "["): image()
      case "[": link()
      case "<": tag()
      case "*", "_", "~": emphasis(scalar)
      case "&": entity()
      default:
        output.append(scalar)
        at += 1
      }
    }

    /// One by one: appending a whole sequence copies all that is there.
    private mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
      for scalar in scalars { output.append(scalar) }
    }

    private func next(is scalar: Unicode.Scalar) -> Bool {
      at + 1 < scalars.count && scalars[at + 1] == scalar
    }

    private mutating func code() {
      var ticks = 0
      while at < scalars.count, scalars[at] == "`" {
        ticks += 1
        at += 1
      }
      guard let end = run(of: "`", count: ticks, from: at) else { return }
      append(scalars[at..<end])
      at = end + ticks
    }

    /// The place of the next run of a mark of exactly this length, within reach.
    private func run(of mark: Unicode.Scalar, count: Int, from start: Int) -> Int? {
      var place = start
      let end = min(scalars.count, start + 2000)
      while place < end {
        guard scalars[place] == mark else {
          place += 1
          continue
        }
        var length = 0
        while place + length < scalars.count, scalars[place + length] == mark { length += 1 }
        if length == count { return place }
        place += length
      }
      return nil
    }

    private mutating func image() {
      guard let text = closing("[", "]", from: at + 1),
        let end = target(from: text + 1)
      else {
        at += 1
        return
      }
      at = end
    }

    /// `[words](target)`, `[words][label]`, `[^note]`: only the words stay, and they are read on.
    private mutating func link() {
      if next(is: "^"), let end = closing("[", "]", from: at) {
        at = end + 1
        return
      }
      guard let text = closing("[", "]", from: at), let end = target(from: text + 1) else {
        output.append("[")
        at += 1
        return
      }
      let inner = String(String.UnicodeScalarView(scalars[(at + 1)..<text]))
      // Links do not nest, so one step of recursion is all there is.
      append(MarkdownInline.withoutLinks(inner, deadline).unicodeScalars)
      at = end
    }

    /// The place behind `(target)` or `[label]`; nothing where neither stands there.
    private func target(from place: Int) -> Int? {
      guard place < scalars.count else { return nil }
      if scalars[place] == "(" { return closing("(", ")", from: place).map { $0 + 1 } }
      if scalars[place] == "[" { return closing("[", "]", from: place).map { $0 + 1 } }
      return nil
    }

    private func closing(
      _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, from start: Int
    ) -> Int? {
      var depth = 0
      var place = start
      let end = min(scalars.count, start + 2000)
      while place < end {
        let scalar = scalars[place]
        if scalar == "\\" { place += 1 }
        if scalar == opening { depth += 1 }
        if scalar == closing {
          depth -= 1
          if depth == 0 { return place }
        }
        place += 1
      }
      return nil
    }

    /// `<https://...>` stays as its address; `<b>` and `<!-- -->` go.
    private mutating func tag() {
      let limit = min(scalars.count, at + 1000)
      guard at + 1 < limit, let end = scalars[at..<limit].firstIndex(of: ">"),
        CharacterTraits.isLetter(scalars[at + 1]) || "/!".unicodeScalars.contains(scalars[at + 1])
      else {
        output.append("<")
        at += 1
        return
      }
      let inner = scalars[(at + 1)..<end]
      let isAddress = inner.contains("@") || inner.contains(":")
      if isAddress, !inner.contains(" ") { append(inner) }
      at = end + 1
    }

    /// A mark of emphasis stands against a word; one between two words' letters is part of a name.
    private mutating func emphasis(_ mark: Unicode.Scalar) {
      var length = 0
      while at + length < scalars.count, scalars[at + length] == mark { length += 1 }
      let before = at > 0 ? scalars[at - 1] : " "
      let after = at + length < scalars.count ? scalars[at + length] : " "
      let isBetweenSpaces = CharacterTraits.isSpace(before) && CharacterTraits.isSpace(after)
      let isInWord = mark == "_" && isWord(before) && isWord(after)
      let isTilde = mark == "~" && length != 2
      if isBetweenSpaces || isInWord || isTilde || length > 3 {
        append(scalars[at..<(at + length)])
      }
      at += length
    }

    private mutating func entity() {
      let names: [(name: String, scalar: Unicode.Scalar)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "),
        ("&#39;", "'"),
      ]
      let ahead = scalars[at..<min(scalars.count, at + 6)]
      let found = names.first { ahead.starts(with: $0.name.unicodeScalars) }
      output.append(found?.scalar ?? "&")
      at += found?.name.unicodeScalars.count ?? 1
    }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
      CharacterTraits.isLetter(scalar) || scalar.properties.numericType != nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
      "\\`*_{}[]()<>#+-.!|~\"'$%&,/:;=?@^".unicodeScalars.contains(scalar)
    }
  }

  /// The words of the text of a link, in which square brackets are no links.
  private static func withoutLinks(_ text: String, _ deadline: Deadline) -> String {
    text.unicodeScalars.contains("[") ? text : Self.text(of: text, until: deadline)
  }
}
