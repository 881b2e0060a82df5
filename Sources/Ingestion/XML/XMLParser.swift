import CLibXML2

/// The border to libxml2's XML parser: bytes go in, a tree of values comes out.
///
/// As with HTML, libxml2 calls back for each tag and text (its SAX2 interface). It is given no file and
/// no network; entities that a document type declares are never looked up, so that none expands, and
/// attributes that it would add by default are not taken. libxml2 itself refuses elements nested more
/// than 256 deep and texts of more than 10 MB.
enum XMLParser {
  /// A document, and the first thing that is wrong with it where it is not well-formed.
  struct Document: Sendable {
    var tree: XMLTree
    var mistake: (line: Int, reason: String)?
  }

  /// Parses well-formed UTF-8; what is not well-formed XML is read as far as it makes sense.
  ///
  /// - Parameters:
  ///   - file: what messages call it.
  ///   - limits: how many elements and texts it may have, and how long it may take.
  /// - Complexity: linear in the length of the document.
  static func parse(_ utf8: [UInt8], file: String, limits: ReadingLimits) throws(IngestionError)
    -> Document
  {
    let readable = NamedEntities.replaced(in: utf8)
    guard !hasEndlessTag(readable) else {
      throw IngestionError(file: file, .tooManyElements(limit: maximumAttributes))
    }
    var builder = XMLTreeBuilder(limits: limits)
    let mistake = readable.withUnsafeBufferPointer { run($0, into: &builder) }
    if builder.isLate { try limits.deadline.check() }
    guard !builder.isFull else {
      throw IngestionError(file: file, .tooManyElements(limit: limits.maximumElements))
    }
    return Document(tree: builder.finish(), mistake: mistake)
  }

  private static let maximumAttributes = 4096

  /// Whether a tag has more attributes than any format needs: libxml2 before 2.12 compares each with all
  /// before it.
  private static func hasEndlessTag(_ utf8: [UInt8]) -> Bool {
    var count = 0
    var before: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { count = 0 }
      let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      if isQuote, before == UInt8(ascii: "=") { count += 1 }
      if count > maximumAttributes { return true }
      if byte > 0x20 { before = byte }
    }
    return false
  }

  private static let initialization: Void = xmlInitParser()

  private static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout XMLTreeBuilder
  ) -> (line: Int, reason: String)? {
    guard bytes.count > 0, bytes.count < Int(Int32.max), let start = bytes.baseAddress
    else { return (1, "it is empty or larger than 2 GB") }
    Self.initialization
    let created = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      xmlCreateMemoryParserCtxt($0, Int32(bytes.count))
    }
    guard let context = created else { return (1, "there is no memory for it") }
    defer {
      // libxml2 keeps declared entities in a document of its own, even where nobody asks for them.
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      context.pointee.myDoc = nil
      xmlFreeParserCtxt(context)
    }
    var handler = handler()
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    withUnsafeMutablePointer(to: &handler) { handler in
      withUnsafeMutablePointer(to: &builder) { builder in
        let original = context.pointee.sax
        context.pointee.sax = handler
        context.pointee.userData = UnsafeMutableRawPointer(builder)
        builder.pointee.context = context
        _ = xmlParseDocument(context)
        context.pointee.sax = original
      }
    }
    guard context.pointee.wellFormed == 0 else { return nil }
    let error = context.pointee.lastError
    let reason = error.message.map { String(cString: $0) } ?? "it is not well-formed"
    return (max(1, Int(error.line)), reason.collapsingSpaces)
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { builder, name, _, namespace, _, _, count, defaulted, attributes in
      XMLTreeBuilder.of(builder)?.pointee.start(
        name, namespace, attributes, count: Int(count) - Int(defaulted))
    }
    handler.endElementNs = { builder, _, _, _ in XMLTreeBuilder.of(builder)?.pointee.end() }
    handler.characters = { builder, text, length in
      XMLTreeBuilder.of(builder)?.pointee.characters(text, Int(length))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    return handler
  }
}

/// Takes libxml2's calls and writes the nodes down in document order.
private struct XMLTreeBuilder {
  private var tree = XMLTree()
  private var open: [Int32] = []
  private var indices: [XMLTree.Name: Int32] = [:]
  private let limit: Int
  private var watch: DeadlineWatch
  /// The parser that calls, to stop it.
  var context: xmlParserCtxtPtr?
  private(set) var isFull = false
  private(set) var isLate = false

  init(limits: ReadingLimits) {
    limit = limits.maximumElements
    watch = DeadlineWatch(limits.deadline)
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLTreeBuilder>? {
    pointer?.assumingMemoryBound(to: XMLTreeBuilder.self)
  }

  mutating func finish() -> XMLTree {
    while !open.isEmpty { close() }
    return tree
  }

  mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    // Behind the end of the root there is nothing that counts.
    guard let name, goesOn(), !(open.isEmpty && !tree.nodes.isEmpty) else { return }
    guard tree.nodes.count < limit, tree.attributes.count + count < limit else { return fill() }
    let lower = Int32(tree.attributes.count)
    if let attributes { take(attributes, count: count) }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      .init(
        name: self.index(of: name, namespace), parent: open.last ?? -1, end: index + 1,
        lower: lower, upper: Int32(tree.attributes.count)))
    open.append(index)
  }

  mutating func end() {
    guard goesOn() else { return }
    close()
  }

  mutating func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int) {
    guard let text, length > 0, goesOn(), let parent = open.last else { return }
    let lower = Int32(tree.text.count)
    tree.text.append(contentsOf: UnsafeBufferPointer(start: text, count: length))
    let upper = Int32(tree.text.count)
    if let last = tree.nodes.last, last.name < 0, last.parent == parent, last.upper == lower {
      tree.nodes[tree.nodes.count - 1].upper = upper
      return
    }
    guard tree.nodes.count < limit else { return fill() }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(.init(name: -1, parent: parent, end: index + 1, lower: lower, upper: upper))
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

  /// Five pointers for each attribute: its name, prefix and namespace, and its value's beginning and
  /// end.
  private mutating func take(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count: Int
  ) {
    for place in 0..<max(0, count) {
      guard let name = attributes[place * 5], let start = attributes[place * 5 + 3],
        let end = attributes[place * 5 + 4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      tree.attributes.append(
        .init(
          name: index(of: name, attributes[place * 5 + 2]),
          value: String(decoding: value, as: UTF8.self)))
    }
  }

  private mutating func index(
    of name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int32 {
    let name = XMLTree.Name(
      namespace: namespace.map { String(cString: $0) } ?? "", local: String(cString: name))
    if let index = indices[name] { return index }
    let index = Int32(tree.names.count)
    tree.names.append(name)
    indices[name] = index
    return index
  }
}
