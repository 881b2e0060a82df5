import Testing

@testable import Claims

@Suite("Who says a Japanese claim")
struct JapaneseVoiceTests {
  private func claims(_ text: String) throws -> [Claim] {
    try Reading.claims(text, language: .japanese)
  }

  @Test(
    "a verb of saying names the source, and what it reports is the claim",
    arguments: [
      ("運輸局は船が沈んだと発表した。", "運輸局"), ("船が沈んだと運輸局は述べた。", "運輸局"),
      ("運輸局長から、船が沈んだ旨述べました。", "運輸局長"), ("運輸局は、船が沈んだことを明らかにした。", "運輸局"),
      ("運輸局は船が沈んだとしている。", "運輸局"), ("運輸局は船が沈んだと明らかにした。", "運輸局"), ("運輸局は「船が沈んだ」と語った。", "運輸局"),
    ])
  func reported(sentence: String, source: String) throws {
    let claim = try #require(try claims(sentence).first)
    #expect(claim.text == "船が沈んだ")
    #expect(claim.voice.source == source)
  }

  @Test(
    "a phrase names the source of the whole sentence",
    arguments: [
      ("運輸局によると、船が沈み、2人が死亡した。", "運輸局"), ("運輸局によりますと、船が沈み、2人が死亡した。", "運輸局"),
      ("運輸局の発表では、船が沈み、2人が死亡した。", "運輸局"),
    ])
  func sourcePhrase(sentence: String, source: String) throws {
    let claims = try claims(sentence)
    #expect(claims.count == 2)
    #expect(claims.allSatisfy { $0.voice.source == source })
    #expect(claims.allSatisfy { !$0.text.contains("運輸局") })
  }

  @Test("each sentence in quotation brackets is said by whoever is quoted")
  func quotedSentences() throws {
    let claims = try claims("町長は「道路は使えない。橋は無事だ」と話した。")
    #expect(claims.map(\.text) == ["道路は使えない", "橋は無事だ"])
    #expect(claims.allSatisfy { $0.voice.source == "町長" })
  }

  @Test("what stands beside the reported clause is said by the account")
  func besideReport() throws {
    let claims = try claims("町長は橋は無事だと述べ、道路の封鎖を決めた。")
    #expect(claims.map(\.voice.source) == ["町長", nil])
    #expect(claims.last?.text == "町長は道路の封鎖を決めた")
  }

  @Test("nobody is named by とみられる or という", arguments: ["船は沈んだとみられる。", "船は沈んだという。"])
  func hearsay(sentence: String) throws {
    let claim = try #require(try claims(sentence).first)
    #expect(claim.voice == .account)
    #expect(claim.modality == .hearsay)
    #expect(claim.actors.map(\.text) == ["船"])
  }
}
