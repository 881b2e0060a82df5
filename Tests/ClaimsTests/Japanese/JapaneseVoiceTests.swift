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

  @Test("whoever gives a ground for what they do is its voice, and does it")
  func ground() throws {
    let claims = try claims("運輸局は、船が検査を受けていなかったとして、運航を停止した。")
    #expect(claims.map(\.text) == ["船が検査を受けていなかった", "運輸局は、運航を停止した"])
    #expect(claims.map(\.voice.source) == ["運輸局", nil])
    #expect(claims.map(\.polarity) == [.denied, .affirmed])
  }

  @Test(
    "whoever denies is the voice of the denial",
    arguments: ["船長は、船が沈んだことを否定した。", "船長は、船が沈んだとの報道を否定した。", "船長は「船は無事だ」と否定した。"])
  func denial(sentence: String) throws {
    let claim = try #require(try claims(sentence).first)
    #expect(claim.voice.source == "船長")
    #expect(claim.polarity == .denied)
  }

  @Test("a sentence that only tells who announced it is the voice of the one before")
  func announcement() throws {
    let claims = try claims("港で船が沈んだ。県が29日、発表した。")
    #expect(claims.map(\.text) == ["港で船が沈んだ"])
    #expect(claims.map(\.voice.source) == ["県"])
    let own = try self.claims("港で船が沈んだ。県が29日、対策を発表した。")
    #expect(own.map(\.voice) == [.account, .account])
  }

  @Test("a denial in the passive names nobody")
  func passiveDenial() throws {
    let claim = try #require(try claims("船長の関与は否定された。").first)
    #expect(claim.voice == .account)
    #expect(claim.polarity == .denied)
  }

  @Test("who issued a statement speaks in it")
  func issuer() throws {
    let claim = try #require(try claims("劇場が発表した声明によると、歌手は回復した。").first)
    #expect(claim.voice.source == "劇場")
    #expect(claim.text == "歌手は回復した")
  }

  @Test("what has no subject is said of the matter that it is said about")
  func matter() throws {
    let claim = try #require(try claims("劇場は、歌手が去るとの報道について、事実ではないと述べた。").first)
    #expect(claim.text == "歌手が去るとの報道について、事実ではない")
    #expect(claim.voice.source == "劇場")
    #expect(claim.polarity == .denied)
  }

  @Test(
    "what somebody thinks is theirs to say",
    arguments: ["園長は、柵が低すぎるとの認識を示した。", "園長は、柵が低すぎるという見解を明らかにした。"])
  func opinion(sentence: String) throws {
    let claim = try #require(try claims(sentence).first)
    #expect(claim.text == "柵が低すぎる")
    #expect(claim.voice.source == "園長")
  }

  @Test("what somebody expects is their possibility and no fact")
  func expectation() throws {
    let claim = try #require(try claims("園長は、柵が倒れるとの見方を示した。").first)
    #expect(claim.voice.source == "園長")
    #expect(claim.modality == .possibility)
  }

  @Test("two who share a view are no voice of it")
  func sharedView() throws {
    let claim = try #require(try claims("両園長は、柵が低すぎるとの認識で一致した。").first)
    #expect(claim.voice == .account)
    #expect(claim.act?.name == "agree")
  }

  @Test(
    "where somebody spoke, and when a statement was made, is no source",
    arguments: ["園長は記者会見で、事故を謝罪した。", "動物園は6日の声明で、事故を謝罪した。"])
  func noSource(sentence: String) throws {
    #expect(try claims(sentence).map(\.voice) == [.account])
  }

  @Test("a decision is made and not said")
  func decision() throws {
    let claim = try #require(try claims("劇場は公演を中止することにした。").first)
    #expect(claim.voice == .account)
    #expect(claim.text == "劇場は公演を中止することにした")
  }

  @Test("nobody is named by とみられる or という", arguments: ["船は沈んだとみられる。", "船は沈んだという。"])
  func hearsay(sentence: String) throws {
    let claim = try #require(try claims(sentence).first)
    #expect(claim.voice == .account)
    #expect(claim.modality == .hearsay)
    #expect(claim.actors.map(\.text) == ["船"])
  }

  @Test(
    "a source that is named in mid-sentence says what stands behind it, and nothing before it",
    arguments: [
      ("橋が崩れ、警察によると、3人が死亡した。", "橋が崩れた", "3人が死亡した"),
      ("雨が降り続いており、気象庁によりますと、川が増水した。", "雨が降り続いており", "川が増水した"),
      ("市長は辞任し、地元紙によれば、副市長が代行する。", "市長は辞任し", "副市長が代行する"),
    ])
  func sourceInMidSentence(sentence: String, first: String, second: String) throws {
    let claims = try claims(sentence)
    #expect(claims.map(\.text) == [first, second])
    #expect(claims.map { $0.voice.source == nil } == [true, false])
  }

  @Test(
    "who speaks for the others behind their topic is who acts, and the others do what stands before"
  )
  func speakerBehindTopic() throws {
    let claims = try claims("三外相は、対応について意見交換を行い、北川大臣から問題の解決に向けた協力を求めた。")
    #expect(claims.map { $0.actors.map(\.text) } == [["三外相"], ["北川大臣"]])
    #expect(claims.last?.text == "北川大臣から問題の解決に向けた協力を求めた")
  }

  @Test("of whom one asks for something does not speak for those who ask")
  func askedByOne() throws {
    let claim = try #require(try claims("警察は、目撃者から情報の提供を求めた。").first)
    #expect(claim.actors.map(\.text) == ["警察"])
    #expect(claim.text == "警察は、目撃者から情報の提供を求めた")
  }
}
