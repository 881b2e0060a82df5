import Language
import Source
import Testing

@testable import Alignment

@Suite("What background sentences have in common")
struct BackgroundVectorTests {
  @Test("the vectors that are kept are those that the encoder makes of the sentences")
  func areOfTheEncoder() throws {
    let encoder = try SentenceEncoder(store: ModelStore(), arithmetic: .float)
    let (kept, made) = (try BackgroundVectors(), try BackgroundVectors(encoder: encoder))
    for part in BackgroundVectors.Part.allCases {
      #expect(Set(kept[part].keys) == [.english, .japanese])
      for (language, vector) in made[part] {
        let difference = try #require(kept[part][language]).subtracting(vector)
        #expect(difference.norm < 1e-3, "\(part) \(language)")
      }
    }
  }
}
