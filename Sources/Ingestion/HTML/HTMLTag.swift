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
    return table
  }()

  /// The element of a name in lower case.
  init(name: UnsafeBufferPointer<UInt8>) {
    self = Self.named[name] ?? .other
  }

  private static let named = NameTable(
    allCases.filter { $0 != .text && $0 != .other }.map { ($0.name, $0) })
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

  /// The attribute of a name in lower case; nothing for one that nobody asks for.
  init?(name: UnsafeBufferPointer<UInt8>) {
    guard let attribute = Self.named[name] else { return nil }
    self = attribute
  }

  private static let named = NameTable(allCases.map { ($0.name, $0) })
}
