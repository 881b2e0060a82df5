import Testing

@testable import Claims

@Suite("How a Japanese claim stands to what happened")
struct JapaneseMoodTests {
  private func claim(_ text: String) throws -> Claim {
    try #require(try Reading.claims(text, language: .japanese).first)
  }

  @Test(
    "the ending tells denial from affirmation",
    arguments: [
      ("船は沈まなかった。", Claim.Polarity.denied), ("被害はない。", .denied), ("被害はありません。", .denied),
      ("原因は故障ではない。", .denied), ("連絡は取れていない。", .denied), ("船が沈んだ。", .affirmed),
      ("船は沈むかもしれない。", .affirmed), ("町は急がなければならない。", .affirmed),
      ("町は中止せざるを得ない。", .affirmed), ("議員は知らないわけではない。", .affirmed),
      ("橋は落ちかねない。", .affirmed), ("橋は落ちるに違いない。", .affirmed),
      ("けがは打撲に過ぎない。", .affirmed), ("町は待つしかない。", .affirmed), ("町は待つほかない。", .affirmed),
      ("橋は再開する見込みがない。", .denied), ("橋に近づいてはならない。", .denied),
      ("議員は関与を認めなかった。", .denied), ("議員は関与を否認しているという。", .denied),
    ])
  func polarity(sentence: String, expected: Claim.Polarity) throws {
    #expect(try claim(sentence).polarity == expected)
  }

  @Test("what is denied expressly is denied, and a denial that is denied is not")
  func denial() throws {
    let denial = try claim("会社は、検査に漏れがあったことを否定した。")
    #expect(denial.act?.name == "deny")
    #expect(denial.polarity == .denied)
    #expect(try claim("会社は、検査に漏れがあったことを否定しなかった。").polarity == .affirmed)
  }

  @Test(
    "the ending tells plans, duties and hearsay from facts",
    arguments: [
      ("市長は辞任すべきだ。", Claim.Modality.obligation), ("市長は急がなければならない。", .obligation),
      ("市は橋を直す必要がある。", .obligation), ("市は橋を直したい。", .hope),
      ("市は橋を廃止する方針だ。", .intention), ("市は橋を廃止する方針を固めた。", .intention),
      ("市は橋を廃止する方針を明らかにした。", .intention), ("市は橋を廃止することにした。", .intention),
      ("市は橋を廃止することを決めた。", .intention), ("市は橋を直そうとしている。", .intention),
      ("市は橋を廃止する構えだ。", .intention), ("橋を廃止することになった。", .future),
      ("市長は議員に辞任を求めた。", .obligation), ("市長は議員が辞任するよう求めた。", .obligation),
      ("市は住民に避難を呼びかけた。", .obligation), ("橋に近づいてはならない。", .obligation),
      ("市は待つしかない。", .obligation), ("橋の点検が必要だ。", .obligation), ("市は待つほかない。", .obligation),
      ("市は橋の再開を期待している。", .hope), ("橋は落ちかねない。", .possibility),
      ("橋は落ちるに違いない。", .possibility), ("橋が再び落ちる可能性がある。", .possibility),
      ("橋は来月再開する公算が大きい。", .future), ("橋は落ちたとされる。", .hearsay),
      ("橋は落ちたと報じられた。", .hearsay), ("議会は予算案を可決した。", .fact),
      ("市は橋を直そう。", .intention), ("市長は来月訪韓する予定だ。", .future),
      ("市は緊密に協力していく。", .future), ("市は3月5日に職員を派遣する。", .future),
      ("橋は落ちるかもしれない。", .possibility), ("橋は落ちるだろう。", .possibility),
      ("橋が落ちる恐れがある。", .possibility), ("橋は落ちたらしい。", .hearsay),
      ("橋は落ちたようだ。", .hearsay), ("橋は落ちた模様だ。", .hearsay), ("橋は落ちたという。", .hearsay),
      ("橋は落ちた。", .fact), ("市は橋を直した。", .fact), ("橋は川に架かっている。", .fact),
    ])
  func modality(sentence: String, expected: Claim.Modality) throws {
    #expect(try claim(sentence).modality == expected)
  }

  @Test("what is quoted has the mood of its own ending")
  func quoted() throws {
    let claim = try claim("議員は市長は辞任すべきだと述べた。")
    #expect(claim.modality == .obligation)
    #expect(claim.text == "市長は辞任すべきだ")
  }
}
