/// Room for what a transition network computes, used again from text to text.
struct TransitionScratch {
  private var projected = FloatBuffer(count: 0)
  private var tokens = FloatBuffer(count: 0)
  private var state = FloatBuffer(count: 0)
  /// The scores of the moves of the last state.
  private(set) var scores = FloatBuffer(count: 0)

  /// Computes what the tokens of a text contribute to states.
  mutating func prepare(_ network: TransitionNetwork, _ vectors: UnsafePointer<Float>, count: Int) {
    projected = FloatBuffer.reusing(projected, count: count * network.projectedSize)
    tokens = FloatBuffer.reusing(tokens, count: count * network.tokenSize)
    state = FloatBuffer.reusing(state, count: network.scratchSize)
    scores = FloatBuffer.reusing(scores, count: network.moves)
    network.prepare(vectors, count: count, projected: projected.start, output: tokens.start)
  }

  /// Scores the moves of a state that the tokens at some places describe.
  func score(_ network: TransitionNetwork, _ places: UnsafeBufferPointer<Int32>) {
    guard let start = places.baseAddress else { return }
    network.score(start, tokens: tokens.start, scratch: state.start, scores: scores.start)
  }
}
