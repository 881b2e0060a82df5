/// The elements that reading a page tells apart (HTML Standard, section 4, and what older pages
/// use).
enum HTMLTag: UInt8, Sendable, CaseIterable {
  // Not elements of HTML: a text node, and every element without a name here.
  case text, other

  case html, head, body, title, base, link, meta, style, script, noscript, template
  case article, section, nav, aside, header, footer, main, address, hgroup, search
  case h1, h2, h3, h4, h5, h6
  case p, hr, pre, blockquote, ol, ul, menu, li, dl, dt, dd, figure, figcaption, div, center
  case details, summary, dialog, fieldset, legend, form, frameset, frame, noframes
  case a, em, strong, small, s, cite, q, dfn, abbr, ruby, rt, rp, data, time, code, `var`, samp, kbd
  case sub, sup, i, b, u, mark, bdi, bdo, span, br, wbr, ins, del, font, tt, big, strike, nobr
  case picture, source, img, iframe, embed, object, param, video, audio, track, map, area, svg, math
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case input, button, select, datalist, optgroup, option, textarea, output, progress, meter, label
  case canvas, applet, marquee

  /// The name as pages write it, in lower case.
  var name: String { String(describing: self) }
}

extension HTMLTag {
  /// What an element does to the text in it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8

    /// Stands on lines of its own.
    static let block = Traits(rawValue: 1)
    /// Has no content and no end tag.
    static let void = Traits(rawValue: 2)
    /// Holds nothing that is read as running text.
    static let skipped = Traits(rawValue: 4)
    /// A heading.
    static let heading = Traits(rawValue: 8)
    /// May end without an end tag.
    static let selfEnding = Traits(rawValue: 16)
  }

  /// What the element does to the text in it.
  var traits: Traits { Self.traitTable[Int(rawValue)] }

  private static let traitTable: [Traits] = {
    var table = [Traits](repeating: [], count: Self.allCases.count)
    func set(_ traits: Traits, _ tags: [HTMLTag]) {
      for tag in tags { table[Int(tag.rawValue)].insert(traits) }
    }
    set(
      .block,
      [
        .html, .head, .body, .title, .article, .section, .nav, .aside, .header, .footer, .main,
        .address, .hgroup, .search, .h1, .h2, .h3, .h4, .h5, .h6, .p, .hr, .pre, .blockquote, .ol,
        .ul, .menu, .li, .dl, .dt, .dd, .figure, .figcaption, .div, .center, .details, .summary,
        .dialog, .fieldset, .legend, .form, .noframes, .table, .caption, .colgroup, .tbody, .thead,
        .tfoot, .tr, .td, .th, .option, .marquee,
      ])
    set(
      .void,
      [
        .base, .link, .meta, .hr, .br, .wbr, .source, .img, .embed, .param, .track, .area, .col,
        .input, .frame,
      ])
    set(
      .skipped,
      [
        .head, .title, .style, .script, .noscript, .template, .iframe, .embed, .object, .video,
        .audio, .svg,
        .map, .select, .datalist, .textarea, .button, .input, .progress, .meter, .canvas, .applet,
        .dialog, .rt, .rp, .output, .option, .noframes,
      ])
    set(.heading, [.h1, .h2, .h3, .h4, .h5, .h6])
    set(
      .selfEnding,
      [
        .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .option, .optgroup, .rt, .rp,
        .html,
        .head, .body,
      ])
    return table
  }()

  /// The element of a name in lower case.
  init(name: UnsafeBufferPointer<UInt8>) {
    self = Self.index.tag(of: name)
  }

  private static let index = NameIndex()

  /// A hash table from names to elements: names are looked up a thousand times a page.
  private struct NameIndex: Sendable {
    private var slots = [(key: UInt64, length: Int, tag: HTMLTag)](
      repeating: (0, 0, .other), count: 1024)

    init() {
      for tag in HTMLTag.allCases where tag != .text && tag != .other {
        let name = Array(tag.name.utf8)
        name.withUnsafeBufferPointer { insert(Self.key($0), $0.count, tag) }
      }
    }

    private mutating func insert(_ key: UInt64, _ length: Int, _ tag: HTMLTag) {
      var slot = Self.slot(key, length)
      while slots[slot].length > 0 { slot = (slot + 1) & 1023 }
      slots[slot] = (key, length, tag)
    }

    func tag(of name: UnsafeBufferPointer<UInt8>) -> HTMLTag {
      let key = Self.key(name)
      var slot = Self.slot(key, name.count)
      while slots[slot].length > 0 {
        if slots[slot].key == key, slots[slot].length == name.count { return slots[slot].tag }
        slot = (slot + 1) & 1023
      }
      return .other
    }

    /// The first eight bytes: together with the length they tell all names of HTML apart.
    private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
      var key: UInt64 = 0
      for byte in name.prefix(8) { key = key << 8 | UInt64(byte) }
      return key
    }

    private static func slot(_ key: UInt64, _ length: Int) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) ^ length & 1023
    }
  }
}

/// The attributes that reading a page asks for; all others are left out when it is parsed.
enum HTMLAttribute: UInt8, Sendable, CaseIterable {
  case `class`, id, role, style, hidden, lang, dir, href, rel, src, cite, datetime, content, name
  case property, charset, type, itemprop, itemtype, itemscope, start, value, title, alt, summary
  case ariaHidden, ariaModal, ariaLabel, httpEquiv, dataTestID, reversed, colspan
  case dataInstagramPermalink, dataBlueskyURI, ariaRoledescription, dataComponent, dataComponentName

  /// The name as pages write it, in lower case.
  var name: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .ariaModal: "aria-modal"
    case .ariaLabel: "aria-label"
    case .ariaRoledescription: "aria-roledescription"
    case .httpEquiv: "http-equiv"
    case .dataTestID: "data-testid"
    case .dataInstagramPermalink: "data-instgrm-permalink"
    case .dataBlueskyURI: "data-bluesky-uri"
    case .dataComponent: "data-component"
    case .dataComponentName: "data-component-name"
    default: String(describing: self)
    }
  }

  /// The name in UTF-8 with a space before it and `="` behind it, as tags hold it.
  var opening: [UInt8] { Self.openings[Int(rawValue)] }

  private static let openings: [[UInt8]] = allCases.map { Array(" \($0.name)=\"".utf8) }

  /// The attributes by the first letter and the length of their names: at most a few share both.
  private static let byShape: [[(name: [UInt8], attribute: HTMLAttribute)]] = {
    var table = [[(name: [UInt8], attribute: HTMLAttribute)]](repeating: [], count: 1024)
    for attribute in allCases {
      let name = Array(attribute.name.utf8)
      table[shape(first: name[0], length: name.count)].append((name, attribute))
    }
    return table
  }()

  private static func shape(first: UInt8, length: Int) -> Int { Int(first & 31) << 5 | length & 31 }

  /// The attribute of a name in lower case; nothing for one that nobody asks for.
  init?(name: UnsafeBufferPointer<UInt8>) {
    guard let first = name.first else { return nil }
    for entry in Self.byShape[Self.shape(first: first, length: name.count)]
    where entry.name.elementsEqual(name) {
      self = entry.attribute
      return
    }
    return nil
  }
}
