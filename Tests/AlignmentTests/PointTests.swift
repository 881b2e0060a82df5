import Claims
import Ingestion
import Language
import Source
import Testing

@testable import Alignment

@Suite("Claims of several accounts become points")
struct PointTests {
  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  private static let accounts = [
    Reading.account(
      "A",
      "The ferry hit the north pier at 07:40. Fourteen people were injured. Fog lay over the bay."),
    Reading.account(
      "B",
      "The ferry struck the north pier at 07:40. Eleven people were injured. The bar sells soup."),
    Reading.account("C", "A ferry ran into the pier in the north. The bay was covered in fog."),
  ]

  private func points(_ accounts: [Account], reversingClaims: Bool = false) throws -> [Point] {
    let analyzed = try Reading.analyzed(accounts)
    let claims = try Reading.claims(of: analyzed)
    return try PointAligner(encoder: Self.encoder.get())
      .points(of: reversingClaims ? claims.reversed() : claims, in: analyzed)
  }

  private func outline(_ points: [Point]) -> [String] {
    points.map { point in
      let claims = point.claims.map(\.id).joined(separator: " ")
      let verdicts = point.stances.sorted { $0.key < $1.key }
        .map { "\($0.key) \($0.value.verdict)" }
      return "\(point.id) \(point.summary) \(claims) \(verdicts)"
    }
  }

  @Test("who gives other figures than the claim by which a point is told states it in part")
  func otherFigures() throws {
    let points = try points([
      Reading.account("A", "About 3,600 dockers at Leeds joined the strike on Monday."),
      Reading.account("B", "About 3,600 dockers joined the strike at Leeds on Monday."),
      Reading.account("C", "About 4,200 dockers at Leeds joined the strike on Monday."),
    ])
    let point = try #require(points.first)
    #expect(Set(point.claims.map(\.account)) == ["A", "B", "C"])
    #expect(point.verdict(of: "A") == .stated)
    #expect(point.verdict(of: "B") == .stated)
    #expect(point.verdict(of: "C") == .partly)
  }

  @Test("what accounts begin with is one point, though words stand before it in one of them")
  func leading() throws {
    let points = try points([
      Reading.account(
        "A", "President Lind spoke today with President Berg. Snow fell in the north."),
      Reading.account(
        "B",
        "So while this call took place at the request of the other side, it fits our views. Bread is dear."
      ),
    ])
    let point = try #require(points.first)
    #expect(Set(point.claims.map(\.account)) == ["A", "B"])
  }

  @Test(
    "two things that one account tells of a matter do not keep another account from joining one of them"
  )
  func sameAccount() throws {
    let points = try points([
      Reading.account(
        "A",
        "The council will close the old harbour bridge in May. The old harbour bridge is closed to lorries by the council."
      ),
      Reading.account("B", "In May the council closes the harbour bridge."),
    ])
    let joined = try #require(points.first { Set($0.claims.map(\.account)) == ["A", "B"] })
    #expect(joined.claims.filter { $0.account == "A" }.count == 1)
  }

  @Test("a point is told without what an account that states it leaves out")
  func common() throws {
    let points = try points([
      Reading.account(
        "A", "The ministers Lind and Berg talked in Oslo with the envoy for 40 minutes."),
      Reading.account(
        "B", "The ministers Lind and Berg talked in Oslo with the envoy of the bank, Ada Moen."),
    ])
    let point = try #require(points.first)
    #expect(point.statingAccounts == ["A", "B"])
    #expect(!point.summary.contains("40 minutes"))
    #expect(point.summary.contains("Oslo"))
  }

  @Test("every claim stands in exactly one point; details of claims stand in others")
  func partition() throws {
    let analyzed = try Reading.analyzed(Self.accounts)
    let claims = try Reading.claims(of: analyzed).map(\.id)
    let found = try points(Self.accounts).flatMap(\.claims).filter { $0.whole == nil }.map(\.id)
    #expect(found.sorted() == claims.sorted())
  }

  @Test("every point tells what each account does with it")
  func stances() throws {
    for point in try points(Self.accounts) {
      #expect(point.stances.keys.sorted() == ["A", "B", "C"])
    }
  }

  @Test("what one sentence says twice is not one point")
  func oneSentence() throws {
    for point in try points([
      Reading.account("A", "The mayor opened the school and the mayor opened the new school."),
      Reading.account("B", "The mayor opened the school."),
    ]) {
      let places = point.claims.map { "\($0.account) \($0.sentence)" }
      #expect(Set(places).count == places.count)
    }
  }

  @Test("the same words in two accounts are one point")
  func sameWords() throws {
    let text = "The ferry struck the north pier at 07:40."
    let found = try points([Reading.account("A", text), Reading.account("B", text)])
    #expect(found.map(\.statingAccounts) == [["A", "B"]])
    #expect(found.map(\.summary) == ["The ferry struck the north pier at 07:40"])
  }

  @Test("what has nothing to do with one another stays apart")
  func unlike() throws {
    let found = try points([
      Reading.account("A", "The ferry struck the north pier at 07:40."),
      Reading.account("B", "The bakery sells bread made of rye."),
    ])
    #expect(found.map(\.statingAccounts) == [["A"], ["B"]])
  }

  @Test("the order of the accounts changes nothing")
  func accountOrder() throws {
    #expect(try outline(points(Self.accounts)) == outline(points(Self.accounts.reversed())))
  }

  @Test("the order of the claims changes nothing")
  func claimOrder() throws {
    let expected = try outline(points(Self.accounts))
    #expect(try outline(points(Self.accounts, reversingClaims: true)) == expected)
  }

  @Test("an account that repeats another states the point, but not for itself")
  func repetition() throws {
    let point = try #require(
      try points([
        Reading.account("A", "The two ministers met for an hour.", publisher: "Ministry of Trade"),
        Reading.account("B", "The ministry of trade said that the two ministers met for an hour."),
      ]).first)
    #expect(point.statingAccounts == ["A", "B"])
    #expect(point.independentAccounts == ["A"])
    #expect(point.stances["B"]?.repeats == ["A"])
  }

  @Test("no claims make no points")
  func nothing() throws {
    #expect(try points([Reading.account("A", ""), Reading.account("B", "")]).isEmpty)
  }

  @Test(
    "who says otherwise does not state a point, though nothing proves that one is wrong",
    arguments: [
      ("The envoy was expelled from the talks by the mediators.", "The envoy left the talks."),
      (
        "The club sold the stadium to the city on Monday.",
        "The club did not sell the old stadium to the city."
      ),
      ("The shops of the chain will be open again.", "The shops of the chain will remain closed."),
      ("The talks lasted nine hours.", "The talks went on for six and a half hours."),
      (
        "Norway plans to lower its tariff on cars on 1 July.",
        "Norway will lower its tariff on cars on 1 October."
      ),
      (
        "In Oslo both sides discussed the reopening of the embassies in May.",
        "The two sides agreed to reopen their embassies."
      ),
      (
        "Norway must free the crew of the Aurora now.",
        "The crew of the Aurora was freed on Monday."
      ),
      (
        "Lasko was released from prison in Oslo on Monday.",
        "Lasko was detained in prison in Oslo on Monday."
      ),
    ])
  func saysOtherwise(first: String, second: String) throws {
    let points = try points([Reading.account("A", first), Reading.account("B", second)])
    let point = try #require(points.first { Set($0.claims.map(\.account)).count == 2 })
    #expect(!(point.verdict(of: "A") == .stated && point.verdict(of: "B") == .stated))
  }

  @Test(
    "words that only look like their opposites are said of one thing",
    arguments: [
      (
        "The exports of Norway declined 3 per cent in May.",
        "The exports of Norway fell 3 per cent in May."
      ),
      (
        "Norway and Chile held talks on trade on Monday.",
        "Norway and Chile discussed free trade on Monday."
      ),
      (
        "The council called for a ceasefire in May.",
        "The council renewed its demand for a ceasefire in May."
      ),
    ])
  func saysTheSame(first: String, second: String) throws {
    let points = try points([Reading.account("A", first), Reading.account("B", second)])
    let point = try #require(points.first { Set($0.claims.map(\.account)).count == 2 })
    #expect(point.verdict(of: "A") == .stated)
    #expect(point.verdict(of: "B") == .stated)
  }

  @Test("a negation inside of a claim is not its own")
  func embeddedNegation() throws {
    let points = try points([
      Reading.account("A", "The guards found a drain that had not been cleaned for weeks."),
      Reading.account("B", "The drain had not been cleaned for weeks, the guards found."),
    ])
    let point = try #require(points.first { Set($0.claims.map(\.account)).count == 2 })
    #expect(point.verdict(of: "A") == .stated)
    #expect(point.verdict(of: "B") == .stated)
  }

  @Test("whoever a point is told by does not contradict it")
  func teller() throws {
    let points = try points([
      Reading.account("A", "The club sold the stadium to the city on Monday."),
      Reading.account("B", "The club did not sell the stadium."),
    ])
    let point = try #require(points.first { !$0.disagreements.isEmpty })
    let claim = try #require(point.claims.first { $0.text.capitalizingFirst == point.summary })
    #expect(point.verdict(of: claim.account) == .stated)
  }

  @Test("of claims that stand as near to the others, the one tells a point that says least besides")
  func leastBesides() throws {
    let points = try points([
      Reading.account("A", "The ferry from Oslo hit the north pier at 07:40 on 3 May."),
      Reading.account("B", "The ferry hit the north pier at 07:40."),
      Reading.account("C", "At 07:40 the ferry struck the north pier of the bay."),
    ])
    let point = try #require(points.first { Set($0.claims.map(\.account)).count == 3 })
    #expect(point.summary == "The ferry hit the north pier at 07:40")
  }

  @Test("a claim whose pronoun stands for nobody known does not tell a point where another can")
  func openPronoun() throws {
    let points = try points([
      Reading.account("A", "The ferry hit their pier at 07:40."),
      Reading.account("B", "The large ferry hit the pier at 07:40."),
    ])
    let point = try #require(points.first { Set($0.claims.map(\.account)).count == 2 })
    #expect(point.summary == "The large ferry hit the pier at 07:40")
  }

  @Test("a longer claim tells a point before one that gives a time which nobody else gives")
  func ownValue() throws {
    let points = try points([
      Reading.account("A", "The old ferry hit the pier at 07:40."),
      Reading.account("B", "The old ferry hit the pier of the harbour."),
      Reading.account("C", "The old ferry struck the pier of the harbour."),
    ])
    let point = try #require(points.first { Set($0.claims.map(\.account)).count == 3 })
    #expect(!point.summary.contains("07:40"))
  }
}
