/// Makes a tree of the tags and texts of a page, which come in document order.
///
/// What ends where is decided as the HTML Standard does it (13.2.6), but for two things that make no difference
/// to running text: a formatting element whose end tag stands in a block inside of it ends with that block, and
/// text between the cells of a table stays there.
struct HTMLTreeBuilder {
  /// An element that has begun and has not ended.
  struct Open {
    var node: Int32
    var tag: HTMLTag
    /// A small number that stands for its name.
    var slot: Int32
    /// Whether its end tag has come, in a block inside of it.
    var hasEnded = false
  }

  private(set) var tree = HTMLTree()
  var open: [Open] = []
  var openOfTag = [Int32](repeating: 0, count: HTMLTag.allCases.count)
  private var openOfSlot = [Int32](repeating: 0, count: Self.slots)
  /// Start tags that were nested too deeply to be taken, by name.
  private var tooDeep = [Int32](repeating: 0, count: Self.slots)
  private var hasBody = false
  private let limit: Int
  private var watch: DeadlineWatch
  /// Whether there are more elements and texts than there may be.
  private(set) var isFull = false

  /// How many numbers stand for names.
  static let slots = 1024
  /// Browsers stop nesting at 512; a little more does no harm.
  private static let maximumDepth = 600

  /// - Parameter capacity: the length of the page.
  init(limits: ReadingLimits, capacity: Int) {
    limit = limits.maximumElements
    watch = DeadlineWatch(limits.deadline)
    tree.text.reserveCapacity(capacity / 4)
    tree.values.reserveCapacity(capacity / 8)
    tree.nodes.reserveCapacity(capacity / 64)
    tree.nodes.append(.init(tag: .html, parent: -1, end: 0, lower: 0, upper: 0))
    open.append(Open(node: 0, tag: .html, slot: 0))
    openOfTag[Int(HTMLTag.html.rawValue)] = 1
  }

  /// Whether the time is over.
  var isLate: Bool { watch.isPast }

  /// Whether there is room and time for more.
  var goesOn: Bool { !isFull && !watch.isPast }

  /// The tree, with all that is open ended.
  mutating func finish() -> HTMLTree {
    end(downTo: 0)
    return tree
  }

  // MARK: - Attributes of the element that begins next

  /// How many attributes there are.
  var attributeCount: Int { tree.attributes.count }

  /// Adds an attribute whose value `write` adds to the bytes of all values.
  mutating func append(_ name: HTMLAttribute, _ write: (inout [UInt8]) -> Void) {
    let lower = Int32(tree.values.count)
    write(&tree.values)
    tree.attributes.append(.init(name: name, lower: lower, upper: Int32(tree.values.count)))
  }

  /// Takes back the attributes that were added since there were so many.
  mutating func removeAttributes(from first: Int) {
    guard first < tree.attributes.count else { return }
    tree.values.removeSubrange(Int(tree.attributes[first].lower)...)
    tree.attributes.removeSubrange(first...)
  }

  // MARK: - Start tags

  /// Takes a start tag.
  ///
  /// - Parameters:
  ///   - slot: a number below `slots` that stands for its name.
  ///   - first: how many attributes there were before its own.
  mutating func start(_ tag: HTMLTag, slot: Int, attributesFrom first: Int) {
    guard !watch.step(), !isFull else { return }
    if tag == .html { return takeRoot(attributesFrom: first) }
    guard begins(tag) else { return removeAttributes(from: first) }
    let isVoid = tag.traits.contains(.void)
    guard isVoid || open.count < Self.maximumDepth else {
      tooDeep[slot] += 1
      return removeAttributes(from: first)
    }
    guard let node = append(tag, attributes: first..<tree.attributes.count), !isVoid else { return }
    open.append(Open(node: node, tag: tag, slot: Int32(slot)))
    openOfTag[Int(tag.rawValue)] += 1
    openOfSlot[slot] += 1
  }

  /// The root stands for `<html>`, whose attributes it takes over.
  private mutating func takeRoot(attributesFrom first: Int) {
    guard tree.nodes[0].lower == tree.nodes[0].upper else { return removeAttributes(from: first) }
    (tree.nodes[0].lower, tree.nodes[0].upper) = (Int32(first), Int32(tree.attributes.count))
  }

  /// Ends what has to end before an element, and begins the body; tells whether the element begins.
  private mutating func begins(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .head: return !hasBody && openOfTag[Int(tag.rawValue)] == 0
    case .body:
      guard !hasBody else { return false }
      hasBody = true
      end(downTo: 1)
    default:
      let nesting = HTMLNesting.of(tag)
      if !nesting.contains(.metadata) { beginBody() }
      if nesting.contains(.endsParagraph) { endParagraph() }
      endSiblings(of: tag)
    }
    return true
  }

  /// Begins the body where no tag did.
  private mutating func beginBody() {
    guard !hasBody else { return }
    start(.body, slot: 0, attributesFrom: tree.attributes.count)
  }

  private mutating func append(_ tag: HTMLTag, attributes: Range<Int>) -> Int32? {
    guard tree.nodes.count < limit else {
      isFull = true
      return nil
    }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      .init(
        tag: tag, parent: open[open.count - 1].node, end: index + 1,
        lower: Int32(attributes.lowerBound), upper: Int32(attributes.upperBound)))
    return index
  }

  // MARK: - Texts

  /// Takes a text, which `write` adds to the bytes of all texts.
  mutating func characters(_ write: (inout [UInt8]) -> Void) {
    guard !watch.step(), !isFull else { return }
    let lower = tree.text.count
    write(&tree.text)
    guard tree.text.count > lower else { return }
    let last = tree.nodes.count - 1
    // A text that a comment parts is one text.
    if tree.nodes[last].tag == .text, tree.nodes[last].parent == open[open.count - 1].node,
      Int(tree.nodes[last].upper) == lower, Int(tree.nodes[last].end) == last + 1
    {
      tree.nodes[last].upper = Int32(tree.text.count)
      return
    }
    if !hasBody, HTMLNesting.of(open[open.count - 1].tag).isDisjoint(with: .raw) {
      // Between the elements of the head there is only white space.
      guard tree.text[lower...].contains(where: { $0 > 0x20 }) else {
        return tree.text.removeSubrange(lower...)
      }
      beginBody()
    }
    _ = append(.text, attributes: lower..<tree.text.count)
  }

  // MARK: - End tags

  /// Takes an end tag; one that ends nothing is passed over.
  mutating func end(_ tag: HTMLTag, slot: Int) {
    guard !isFull, tag != .html, tag != .body else { return }
    guard tooDeep[slot] == 0 else {
      tooDeep[slot] -= 1
      return
    }
    guard openOfSlot[slot] > 0 || tag.traits.contains(.heading) else { return }
    if let place = place(ofElementEndedBy: tag, slot: Int32(slot)) {
      end(downTo: place)
    } else if HTMLNesting.of(tag).isDisjoint(with: .special) {
      let last = open.lastIndex { $0.tag == tag && $0.slot == Int32(slot) && !$0.hasEnded }
      if let last { open[last].hasEnded = true }
    }
  }

  /// Ends all open elements from a place on, and those whose end tags have come already.
  mutating func end(downTo place: Int) {
    while open.count > place || open.last?.hasEnded == true, let last = open.popLast() {
      tree.nodes[Int(last.node)].end = Int32(tree.nodes.count)
      openOfTag[Int(last.tag.rawValue)] -= 1
      openOfSlot[Int(last.slot)] -= 1
    }
  }
}
