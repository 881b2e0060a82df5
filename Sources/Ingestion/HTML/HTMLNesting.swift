/// How an element of HTML stands to those around it (HTML Standard, 13.2.4.2 and 13.2.6.4).
struct HTMLNesting: OptionSet, Sendable {
  let rawValue: UInt8

  /// No end tag of an ordinary element reaches past it.
  static let special = HTMLNesting(rawValue: 1)
  /// No end tag at all reaches past it, but for those of tables.
  static let scope = HTMLNesting(rawValue: 2)
  /// An open paragraph ends where it begins.
  static let endsParagraph = HTMLNesting(rawValue: 4)
  /// Belongs into the head, and needs no body.
  static let metadata = HTMLNesting(rawValue: 8)
  /// Holds text that is no markup.
  static let raw = HTMLNesting(rawValue: 16)
  /// A part of a table.
  static let tablePart = HTMLNesting(rawValue: 32)

  /// How an element nests.
  static func of(_ tag: HTMLTag) -> HTMLNesting { table[Int(tag.rawValue)] }

  private static let table: [HTMLNesting] = {
    var table = [HTMLNesting](repeating: [], count: HTMLTag.allCases.count)
    func set(_ nesting: HTMLNesting, _ tags: [HTMLTag]) {
      for tag in tags { table[Int(tag.rawValue)].formUnion(nesting) }
    }
    set(
      [.special, .endsParagraph],
      [
        .article, .section, .nav, .aside, .header, .footer, .main, .address, .hgroup, .search, .h1,
        .h2, .h3, .h4, .h5, .h6, .p, .hr, .pre, .blockquote, .ol, .ul, .menu, .li, .dl, .dt, .dd,
        .figure, .figcaption, .div, .center, .details, .summary, .dialog, .fieldset, .form, .table,
      ])
    set(
      .special,
      [
        .html, .head, .body, .title, .link, .meta, .script, .frameset, .caption, .colgroup, .tbody,
        .thead, .tfoot, .tr, .td, .th, .object, .applet, .marquee, .button, .select, .input, .img,
        .br,
      ])
    set(.scope, [.html, .table, .caption, .td, .th, .object, .applet, .marquee])
    set(.metadata, [.head, .title, .link, .meta, .script])
    set(.raw, [.title, .script])
    set(.tablePart, [.table, .caption, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th])
    return table
  }()
}

extension HTMLTag {
  fileprivate var isCell: Bool { self == .td || self == .th || self == .caption }
}

/// What ends where: which open element a tag ends.
extension HTMLTreeBuilder {
  /// The place of the open element that an end tag ends, if there is one.
  func place(ofElementEndedBy tag: HTMLTag, slot: Int32) -> Int? {
    let nesting = HTMLNesting.of(tag)
    switch tag {
    case .p: return place(of: .p, within: [.scope], orIn: [.button])
    case .li: return place(of: .li, within: [.scope], orIn: [.ol, .ul, .menu])
    case _ where tag.traits.contains(.heading):
      return place(within: .scope) { $0.tag.traits.contains(.heading) }
    case _ where nesting.contains(.tablePart):
      return place(of: tag, within: [], orIn: [.table])
    case _ where nesting.contains(.special): return place(of: tag, within: .scope)
    default: return place(within: .special) { $0.slot == slot && $0.tag == tag }
    }
  }

  /// Ends the open paragraph, before a block begins.
  mutating func endParagraph() {
    guard openOfTag[Int(HTMLTag.p.rawValue)] > 0,
      let place = place(of: .p, within: .scope, orIn: [.button])
    else { return }
    end(downTo: place)
  }

  /// Ends what cannot hold an element and stands before it: the item before an item, the row before a row.
  mutating func endSiblings(of tag: HTMLTag) {
    var ended: Int?
    switch tag {
    case .li: ended = item(of: [.li])
    case .dt, .dd: ended = item(of: [.dt, .dd])
    case .h1, .h2, .h3, .h4, .h5, .h6: ended = top { $0.traits.contains(.heading) }
    case .option, .optgroup: ended = top { $0 == .option }
    case .rt, .rp: ended = top { $0 == .rt || $0 == .rp }
    case .a where isOpen(.a): ended = place(of: .a, within: .special)
    case .button where isOpen(.button): ended = place(of: .button, within: .scope)
    case .td, .th, .caption: ended = lowest(of: [.td, .th, .caption, .colgroup])
    case .tr: ended = lowest(of: [.tr, .td, .th, .caption, .colgroup])
    case .tbody, .thead, .tfoot:
      ended = lowest(of: [.tbody, .thead, .tfoot, .tr, .td, .th, .caption, .colgroup])
    case .table where top { HTMLNesting.of($0).contains(.tablePart) && !$0.isCell } != nil:
      ended = place(of: .table, within: [])
    default: return
    }
    if let ended { end(downTo: ended) }
  }

  private func isOpen(_ tag: HTMLTag) -> Bool { openOfTag[Int(tag.rawValue)] > 0 }

  /// The last open element, if it is of a sort.
  private func top(_ isMeant: (HTMLTag) -> Bool) -> Int? {
    open.last.map { isMeant($0.tag) } == true ? open.count - 1 : nil
  }

  /// The item that is open and that another one ends: with no block but these around it.
  private func item(of tags: [HTMLTag]) -> Int? {
    guard tags.contains(where: isOpen) else { return nil }
    var place = open.count - 1
    while place > 0 {
      let tag = open[place].tag
      if tags.contains(tag) { return place }
      let isPassed = tag == .p || tag == .div || tag == .address
      if !isPassed, HTMLNesting.of(tag).contains(.special) { return nil }
      place -= 1
    }
    return nil
  }

  /// The outermost open part of the innermost table among some.
  private func lowest(of tags: [HTMLTag]) -> Int? {
    guard tags.contains(where: isOpen) else { return nil }
    var found: Int?
    var place = open.count - 1
    while place > 0, open[place].tag != .table {
      if tags.contains(open[place].tag) { found = place }
      place -= 1
    }
    return found
  }

  private func place(of tag: HTMLTag, within nesting: HTMLNesting, orIn others: [HTMLTag] = [])
    -> Int?
  {
    var place = open.count - 1
    while place > 0 {
      let inner = open[place].tag
      if inner == tag { return place }
      if !HTMLNesting.of(inner).isDisjoint(with: nesting) || others.contains(inner) { return nil }
      place -= 1
    }
    return nil
  }

  private func place(within nesting: HTMLNesting, _ isMeant: (Open) -> Bool) -> Int? {
    var place = open.count - 1
    while place > 0 {
      if isMeant(open[place]) { return place }
      guard HTMLNesting.of(open[place].tag).isDisjoint(with: nesting) else { return nil }
      place -= 1
    }
    return nil
  }
}
