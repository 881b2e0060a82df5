import Testing

@testable import Claims

@Suite("Who acts in an English clause")
struct EnglishActorTests {
  @Test("who bears an office that is named first acts")
  func nameBehindOffice() throws {
    let claims = try Reading.claims("The Minister of Defence, Ada Lind, opened the bridge.")
    #expect(claims.first?.actors.map(\.text) == ["Ada Lind"])
    let two = try Reading.claims("Two ministers, Taro Ono and Ada Berg, opened the bridge.")
    #expect(two.first?.actors.map(\.text) == ["Taro Ono", "Ada Berg"])
  }
}
