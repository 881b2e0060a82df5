import Language
import Source

/// Lists of embeddings that lie near each other: an inverted file, in which each embedding is entered under the
/// nearest of some embeddings that were chosen as centres (Sivic and Zisserman, 2003; Jégou et al., 2011).
///
/// The centres come from a fixed sequence of numbers, so that the same embeddings always make the same lists.
struct EmbeddingNeighbourhoods: Sendable {
  /// The indices of the embeddings of each neighbourhood, in order.
  let lists: [[Int32]]

  /// An embedding is entered under so many centres.
  private static let centresEach = 4
  /// One centre for so many embeddings, up to `maximumCentres`.
  private static let embeddingsPerCentre = 32
  private static let maximumCentres = 1024

  /// - Complexity: linear in the number of embeddings beyond `maximumCentres` times `embeddingsPerCentre`.
  init(_ embeddings: [Embedding]) {
    let directions = embeddings.concurrentMap(minimumShare: 256) { $0.normalized }
    let centres = Self.centres(of: directions)
    let nearest = directions.concurrentMap(minimumShare: 64) { direction in
      Self.nearest(to: direction, among: centres)
    }
    var lists = [[Int32]](repeating: [], count: centres.count)
    for (index, own) in nearest.enumerated() {
      for centre in own { lists[centre].append(Int32(index)) }
    }
    self.lists = lists.filter { $0.count > 1 }
  }

  /// Embeddings from all over the list; those that are like a centre already make none.
  private static func centres(of directions: [Embedding]) -> [Embedding] {
    let wanted = min(directions.count / embeddingsPerCentre, maximumCentres)
    var centres: [Embedding] = []
    guard wanted > 0 else { return centres }
    // A stride that is prime to the count goes through all of them in an order of no meaning.
    var stride = Int(Double(directions.count) * 0.618_033_988_75) | 1
    while !isPrime(stride, to: directions.count) { stride += 2 }
    var index = 0
    for _ in 0..<min(directions.count, wanted * 3) {
      index = (index + stride) % directions.count
      let direction = directions[index]
      guard !centres.contains(where: { $0.dot(direction) > 0.95 }) else { continue }
      centres.append(direction)
      if centres.count == wanted { break }
    }
    return centres
  }

  private static func isPrime(_ one: Int, to other: Int) -> Bool {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 1
  }

  /// The centres nearest to a direction; of equals, the first.
  private static func nearest(to direction: Embedding, among centres: [Embedding]) -> [Int] {
    var best: [(centre: Int, cosine: Float)] = []
    for (index, centre) in centres.enumerated() {
      let cosine = centre.dot(direction)
      if best.count == centresEach, cosine <= best[centresEach - 1].cosine { continue }
      let place = best.firstIndex { $0.cosine < cosine } ?? best.count
      best.insert((index, cosine), at: place)
      if best.count > centresEach { best.removeLast() }
    }
    return best.map(\.centre)
  }
}
