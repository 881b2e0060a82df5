import Ingestion

/// The text of an account with the words of its claims marked by their points.
struct MarkedText {
  let account: Account
  let passages: [NumberedPoints.Passage]

  /// A piece of text in which the same claims stand, with those claims' passages.
  private struct Piece {
    let range: Range<Int>
    let passages: [NumberedPoints.Passage]
  }

  /// The paragraphs, each with the marks in it.
  ///
  /// - Parameter prefix: the beginning of the paragraphs' ids.
  /// - Complexity: O(n log n) in the number of passages, times how many stand over each other.
  func paragraphs(prefix: String) -> HTML {
    let pieces = pieces
    var next = 0
    return account.paragraphs.enumerated().map { index, paragraph -> HTML in
      while next < pieces.count, pieces[next].range.upperBound <= paragraph.range.lowerBound {
        next += 1
      }
      let within = pieces[next...].prefix { $0.range.lowerBound < paragraph.range.upperBound }
      let content = content(of: paragraph.range, pieces: within)
      let label: HTML =
        paragraph.label.map { "<span class=\"label\">\($0)</span> " } ?? ""
      return """
        <p id="\(prefix)p\(index + 1)" class="\(paragraph.role.rawValue)" data-number="\(index + 1)">\(label)\(content)</p>

        """
    }.joined()
  }

  private func content(of range: Range<Int>, pieces: ArraySlice<Piece>) -> HTML {
    var html: HTML = ""
    var place = range.lowerBound
    for piece in pieces {
      let own = piece.range.clamped(to: range)
      html += HTML(text: account.text[place..<own.lowerBound])
      html += marked(own, by: piece.passages)
      place = own.upperBound
    }
    return html + HTML(text: account.text[place..<range.upperBound])
  }

  /// Words marked by the claim that says most closely just them: of several claims, the shortest.
  private func marked(_ range: Range<Int>, by passages: [NumberedPoints.Passage]) -> HTML {
    let text = account.text[range]
    let whole = passages.filter { !$0.entry.isDetail }
    let ranked = (whole.isEmpty ? passages : whole).sorted {
      ($0.entry.hue == nil ? 1 : 0, $0.length, $0.entry.number)
        < ($1.entry.hue == nil ? 1 : 0, $1.length, $1.entry.number)
    }
    guard let first = ranked.first?.entry, !text.allSatisfy(\.isWhitespace) else {
      return HTML(text: text)
    }
    guard let hue = first.hue else { return "<span class=\"claim sole\">\(text)</span>" }
    guard first.isChoosable else {
      return "<span class=\"claim shared\" style=\"--hue:\(hue)\">\(text)</span>"
    }
    let numbers = Set(passages.map(\.entry).filter(\.isChoosable).map(\.number)).sorted()
    let classes = numbers.map { " p\($0)" }.joined()
    return """
      <label class="claim\(classes)" for="p\(first.number)" style="--hue:\(hue)">\(text)</label>
      """
  }

  /// The text cut wherever a passage begins or ends, without what no passage holds.
  private var pieces: [Piece] {
    let marks = passages.indices.filter { !passages[$0].range.isEmpty }.flatMap { index in
      [
        (place: passages[index].range.lowerBound, isEnd: false, index: index),
        (place: passages[index].range.upperBound, isEnd: true, index: index),
      ]
    }.sorted { ($0.place, $0.index) < ($1.place, $1.index) }
    var open: Set<Int> = []
    var place = 0
    var pieces: [Piece] = []
    for mark in marks {
      if mark.place > place, !open.isEmpty {
        pieces.append(
          Piece(range: place..<mark.place, passages: open.sorted().map { passages[$0] }))
      }
      place = mark.place
      if mark.isEnd { open.remove(mark.index) } else { open.insert(mark.index) }
    }
    return pieces
  }
}
