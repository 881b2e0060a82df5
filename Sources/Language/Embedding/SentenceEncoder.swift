import Dispatch
import Foundation
import Synchronization

/// Turns texts into embeddings by multilingual-e5-small (Wang et al. 2024, MIT licence), whose vectors of
/// English and Japanese texts of one meaning lie together.
///
///     let encoder = try SentenceEncoder(store: ModelStore())
///     let embeddings = try encoder.embed(["They met.", "両氏は会談した。"])
///     let likeness = embeddings[0].cosine(embeddings[1])
///
/// An embedding depends on its text alone: neither on the other texts, nor their order, nor the number of
/// threads. E5's vectors crowd together: the cosine of unrelated texts is about 0.75.
public final class SentenceEncoder: Sendable {
  /// How the encoder multiplies.
  public enum Arithmetic: Sendable, Hashable {
    /// Vectors are rounded to 8 bits, block by block, as in the engine that carries the weights: twice
    /// as fast. Rounding amplifies what kinds of CPU do differently in the last bit: another order of
    /// the same sums has been seen to move a cosine by up to 0.002.
    case integer
    /// Single precision: another order of the same sums moves a cosine by less than 0.000001.
    case float
  }

  /// The tokenizer of the encoder's vocabulary.
  public let tokenizer: SentencePieceTokenizer

  private let model: CompiledModel
  /// How many tokens stand before a text's own.
  private let prefixLength: Int
  private let threads: Int

  /// Loads the encoder of a store.
  ///
  /// - Parameters:
  ///   - store: where the models are.
  ///   - threads: how many to use at most; nothing for as many as there are cores, up to 8. It changes
  ///     no result.
  ///   - arithmetic: how to multiply.
  /// - Throws: `ModelError` when the runtime, the model or its vocabulary is missing or damaged.
  public init(store: ModelStore, threads: Int? = nil, arithmetic: Arithmetic = .integer) throws {
    self.threads = max(1, min(threads ?? min(ProcessInfo.processInfo.activeProcessorCount, 8), 64))
    for file in [store.encoder, store.encoderWeights]
    where !FileManager.default.fileExists(atPath: file.path) {
      throw ModelError.missing(component: .encoder, file: file)
    }
    tokenizer = try SentencePieceTokenizer(contentsOf: store.tokenizer)
    // Words are solved one at a time, so that the prefix has the same pieces before every text.
    prefixLength = tokenizer.tokens(of: String(Self.prefix.dropLast())).count - 1
    model = try CompiledModel(
      contentsOf: store.encoder, properties: Self.properties(threads: self.threads, arithmetic),
      runtime: OpenVINORuntime(store: store))
  }

  /// Each thread works through its own batches alone, so that no sum is ever split between threads.
  /// Sums are of single precision, also where a CPU would do less precise ones faster.
  private static func properties(
    threads: Int, _ arithmetic: Arithmetic
  ) -> [(key: String, value: String)] {
    [
      ("INFERENCE_PRECISION_HINT", "f32"),
      ("DYNAMIC_QUANTIZATION_GROUP_SIZE", arithmetic == .integer ? "32" : "0"),
      ("NUM_STREAMS", "\(threads)"),
      ("INFERENCE_NUM_THREADS", "\(threads)"),
      ("ENABLE_CPU_PINNING", "NO"),
    ]
  }

  /// What E5 wants before a text that is compared with texts of its own kind.
  private static let prefix = "query: "

  /// The embeddings of texts, in their order, each of length 1. Texts of more than 512 tokens are cut.
  ///
  /// - Throws: `ModelError` when the inference fails.
  /// - Complexity: linear in the number of texts and their tokens; texts alike are encoded once.
  public func embed(_ texts: [String]) throws -> [Embedding] {
    try encode(texts, withTokens: false).map(\.embedding)
  }

  /// The same embeddings with the vectors of each text's tokens, from the last layer but one.
  ///
  /// - Throws: `ModelError` when the inference fails, or when an earlier version has built the model.
  /// - Complexity: as ``embed(_:)``; a token takes 1.5 kB.
  public func embedWithTokens(_ texts: [String]) throws -> [EncodedText] {
    try model.requireStates()
    return try encode(texts, withTokens: true)
  }

  /// The tokens that the encoder is given for a text.
  package func tokens(of text: String) -> [Int32] { tokenizer.tokens(of: Self.prefix + text) }

  private func encode(_ texts: [String], withTokens: Bool) throws -> [EncodedText] {
    let tokens = texts.map(tokens(of:))
    let distinct = Set(tokens).sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    let batches = TokenBatch.batches(of: distinct, padding: tokenizer.padding)
    let rows = try run(batches, of: distinct, withTokens: withTokens)
    let places = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    return tokens.compactMap { places[$0].map { rows[$0] } }
  }

  /// What all members of all batches are encoded to, in their order.
  private func run(
    _ batches: [TokenBatch], of texts: [[Int32]], withTokens: Bool
  ) throws -> [EncodedText] {
    // The longest batches stand last and are begun first, so that the threads finish together.
    let next = Mutex(batches.count)
    let done = Mutex<[Int: Result<InferenceRequest.Answer, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: min(threads, batches.count)) { _ in
      let request = Result { try InferenceRequest(model: model) }
      while let index = next.withLock({ next in
        next -= 1
        return next >= 0 ? next : nil
      }) {
        let result = request.flatMap { request in
          Result {
            try request.embed(batches[index], width: Embedding.width, withStates: withTokens)
          }
        }
        done.withLock { $0[index] = result }
      }
    }
    let results = done.withLock { $0 }
    return try batches.indices.flatMap { index in
      let batch = batches[index]
      guard let answer = try results[index]?.get() else { return [EncodedText]() }
      return batch.members.enumerated().map { row, member in
        let start = row * Embedding.width
        return EncodedText(
          embedding: Embedding(answer.embeddings[start..<start + Embedding.width]),
          tokens: withTokens ? tokenVectors(texts[member], row, of: batch, answer.states) : .none)
      }
    }
  }

  /// The vectors of a text's own tokens: what stands before it, and the end, are left out.
  private func tokenVectors(
    _ tokens: [Int32], _ row: Int, of batch: TokenBatch, _ states: [Float]
  ) -> TokenVectors {
    let own = min(prefixLength, tokens.count - 1)..<tokens.count - 1
    let start = (row * batch.length + own.lowerBound) * Embedding.width
    return TokenVectors(
      pieces: Array(tokens[own]), costs: tokens[own].map(tokenizer.cost(ofPiece:)),
      values: Array(states[start..<start + own.count * Embedding.width]))
  }
}
