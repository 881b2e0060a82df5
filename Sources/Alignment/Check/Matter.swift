import Foundation
import Language

/// What the texts have in common that one claim is checked against, which says nothing about any of them: the
/// middle of their tokens' vectors, and the words that most of them have.
///
/// The fewer texts there are, the more a background of the language counts; one claim and one source have
/// nothing in common but what the claim asks about.
struct Matter: Sendable {
  private let centre: Embedding
  /// How much less a token tells than its rarity in the language says, by its id; 1 for any other.
  private let factors: [Int32: Double]

  /// How many texts about the matter the background counts for.
  private static let backgroundCount = 15.0
  /// The least that a token tells which all of the texts have.
  private static let leastRarity = 0.05

  /// - Parameters:
  ///   - texts: the tokens of the texts of one language, claim and sources, each text once.
  ///   - background: the middle of tokens of texts about nothing in particular.
  /// - Complexity: linear in the number of tokens.
  init(_ texts: [TokenVectors], background: Embedding) {
    let texts = texts.filter { $0.count > 0 }
    let others = max(Double(texts.count) - 2, 0)
    let share = others / (others + Self.backgroundCount)
    guard share > 0 else {
      centre = background
      factors = [:]
      return
    }
    let own = Embedding.mean(texts.map(\.mean))
    centre = background.subtracting(background, scaledBy: Float(share))
      .subtracting(own, scaledBy: -Float(share))
    let total = Double(texts.count + 1)
    var counts: [Int32: Int] = [:]
    for text in texts {
      for piece in Set(text.pieces) { counts[piece, default: 0] += 1 }
    }
    factors = counts.mapValues { count in
      let rarity = max(log(total / Double(count)) / log(total), Self.leastRarity)
      return 1 - share + share * rarity
    }
  }

  /// The tokens of a text as they are compared.
  func tokens(_ tokens: TokenVectors) -> WeighedTokens {
    WeighedTokens(
      vectors: tokens.directions(from: centre),
      weights: zip(tokens.pieces, tokens.costs).map { (factors[$0] ?? 1) * $1 })
  }
}

/// Tokens whose vectors can be compared, each with how much it tells.
struct WeighedTokens: Sendable {
  let vectors: TokenVectors
  let weights: [Double]

  /// Some of the tokens, by their indices.
  func selecting(_ indices: [Int]) -> WeighedTokens {
    WeighedTokens(vectors: vectors.selecting(indices), weights: indices.map { weights[$0] })
  }

  /// No tokens.
  static let none = WeighedTokens(vectors: .none, weights: [])
}
