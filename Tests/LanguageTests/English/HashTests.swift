import Testing

@testable import Language

@Suite("hashes are those of spaCy and thinc")
struct HashTests {
  @Test("a string's hash is MurmurHash64A of its UTF-8 form")
  func strings() {
    #expect(StringHash.hash("coffee") == 3_197_928_453_018_144_401)
    #expect(StringHash.hash("") == 14_313_749_767_032_693_980)
    #expect(StringHash.hash("a") == 11_901_859_001_352_538_922)
    #expect(StringHash.hash("Liverpool") == 2_710_290_316_118_797_738)
    #expect(StringHash.hash("東京") == 9_360_021_637_096_476_946)
    #expect(StringHash.hash("12345678") == 9_871_996_032_675_327_904)
    #expect(StringHash.hash("internationalization") == 13_482_343_820_443_705_570)
  }

  @Test("symbols are known by their number, the empty string by 0")
  func symbols() throws {
    let symbols = try Fixture.components.get().vocabulary.symbols
    #expect(symbols.identifier("") == 0)
    #expect(symbols.identifier("det") == 415)
    #expect(symbols.identifier("ORG") == 383)
    #expect(symbols.identifier("NORM") == 67)
    #expect(symbols.identifier("coffee") == 3_197_928_453_018_144_401)
  }

  @Test("an embedding's rows are found by the shortened MurmurHash3")
  func embeddings() {
    #expect(EmbeddingHash.hash(0, seed: 8) == (0, 0, 0, 0))
    #expect(
      EmbeddingHash.hash(1, seed: 8)
        == (1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281))
    #expect(
      EmbeddingHash.hash(3_197_928_453_018_144_401, seed: 13)
        == (3_135_765_659, 3_773_144_255, 3_201_613_701, 4_191_575_974))
  }

  @Test("an index keeps all keys, also those that share a slot")
  func index() {
    var index = HashIndex(capacity: 2)
    let keys = (0..<1_000).map { UInt64($0) << 40 }
    for (place, key) in keys.enumerated() { index[key] = Int32(place) }
    index[keys[7]] = 4
    #expect(index.count == 1_000)
    #expect(index[keys[7]] == 4)
    #expect(index[keys[999]] == 999)
    #expect(index[1] == -1)
  }
}
