import Claims
import Language
import Source
import Testing

@Suite("The parts of a claim that could be left out of it")
struct DetailTests {
  private func details(_ text: String, language: LanguageTag = .english) throws -> [Detail] {
    try Reading.claims(text, language: language).flatMap(\.details)
  }

  private func texts(_ text: String, language: LanguageTag = .english) throws -> [String] {
    try details(text, language: language).map(\.text)
  }

  @Test("a phrase with a preposition reads with who does what, without the other phrases")
  func phrase() throws {
    let found = try texts("The mayors met on Friday for forty minutes.")
    #expect(found.contains("The mayors met for forty minutes"))
    #expect(found.contains("The mayors met on Friday"))
  }

  @Test("each item of a list can be left out alone")
  func items() throws {
    let found = try texts("The plan provides money for schools, hospitals and roads.")
    #expect(found.contains { $0.contains("hospitals") && !$0.contains("schools") })
  }

  @Test("a value that stands before its noun is a detail")
  func value() throws {
    let found = try details("The presidents had an hour-long phone call.")
    #expect(found.contains { $0.text.contains("hour-long") })
  }

  @Test("what says that something is so stays with the clause that it introduces")
  func state() throws {
    let found = try texts("The minister made clear that the embassy would stay open until June.")
    #expect(found.contains { $0.hasPrefix("The minister made clear that the embassy") })
  }

  @Test("a clause with a subject of its own reads by itself, whatever it hangs on")
  func clause() throws {
    let found = try texts("The brake had failed before the tram hit the barrier in Mill Street.")
    #expect(found.contains("the tram hit the barrier in Mill Street"))
  }

  @Test("a clause that reads by itself does without the word that joins it, be that an adverb")
  func when() throws {
    let found = try texts("The tram was empty when the brake failed in Mill Street.")
    #expect(found.contains("the brake failed in Mill Street"))
  }

  @Test("the adverb by which something is so stays in each detail")
  func adverbOfState() throws {
    let found = try texts("The lights were off by 21:30 in the old town.")
    #expect(!found.isEmpty)
    for text in found { #expect(text.hasPrefix("The lights were off")) }
  }

  @Test("a sum of money keeps its currency, and a unit its number")
  func money() throws {
    let found = try texts(
      "The council will pay $55 per tree for 400 trees at the close of the sale.")
    for text in found where text.contains("55") { #expect(text.contains("$55")) }
    for text in found where text.contains("trees") { #expect(text.contains("400 trees")) }
    #expect(!found.isEmpty)
  }

  @Test("what leaves nothing out of its claim is no detail of it")
  func whole() throws {
    #expect(try texts("The goat ate hats.").isEmpty)
  }

  @Test("a number is not cut")
  func number() throws {
    let found = try details("地震の規模を示すマグニチュードは7.6だった。", language: .japanese)
    for detail in found {
      #expect(detail.text.contains("7.6") || !detail.text.contains(where: \.isNumber))
    }
  }

  @Test(
    "an owner is named whole, and a noun that says nothing by itself keeps the clause that tells what it is"
  )
  func owners() throws {
    let goals = try texts(
      "The minister named the two countries' shared goal of a free and open sea.")
    for text in goals where text.contains("countries") {
      #expect(text.contains("the two countries'"))
    }
    #expect(goals.contains { $0.contains("goal") })
    let plans = try texts("取引は、規制当局の審査を経て、来年4月に完了する見込みだ。", language: .japanese)
    for text in plans where text.contains("見込み") { #expect(text.contains("完了する見込み")) }
    #expect(!plans.isEmpty)
  }

  @Test("of a clause that tells what a noun is, a detail in it has its own part alone")
  func partOfClause() throws {
    let found = try texts("両大臣は、会合をできるだけ早い時期に東京で開催することで一致した。", language: .japanese)
    #expect(found.contains { $0.contains("東京で開催すること") && !$0.contains("早い時期") })
  }

  @Test("a verb that shares its subject with another claim keeps it")
  func sharedSubject() throws {
    let found = try texts(
      "The purchase costs 40 million yen and raises the output to 86 tons of steel.")
    for text in found where text.contains("raises") { #expect(text.contains("The purchase")) }
    #expect(found.contains { $0.contains("raises") })
  }

  @Test("a part of what stands in a bracket is not told without the rest of it")
  func insertion() throws {
    let found = try texts(
      "On May 3, commencing at 10:15 (local time; 19:15 in Seoul), Mr. Kim met Mr. Lee in Bonn.")
    for text in found where text.contains("19:15") {
      #expect(text.contains("10:15 (local time; 19:15 in Seoul)"))
    }
    #expect(found.contains { $0.contains("Mr. Kim met") && $0.contains("in Bonn") })
  }

  @Test("a bare noun that makes one predicate with a verb and its object stays with them")
  func completion() throws {
    let found = try texts(
      "Taking the weather and the tide into account, the harbour master closed the port.")
    let taking = found.filter { $0.contains("Taking") }
    #expect(!taking.isEmpty)
    for text in taking { #expect(text.contains("into account")) }
  }

  @Test("the short name of what stands before it, in brackets, is no detail")
  func shortName() throws {
    let text = "The mayors spoke of the Harbour Renewal Plan (HRP) and of the old ferry pier."
    let own = try details(text).map { detail in
      detail.words.map { SourceText(text)[$0] }.joined(separator: " ")
    }
    #expect(!own.contains("HRP"))
    #expect(own.contains { $0.contains("Harbour Renewal Plan") })
  }

  @Test("no comma is left of an addition that a detail does without")
  func strayComma() throws {
    let found = try texts(
      """
      On May 3, Mr. Ben ROY, Minister for Foreign Affairs, who was in Oslo for the Harbour Meeting, met for 25 \
      minutes with the Honorable Ada Lovell.
      """)
    #expect(found.contains { $0.hasPrefix("Mr. Ben ROY met") })
    #expect(!found.contains { $0.contains("ROY,") && !$0.contains("Minister") })
  }

  @Test("a noun that only names what its verb performs is no detail")
  func performed() throws {
    let found = try texts("市長は金曜日に知事と会談を行った。", language: .japanese)
    #expect(!found.contains("市長は会談を行った"))
    #expect(found.contains { $0.contains("知事と") })
  }

  @Test("a detail's own words end before the particle that only marks what they are to the verb")
  func marks() throws {
    let text = "両市長は金曜日に市役所の改修で一致した。"
    let own = try details(text, language: .japanese).flatMap(\.words).map { SourceText(text)[$0] }
    #expect(own.contains("市役所"))
    #expect(own.contains("市役所の改修"))
  }

  @Test("words that are written in one with a dot between them keep it")
  func middleDot() throws {
    let found = try texts("両大臣は、港で同盟の抑止力・対処力を強化した。", language: .japanese)
    #expect(found.contains { $0.contains("抑止力・対処力") })
    #expect(!found.contains { $0.contains("抑止力対処力") })
  }

  @Test("an item of the object keeps the verb, wherever the parser hangs it")
  func itemOfObject() throws {
    let found = try texts(
      "The union wants a rise of 8 per cent, backdated to January, and an end to compulsory night shifts."
    )
    #expect(found.contains { $0.hasPrefix("The union wants an end to") })
    #expect(!found.contains { $0.hasPrefix("The union an end") })
  }

  @Test("a word keeps those that hyphens tie to it")
  func hyphens() throws {
    let found = try texts(
      "The company has offered a pay rise of 5 per cent over two years and a one-off payment.")
    for text in found where text.contains("payment") { #expect(text.contains("one-off payment")) }
    #expect(found.contains { $0.contains("payment") })
  }

  @Test("a verb that says nothing without its noun with に or と keeps it")
  func demanded() throws {
    let found = try texts("港でのストは1998年以来、26年ぶりとなる。", language: .japanese)
    #expect(found.contains { $0.contains("1998年以来") })
    for text in found { #expect(text.contains("26年ぶりとなる")) }
  }

  @Test("a counter keeps its number")
  func counter() throws {
    let found = try texts("12月11日、午後0時20分から両大臣は会談した。", language: .japanese)
    for text in found where text.contains("時") { #expect(text.contains("0時")) }
    #expect(found.contains { $0.contains("20分") })
  }

  @Test("a Japanese phrase keeps its particle and the predicate")
  func japanese() throws {
    let found = try texts("両市長は金曜日に市役所で会談した。", language: .japanese)
    #expect(found.contains { $0.contains("市役所で") && $0.contains("会談した") })
  }

  @Test("a detail as a claim has the values and names that stand in its words")
  func part() throws {
    let claim = try #require(
      try Reading.claims("The mayors met for forty minutes at 10:30.").first)
    let detail = try #require(claim.details.first { $0.text.contains("forty minutes") })
    let part = claim.part(detail)
    #expect(part.whole == claim.id)
    #expect(part.values.map(\.kind) == [.duration])
    #expect(part.account == claim.account)
  }

  @Test("what stands behind an article stays there, since its form rests on it")
  func article() throws {
    let found = try texts("The truce is to hold along the river for an initial period of 90 days.")
    #expect(!found.contains { $0.contains("an period") })
    #expect(found.contains { $0.contains("an initial period") })
  }

  @Test("two prepositions that are one stay together")
  func jointPrepositions() throws {
    let found = try texts("The envoy left the talks in Bonn on Monday because of illness.")
    #expect(!found.contains { $0.hasSuffix("because illness") || $0.hasSuffix("because of") })
  }

  @Test("a share keeps its \"per cent\"")
  func perCent() throws {
    let found = try texts(
      "Turnout was 44.2 per cent, as against 51.7 per cent in the first round on 6 October.")
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { !$0.contains("44.2") || $0.contains("44.2 per cent") })
  }
}
