import CLibXML2

/// The border to libxml2's HTML parser: bytes go in, a tree of values comes out, and nothing past
/// this file sees a C pointer.
///
/// libxml2 calls back for each tag and text (its SAX interface,
/// https://gnome.pages.gitlab.gnome.org/libxml2/html/libxml2-HTMLparser.html), so that no tree of
/// its own is ever built: that would cost twice the time, and freeing it goes as deep as the page
/// is nested. It is given no file, no network, no entities of a document type and no encodings to
/// guess.
enum HTMLParser {
  /// Parses a page of well-formed UTF-8.
  ///
  /// - Parameters:
  ///   - file: what messages call it.
  ///   - limits: how many elements it may have, and how long it may take.
  /// - Complexity: linear in the length of the page.
  static func parse(_ utf8: [UInt8], file: String, limits: ReadingLimits) throws(IngestionError)
    -> HTMLTree
  {
    let reduced = HTMLReduction.reduce(utf8)
    var builder = TreeBuilder(limits: limits, capacity: reduced.count)
    reduced.withUnsafeBufferPointer { run($0, into: &builder) }
    if builder.isLate { try limits.deadline.check() }
    guard !builder.isFull else {
      throw IngestionError(file: file, .tooManyElements(limit: limits.maximumElements))
    }
    return builder.finish()
  }

  /// libxml2 sets its locks up at the first call; two threads that make the first call together may
  /// wait for each other for ever (http://xmlsoft.org/threads.html).
  private static let initialization: Void = xmlInitParser()

  private static func run(_ bytes: UnsafeBufferPointer<UInt8>, into builder: inout TreeBuilder) {
    guard bytes.count > 0, bytes.count < Int(Int32.max), let start = bytes.baseAddress
    else { return }
    Self.initialization
    let context = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      htmlCreateMemoryParserCtxt($0, Int32(bytes.count))
    }
    guard let context else { return }
    defer { htmlFreeParserCtxt(context) }
    var handler = xmlSAXHandler()
    handler.startElement = { builder, name, attributes in
      TreeBuilder.of(builder)?.pointee.start(name, attributes)
    }
    handler.endElement = { builder, name in TreeBuilder.of(builder)?.pointee.end(name) }
    handler.characters = { builder, text, length in
      TreeBuilder.of(builder)?.pointee.characters(text, Int(length))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(bitPattern: options))
    // The bytes are UTF-8 already: without this the parser would look for a charset of its own.
    context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    withUnsafeMutablePointer(to: &handler) { handler in
      withUnsafeMutablePointer(to: &builder) { builder in
        let original = context.pointee.sax
        context.pointee.sax = handler
        context.pointee.userData = UnsafeMutableRawPointer(builder)
        builder.pointee.context = context
        _ = htmlParseDocument(context)
        context.pointee.sax = original
      }
    }
  }
}

/// Takes libxml2's calls and writes the nodes down in document order.
private struct TreeBuilder {
  private var tree = HTMLTree()
  private var open: [Int32] = []
  private let limit: Int
  private var watch: DeadlineWatch
  /// The parser that calls, to stop it.
  var context: htmlParserCtxtPtr?
  private(set) var isFull = false
  private(set) var isLate = false

  init(limits: ReadingLimits, capacity: Int) {
    limit = limits.maximumElements
    watch = DeadlineWatch(limits.deadline)
    tree.text.reserveCapacity(capacity / 2)
    tree.values.reserveCapacity(capacity / 4)
    tree.nodes.reserveCapacity(capacity / 32)
    tree.nodes.append(.init(tag: .html, parent: -1, end: 0, lower: 0, upper: 0))
    open.append(0)
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
    pointer?.assumingMemoryBound(to: TreeBuilder.self)
  }

  mutating func finish() -> HTMLTree {
    while !open.isEmpty { close() }
    return tree
  }

  mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name, goesOn() else { return }
    guard tree.nodes.count < limit else { return fill() }
    let tag = HTMLTag(name: UnsafeBufferPointer(start: name, count: length(of: name)))
    let lower = Int32(tree.attributes.count)
    if let attributes { take(attributes) }
    // The root stands for <html>, whose attributes it takes over.
    if tag == .html {
      tree.nodes[0].lower = lower
      tree.nodes[0].upper = Int32(tree.attributes.count)
      open.append(0)
      return
    }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      .init(
        tag: tag, parent: open.last ?? 0, end: index + 1, lower: lower,
        upper: Int32(tree.attributes.count)))
    open.append(index)
  }

  mutating func end(_ name: UnsafePointer<xmlChar>?) {
    guard goesOn(), open.count > 1 else { return }
    close()
  }

  mutating func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int) {
    guard let text, length > 0, goesOn() else { return }
    let lower = Int32(tree.text.count)
    tree.text.append(contentsOf: UnsafeBufferPointer(start: text, count: length))
    let upper = Int32(tree.text.count)
    // A text that libxml2 hands over in pieces, because an entity parts them, is one text.
    if let last = tree.nodes.last, last.tag == .text, last.parent == open.last, last.upper == lower,
      Int(last.end) == tree.nodes.count
    {
      tree.nodes[tree.nodes.count - 1].upper = upper
      return
    }
    guard tree.nodes.count < limit else { return fill() }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      .init(tag: .text, parent: open.last ?? 0, end: index + 1, lower: lower, upper: upper))
  }

  /// Whether there is room and time for more; stops the parser where there is no time.
  private mutating func goesOn() -> Bool {
    if isFull || isLate { return false }
    isLate = watch.step()
    if isLate { xmlStopParser(context) }
    return !isLate
  }

  private mutating func fill() {
    isFull = true
    xmlStopParser(context)
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    tree.nodes[Int(last)].end = Int32(tree.nodes.count)
  }

  private mutating func take(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    var at = 0
    while let name = attributes[at] {
      let bytes = UnsafeBufferPointer(start: name, count: length(of: name))
      let value = attributes[at + 1]
      at += 2
      guard let attribute = HTMLAttribute(name: bytes) else { continue }
      let lower = Int32(tree.values.count)
      if let value {
        tree.values.append(contentsOf: UnsafeBufferPointer(start: value, count: length(of: value)))
      }
      tree.attributes.append(.init(name: attribute, lower: lower, upper: Int32(tree.values.count)))
    }
  }

  private func length(of text: UnsafePointer<xmlChar>) -> Int {
    Int(xmlStrlen(text))
  }
}
