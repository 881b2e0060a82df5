/// A queue whose least element comes first (binary heap; Williams, 1964).
struct PriorityQueue<Element: Comparable> {
  private var heap: [Element] = []

  /// - Complexity: O(log n).
  mutating func insert(_ element: Element) {
    heap.append(element)
    var index = heap.count - 1
    while index > 0, heap[index] < heap[(index - 1) / 2] {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Takes the least element out; nothing where there is none.
  ///
  /// - Complexity: O(log n).
  mutating func popFirst() -> Element? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last }
    heap[0] = last
    var index = 0
    while true {
      let children = (2 * index + 1)..<min(2 * index + 3, max(heap.count, 2 * index + 1))
      guard let least = children.min(by: { heap[$0] < heap[$1] }), heap[least] < heap[index]
      else { return first }
      heap.swapAt(index, least)
      index = least
    }
  }
}
