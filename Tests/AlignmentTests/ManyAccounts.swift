import Ingestion
import SeededRandomness

/// Accounts made of a table of sentences, more of them than anyone would write: they share some facts in other words
/// and have some of their own.
enum ManyAccounts {
  private static let towns = [
    "Ashby", "Brill", "Corby", "Deal", "Epping", "Frome", "Goole", "Hythe", "Ilkley", "Jarrow",
    "Kelso", "Louth",
  ]
  private static let things = [
    "library", "mill", "chapel", "theatre", "bakery", "museum", "station", "brewery", "school",
    "harbour",
  ]
  private static let bodies = [
    "fire service", "river board", "health office", "rail company", "coast guard", "farmers' union",
  ]

  /// The ways to say what a fact of each sort says.
  private static let templates: [[String]] = [
    ["The # of @ was flooded.", "Water stood in the # of @.", "The flood reached the # of @."],
    ["% people left their homes in @.", "In @, % residents were evacuated."],
    ["The & sent % boats to @.", "% boats of the & reached @."],
    ["The road to @ was closed at noon.", "At noon, traffic to @ was stopped."],
    ["The # in @ will be rebuilt within % months.", "Rebuilding the # in @ will take % months."],
    ["The & warned @ in the night.", "A warning by the & reached @ at night."],
    ["A baker from @ gave bread to the &.", "The & got bread from a baker in @."],
    ["Mud filled the cellar of the # in @.", "The cellar of the # in @ was full of mud."],
    ["The & promised @ a new dam.", "@ is to get a new dam from the &."],
    ["% sheep drowned near @.", "Near @, % sheep were lost in the water."],
  ]

  private struct Fact {
    let template: Int
    let words: [Character: String]

    init(_ generator: inout SeededGenerator) {
      template = Int.random(in: 0..<templates.count, using: &generator)
      words = [
        "@": towns.randomElement(using: &generator) ?? "",
        "#": things.randomElement(using: &generator) ?? "",
        "&": bodies.randomElement(using: &generator) ?? "",
        "%": "\(Int.random(in: 3...400, using: &generator))",
      ]
    }

    func text(_ generator: inout SeededGenerator) -> String {
      let text = templates[template].randomElement(using: &generator) ?? ""
      return text.map { words[$0] ?? String($0) }.joined()
    }
  }

  /// So many accounts of so many sentences each; the same for the same seed.
  static func accounts(_ count: Int, sentences: Int, seed: UInt64) -> [Account] {
    var generator = SeededGenerator(seed: seed)
    let shared = (0..<(count * sentences / 4)).map { _ in Fact(&generator) }
    return (0..<count).map { number in
      let told = (0..<sentences).map { index in
        index % 3 == 2
          ? Fact(&generator) : shared.randomElement(using: &generator) ?? Fact(&generator)
      }
      let texts = told.map { $0.text(&generator) }
      return Reading.account("A\(100 + number)", texts.joined(separator: " "))
    }
  }
}
