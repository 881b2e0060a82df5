import Ingestion
import Testing

@testable import Claims

@Suite("Who \"I\" and \"we\" are")
struct FirstPersonTests {
  @Test("in a quotation \"I\" is who is quoted")
  func quoted() throws {
    let text = "\"I signed the pact,\" Minister Clara Holt said."
    #expect(try Referring(text).names("I") == ["Clara Holt"])
  }

  @Test("a quoted \"we\" of one person is not known")
  func quotedSeveral() throws {
    let text = "\"We signed the pact,\" Minister Clara Holt said."
    #expect(try Referring(text).names("We") == nil)
  }

  @Test("\"we\" of a post are its author and whoever was met")
  func post() throws {
    let text = "Glad to have met Minister Marek Dolny today. We talked about fish."
    let referring = try Referring(text, kind: .post, publisher: "Secretary Clara Holt (@holt)")
    #expect(referring.names("We")?.count == 2)
    #expect(referring.claims.last?.actors.map(\.name).contains("Marek Dolny") ?? false)
    #expect(referring.claims.first?.references.first?.form == .omitted)
  }

  @Test("\"we\" of a post that tells of nobody else stay open")
  func postAlone() throws {
    let referring = try Referring("Our boat sank. We swam.", kind: .post, publisher: "Ada Kol")
    #expect(referring.names("We") == nil)
    #expect(referring.names("Our") == nil)
  }

  @Test("\"we\" of a report is nobody whom it tells of")
  func report() throws {
    #expect(try Referring("Clara Holt left. We waited for hours.").names("We") == nil)
  }
}
