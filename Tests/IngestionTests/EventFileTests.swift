import Testing

@testable import Ingestion

@Suite("event.yaml")
struct EventFileTests {
  @Test("a mistyped key is an error with its line and what was meant")
  func mistypedKey() throws {
    let error = #expect(throws: IngestionError.self) {
      try EventFile("title: Talks\nplcae: Liverpool\n", file: "event.yaml")
    }
    #expect(error?.line == 2)
    #expect(error?.trouble == .unknownKey(key: "plcae", suggestion: "place"))
  }
}
