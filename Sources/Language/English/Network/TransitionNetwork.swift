/// The network that scores the moves of a transition system in a state.
///
/// A state is described by a few tokens. What each token contributes in each place is computed for
/// all tokens at once (Chen and Manning's precomputation); a state then costs a sum, maxout and one
/// small product. Architecture: spaCy's `TransitionBasedParser`.
struct TransitionNetwork: Sendable {
  /// The tokens that describe a state.
  let features: Int
  /// The moves that are scored.
  let moves: Int
  /// The width of the token vectors that the network reads.
  var inputs: Int { projection.depth }
  /// The numbers that all features of one token take.
  var tokenSize: Int { features * featureSize }

  private let hidden: Int
  private let pieces: Int
  private let featureSize: Int
  private let projection: AffineLayer
  private let lower: AffineLayer
  private let bias: FloatBuffer
  private let padding: FloatBuffer
  private let upper: AffineLayer?

  /// Takes the weights of a `parser_model`.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ network: NetworkWeights) throws {
    guard let root = network.layers.first, root.name == "parser_model",
      let lower = root.references["lower"]
    else { throw network.document.malformed("the first layer is no parser_model") }
    let upper = root.references["upper"]
    guard let projection = network.indices(named: "linear").first(where: { $0 != upper }) else {
      throw network.document.malformed("the token vectors are not projected")
    }
    let weights = try network.parameter("W", of: lower, dimensions: 4)
    let bias = try network.parameter("b", of: lower, dimensions: 2)
    let padding = try network.parameter("pad", of: lower, dimensions: 4)
    let (features, hidden, pieces) = (weights.shape[0], weights.shape[1], weights.shape[2])
    let depth = weights.shape[3]
    guard bias.shape == [hidden, pieces], padding.shape == [1, features, hidden, pieces],
      hidden > 0, pieces > 0, features > 0, depth > 0
    else { throw network.document.malformed("layer \(lower) and its bias differ in size") }
    // Pieces lie one after the other, so that the greatest can be taken for many at once.
    let order = Self.pieceMajor(hidden: hidden, pieces: pieces)
    let all = weights.floats
    let rows = (0..<features).flatMap { feature in order.map { feature * order.count + $0 } }
    self.lower = AffineLayer(
      weights: rows.flatMap { all[$0 * depth..<($0 + 1) * depth] },
      bias: Array(repeating: 0, count: rows.count), outputs: rows.count, depth: depth)
    self.bias = FloatBuffer(order.map { bias[$0] })
    self.padding = FloatBuffer(rows.map { padding[$0] })
    self.projection = try AffineLayer(network, layer: projection)
    self.upper = try upper.flatMap {
      network.layers[$0].parameters.isEmpty ? nil : try AffineLayer(network, layer: $0)
    }
    self.features = features
    self.hidden = hidden
    self.pieces = pieces
    self.featureSize = hidden * pieces
    self.moves = self.upper?.outputs ?? hidden
    guard self.projection.outputs == depth, self.upper?.depth ?? hidden == hidden else {
      throw network.document.malformed("the layers do not fit each other")
    }
  }

  private static func pieceMajor(hidden: Int, pieces: Int) -> [Int] {
    (0..<pieces).flatMap { piece in (0..<hidden).map { $0 * pieces + piece } }
  }

  /// Computes what each token contributes: ``tokenSize`` numbers a token.
  func prepare(
    _ tokens: UnsafePointer<Float>, count: Int, projected: UnsafeMutablePointer<Float>,
    output: UnsafeMutablePointer<Float>
  ) {
    projection.apply(
      tokens, inputStride: projection.depth, rows: count, output: projected,
      outputStride: projection.outputs)
    lower.apply(
      projected, inputStride: projection.outputs, rows: count, output: output,
      outputStride: tokenSize)
  }

  /// The numbers that ``prepare(_:count:projected:output:)`` needs for the projection of a token.
  var projectedSize: Int { projection.outputs }

  /// The numbers that ``score(_:tokens:scratch:scores:)`` needs for itself.
  var scratchSize: Int { featureSize }

  /// Scores the moves of a state.
  ///
  /// - Parameters:
  ///   - places: the tokens that describe it, -1 for none.
  ///   - tokens: what ``prepare(_:count:projected:output:)`` computed.
  ///   - scores: room for ``moves`` numbers.
  func score(
    _ places: UnsafePointer<Int32>, tokens: UnsafePointer<Float>,
    scratch: UnsafeMutablePointer<Float>, scores: UnsafeMutablePointer<Float>
  ) {
    let size = featureSize
    for feature in 0..<features {
      let place = Int(places[feature])
      let source =
        place < 0
        ? UnsafePointer(padding.start) + feature * size
        : tokens + place * tokenSize + feature * size
      if feature == 0 {
        scratch.update(from: source, count: size)
      } else {
        for index in 0..<size { scratch[index] += source[index] }
      }
    }
    for index in 0..<size { scratch[index] += bias.start[index] }
    for piece in 1..<max(pieces, 1) {
      let other = scratch + piece * hidden
      for index in 0..<hidden where other[index] > scratch[index] { scratch[index] = other[index] }
    }
    guard let upper else {
      scores.update(from: scratch, count: hidden)
      return
    }
    upper.apply(scratch, inputStride: hidden, rows: 1, output: scores, outputStride: upper.outputs)
  }
}
