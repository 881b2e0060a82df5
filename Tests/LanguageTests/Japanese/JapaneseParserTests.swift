import Source
import Testing

@testable import Language

@Suite("Japanese sentences as trees")
struct JapaneseParserTests {
  private func words(_ text: String) throws -> [Word] {
    let source = SourceText(text)
    let sentences = try JapaneseAnalyzer().sentences(in: source, range: source.range)
    return try #require(sentences.first).words
  }

  /// What a word is to which.
  private func arc(_ word: String, in text: String) throws -> String {
    let words = try words(text)
    let found = try #require(words.first { $0.text == word })
    return "\(found.relation) \(words[found.head].text)"
  }

  @Test(
    "particles mark roles",
    arguments: [
      ("大臣", "大臣は条約に署名した。", "nsubj 署名"), ("大臣", "大臣が条約に署名した。", "nsubj 署名"),
      ("条約", "大臣が条約を批准した。", "obj 批准"), ("条約", "大臣が条約に署名した。", "obl 署名"),
      ("船", "船が修理された。", "nsubj:pass 修理"), ("技師", "船が技師によって修理された。", "obl:agent 修理"),
      ("港", "港の船が沈んだ。", "nmod 船"), ("地震", "地震による被害が出た。", "nmod 被害"),
      ("平和", "平和に向けて努力した。", "obl 努力"),
    ])
  func roles(word: String, sentence: String, expected: String) throws {
    #expect(try arc(word, in: sentence) == expected)
  }

  @Test(
    "a noun with に that stands for a verb has the object before it",
    arguments: [
      ("首相", "両国は、首相の訪問を機に、港を整備した。", "nmod 訪問"), ("訪問", "両国は、首相の訪問を機に、港を整備した。", "obj 機"),
      ("機", "両国は、首相の訪問を機に、港を整備した。", "obl 整備"), ("港", "両国は、首相の訪問を機に、港を整備した。", "obj 整備"),
      ("本", "兄は本を弟に渡した。", "obj 渡し"),
    ])
  func backdrops(word: String, sentence: String, expected: String) throws {
    #expect(try arc(word, in: sentence) == expected)
  }

  @Test(
    "a suffix makes one noun with the adjective or verb before it",
    arguments: [
      ("厳し", "風が厳しさを増した。", "compound さ"), ("さ", "風が厳しさを増した。", "obj 増し"),
      ("風", "風が厳しさを増した。", "nsubj 増し"), ("働き", "大臣が働き方を示した。", "compound 方"),
    ])
  func nominalised(word: String, sentence: String, expected: String) throws {
    #expect(try arc(word, in: sentence) == expected)
  }

  @Test(
    "a noun is described by the clause before it, and the predicate at the end is not",
    arguments: [
      ("訪れ", "首相が訪れた都市で会議が開かれた。", "acl 都市"), ("首相", "首相が訪れた都市で会議が開かれた。", "nsubj 訪れ"),
      ("会議", "首相が訪れた都市で会議が開かれた。", "nsubj:pass 開か"), ("白い", "白い船が来た。", "acl 船"),
      ("この", "この船が来た。", "det 船"),
    ])
  func adnominal(word: String, sentence: String, expected: String) throws {
    #expect(try arc(word, in: sentence) == expected)
  }

  @Test(
    "a topic belongs to the outermost predicate, past what is quoted or described",
    arguments: [
      ("大臣", "大臣は、景気が回復したと述べた。", "nsubj 述べ"), ("景気", "大臣は、景気が回復したと述べた。", "nsubj 回復"),
      ("大臣", "大臣は、新しい橋が開いたことを歓迎した。", "nsubj 歓迎"), ("回復", "大臣は、景気が回復したと述べた。", "ccomp 述べ"),
      ("大臣", "大臣は会見で「橋は無事だ」と語った。", "nsubj 語っ"), ("会見", "大臣は会見で「橋は無事だ」と語った。", "obl 語っ"),
      ("橋", "大臣は会見で「橋は無事だ」と語った。", "nsubj 無事"),
    ])
  func topics(word: String, sentence: String, expected: String) throws {
    #expect(try arc(word, in: sentence) == expected)
  }

  @Test(
    "items of a list hang on the next",
    arguments: [
      ("米国", "米国や英国が参加した。", "conj 英国"), ("鉄道", "鉄道、道路及び港を整備した。", "conj 道路"),
      ("道路", "鉄道、道路及び港を整備した。", "conj 港"), ("首相", "大統領が首相と貿易について協議した。", "obl 協議"),
    ])
  func lists(word: String, sentence: String, expected: String) throws {
    #expect(try arc(word, in: sentence) == expected)
  }

  @Test(
    "clauses are joined to the next one of their like",
    arguments: [
      ("確認", "両国は協力を確認し、共に対応していくことで一致した。", "conj 一致"),
      ("強化", "両国は監視を強化し、共に対応していくことで一致した。", "conj 対応"),
      ("取っ", "社長は責任を取って辞任した。", "advcl 辞任"),
    ])
  func clauses(word: String, sentence: String, expected: String) throws {
    #expect(try arc(word, in: sentence) == expected)
  }

  @Test("a noun with する is a verb, and what comes before it in its run belongs to it")
  func verbalNoun() throws {
    let words = try words("政府は再検討した。")
    let verb = try #require(words.first { $0.text == "検討" })
    #expect(verb.partOfSpeech == .verb)
    #expect(words.first { $0.text == "し" }?.relation == "aux")
    #expect(words.first { $0.text == "再" }?.relation == "compound")
  }

  @Test("digits in full width are one number, with its counter one unit")
  func numbers() throws {
    let words = try words("会談は２５分間行われた。")
    #expect(words.map(\.text).contains("２５"))
    #expect(try arc("２５", in: "会談は２５分間行われた。") == "nummod 分間")
  }

  @Test("what stands in round brackets hangs on the word before it")
  func brackets() throws {
    #expect(try arc("東京", in: "本部（東京）は閉じた。") == "appos 本部")
    #expect(try arc("本部", in: "本部（東京）は閉じた。") == "nsubj 閉じ")
  }

  @Test("words have their reading and form")
  func reading() throws {
    let verb = try #require(try words("大臣は述べた。").first { $0.text == "述べ" })
    #expect(verb.reading == "ノベ")
    #expect(verb.inflection == "連用形")
  }

  @Test(
    "every sentence has one root, and every word leads to it",
    arguments: [
      "。", "「", "）（", "1", "は。", "、、、", "（（（）", "①", "「」と述べた。", "ア　", "を、に、が、", "会談（5分。）した",
    ])
  func trees(text: String) throws {
    let source = SourceText(text)
    for sentence in try JapaneseAnalyzer().sentences(in: source, range: source.range) {
      let words = sentence.words
      #expect(words.indices.filter { words[$0].head == $0 }.count == (words.isEmpty ? 0 : 1))
      for index in words.indices {
        var place = index
        for _ in words.indices where words[place].head != place { place = words[place].head }
        #expect(words[place].head == place)
      }
    }
  }
}
