/// The state of the arc-eager parser: a stack, a buffer, and the arcs found so far.
///
/// As in spaCy's `_state.pxd`: a word taken back from the stack without a head goes to the front of
/// the buffer again, and an arc can be replaced.
struct ParserState {
  private struct Arc {
    var child: Int32
    /// The arc of the same head and side found before; -1 for none.
    let previous: Int32
  }

  /// The head of each word, -1 for none.
  private(set) var heads: [Int32]
  /// The move that gave each word its head.
  private(set) var labels: [Int32]
  private let count: Int
  private var stack: [Int32] = []
  private var returned: [Int32] = []
  private var next: Int32 = 0
  private var isUnshiftable: [Bool]
  private var isStart: [Bool]
  private var arcs: [Arc] = []
  private var lastLeft: [Int32]
  private var lastRight: [Int32]

  /// The state before the first move.
  init(count: Int) {
    self.count = count
    self.heads = Array(repeating: -1, count: count)
    self.labels = Array(repeating: -1, count: count)
    self.isUnshiftable = Array(repeating: false, count: count)
    self.isStart = Array(repeating: false, count: count)
    self.lastLeft = Array(repeating: -1, count: count)
    self.lastRight = Array(repeating: -1, count: count)
    arcs.reserveCapacity(count)
    stack.reserveCapacity(64)
  }

  /// Whether there is nothing left to do.
  var isFinal: Bool { stack.isEmpty && bufferCount == 0 }
  /// The number of words on the stack.
  var depth: Int { stack.count }
  /// The number of words in the buffer.
  var bufferCount: Int { count - Int(next) + returned.count }

  /// A word of the stack, counted from its top; -1 where there is none.
  func stackWord(_ index: Int) -> Int32 {
    index < stack.count ? stack[stack.count - 1 - index] : -1
  }

  /// A word of the buffer, counted from its front; -1 where there is none.
  func bufferWord(_ index: Int) -> Int32 {
    if index < returned.count { return returned[returned.count - 1 - index] }
    let word = next + Int32(index - returned.count)
    return word < Int32(count) ? word : -1
  }

  /// Whether a sentence is known to begin with a word.
  func isSentenceStart(_ word: Int32) -> Bool { word >= 0 && isStart[Int(word)] }

  /// Whether a word has been shifted and taken back.
  func isUnshiftable(_ word: Int32) -> Bool { word >= 0 && isUnshiftable[Int(word)] }

  /// The child on the left of a word found last; -1 where there is none.
  func leftChild(_ head: Int32) -> Int32 { head < 0 ? -1 : child(lastLeft[Int(head)]) }

  /// The child on the right of a word found last; -1 where there is none.
  func rightChild(_ head: Int32) -> Int32 { head < 0 ? -1 : child(lastRight[Int(head)]) }

  private func child(_ last: Int32) -> Int32 {
    var arc = last
    while arc >= 0 {
      if arcs[Int(arc)].child >= 0 { return arcs[Int(arc)].child }
      arc = arcs[Int(arc)].previous
    }
    return -1
  }

  // MARK: Changes

  /// Moves the front of the buffer onto the stack.
  mutating func push() {
    if let word = returned.popLast() {
      stack.append(word)
    } else {
      stack.append(next)
      next += 1
    }
  }

  /// Takes the top off the stack.
  mutating func pop() { _ = stack.popLast() }

  /// Takes the top off the stack, back into the buffer where it still needs a head.
  mutating func reduce() {
    guard let top = stack.last else { return }
    if heads[Int(top)] < 0, stack.count > 1 {
      isUnshiftable[Int(top)] = true
      returned.append(top)
    }
    stack.removeLast()
  }

  /// Allows a word to be shifted again.
  mutating func allowShift(_ word: Int32) { isUnshiftable[Int(word)] = false }

  /// Notes that a sentence begins with a word.
  mutating func startSentence(_ word: Int32) { isStart[Int(word)] = true }

  /// Gives up: what is left gets no head.
  mutating func finish() {
    stack.removeAll()
    next = Int32(count)
    returned.removeAll()
  }

  /// Adds an arc, in place of the one that the child had.
  mutating func attach(_ child: Int32, to head: Int32, label: Int32) {
    let old = heads[Int(child)]
    if old >= 0 { detach(child, from: old) }
    if head > child {
      arcs.append(Arc(child: child, previous: lastLeft[Int(head)]))
      lastLeft[Int(head)] = Int32(arcs.count - 1)
    } else {
      arcs.append(Arc(child: child, previous: lastRight[Int(head)]))
      lastRight[Int(head)] = Int32(arcs.count - 1)
    }
    heads[Int(child)] = head
    labels[Int(child)] = label
  }

  private mutating func detach(_ child: Int32, from head: Int32) {
    var arc = head > child ? lastLeft[Int(head)] : lastRight[Int(head)]
    while arc >= 0, arcs[Int(arc)].child != child { arc = arcs[Int(arc)].previous }
    if arc >= 0 { arcs[Int(arc)].child = -1 }
  }
}
