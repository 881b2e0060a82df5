import Ingestion
import Source
import Testing

@testable import Claims

@Suite("Who says a claim")
struct VoiceTests {
  @Test(
    "a reporting verb names the source wherever it stands",
    arguments: [
      "The council said that the bridge will open in June.",
      "The bridge will open in June, the council said.",
      "The bridge, the council said, will open in June.",
      "According to the council, the bridge will open in June.",
    ])
  func reportingVerb(sentence: String) throws {
    #expect(try Reading.voice(sentence, of: "open").source == "council")
  }

  @Test("the words that name the source are no part of the claim")
  func withoutReporter() throws {
    #expect(
      try Reading.texts("The bridge, the council said, will open in June.")
        == ["The bridge will open in June"])
  }

  @Test("a unit behind \"per\" is nobody who says it, whatever the recognizer takes it for")
  func rate() throws {
    let claim = try #require(try Reading.claims("Turnout was 79 per cent.").first)
    #expect(claim.text == "Turnout was 79 per cent")
    #expect(claim.voice == .account)
  }

  @Test("an office that is somebody's is not the account of another office")
  func possessedOffice() throws {
    let own = Reading.account("Ole Berg spoke on Monday. His office said the call lasted an hour.")
    let other = Reading.account(
      "The call lasted 50 minutes.", id: "K", publisher: "Office of the President of Norland")
    let claim = try #require(
      try Reading.claims(of: own, beside: [other]).first { $0.text.contains("lasted") })
    #expect(claim.voice.repeatedAccount == nil)
  }

  @Test("each of several reported sentences has the source")
  func coordinatedReports() throws {
    let claims = try Reading.claims(
      "The operator said that the boat had sunk but that the crew was safe.")
    #expect(claims.map(\.text) == ["the boat had sunk", "the crew was safe"])
    #expect(claims.allSatisfy { $0.voice.source == "operator" })
  }

  @Test("\"it said\" is the source that was named last")
  func pronoun() throws {
    let text =
      "The fishery office said that the fleet had grown. The pact, it said, covers herring quotas."
    #expect(try Reading.voice(text, of: "herring").source == "fishery office")
  }

  @Test("a source that is no account of the event repeats none")
  func unknownSource() throws {
    #expect(
      try Reading.voice("The council said that the bridge is safe.", of: "bridge").repeatedAccount
        == nil)
  }

  @Test("an account that names itself speaks for itself")
  func itself() throws {
    #expect(
      try Reading.voice("The Courier said that the bridge is safe.", of: "bridge") == .account)
    #expect(
      try Reading.voice("The Courier denied that the bridge is safe.", of: "bridge") == .account)
  }

  @Test("two accounts that a name fits alike are not told apart by guessing")
  func ambiguous() throws {
    let others = ["A", "B"].map {
      Reading.account("It met.", id: $0, publisher: "Ministry of Transport")
    }
    let account = Reading.account("The transport ministry said that the line is open.")
    let claim = try #require(try Reading.claims(of: account, beside: others).first)
    #expect(claim.voice.source == "transport ministry")
    #expect(claim.voice.repeatedAccount == nil)
  }

  @Test("a source is found by any of the names that the event gives it")
  func aliases() throws {
    let ministry = Reading.account("It met.", id: "M", publisher: "Ministry of Transport")
    let account = Reading.account("Railhouse said that the line is open.")
    let event = Event(
      name: "e", title: "e",
      names: [NamedEntity(name: "Ministry of Transport", aliases: ["Railhouse"])],
      accounts: [ministry, account])
    let directory = SourceDirectory(event: event)
    #expect(directory.account(named: "Railhouse", isPost: false, citedBy: "N") == "M")
  }

  @Test("an embedded post is said by its author")
  func embeddedPost() throws {
    var account = Reading.account("The envoy arrived.\n\nThe treaty matters to all of us.")
    account.embeddedQuotes = [
      EmbeddedQuote(
        range: account.paragraphs[1].range, kind: .post, attribution: "Ada Brook")
    ]
    var post = Reading.account("The treaty matters.", id: "T", publisher: "X")
    post.author = "Ada Brook"
    let claims = try Reading.claims(of: account, beside: [post])
    #expect(claims.map(\.voice.repeatedAccount) == [nil, "T"])
    #expect(claims.map(\.voice.source) == [nil, "Ada Brook"])
  }

  @Test(
    "a byline is its author's with the handle in brackets, without it, and by the handle alone",
    arguments: [
      ("Ada Brook (@adabrook)", "Ada Brook"), ("Ada Brook", "Ada Brook (@adabrook)"),
      ("Ada Brook (@adabrook)", "Ada Brook (@adabrook)"), ("@adabrook", "Ada Brook (@adabrook)"),
      ("Ada Brook（@adabrook）", "Ada Brook"),
    ])
  func bylines(attribution: String, author: String) throws {
    var account = Reading.account("The envoy arrived.\n\nThe treaty matters to all of us.")
    account.embeddedQuotes = [
      EmbeddedQuote(range: account.paragraphs[1].range, kind: .post, attribution: attribution)
    ]
    var post = Reading.account("The treaty matters.", id: "T", publisher: "X")
    post.author = author
    let claims = try Reading.claims(of: account, beside: [post])
    #expect(claims.map(\.voice.repeatedAccount) == [nil, "T"])
  }

  @Test("another author's byline with a handle is not this author's")
  func otherByline() throws {
    var account = Reading.account("The treaty matters to all of us.")
    account.embeddedQuotes = [
      EmbeddedQuote(
        range: account.paragraphs[0].range, kind: .post, attribution: "Ida Rook (@adabrook2)")
    ]
    var post = Reading.account("The treaty matters.", id: "T", publisher: "X")
    post.author = "Ada Brook"
    let claims = try Reading.claims(of: account, beside: [post])
    #expect(claims.map(\.voice.repeatedAccount) == [nil])
  }

  @Test("a paragraph that leads all it attributes to one account is that account's throughout")
  func paragraphOfOneSource() throws {
    let ministry = Reading.account("It met.", id: "M", publisher: "Ministry of Transport")
    let account = Reading.account(
      "The transport ministry said that the line is open. Trains run each hour.\n\nTickets are dear."
    )
    let claims = try Reading.claims(of: account, beside: [ministry])
    #expect(claims.map(\.voice.repeatedAccount) == ["M", "M", nil])
  }

  @Test(
    "what is told of somebody whom that account never names is not that account's",
    arguments: [
      ("The line to Leeds is open.", ["M", "M", nil] as [String?]),
      ("Mayor Adela Brandt welcomed the line.", ["M", "M", "M"]),
    ])
  func newActor(release: String, expected: [String?]) throws {
    let ministry = Reading.account(release, id: "M", publisher: "Ministry of Transport")
    let account = Reading.account(
      "The transport ministry said that the line is open. Trains run each hour. Mayor Adela Brandt opened a fair."
    )
    let claims = try Reading.claims(of: account, besideRead: [ministry])
    #expect(claims.map(\.voice.repeatedAccount) == expected)
  }

  @Test(
    "what stands behind \"per\" is a source where it is somebody, and a unit where it is a bare noun",
    arguments: [
      ("The baker will sell bread for 3 pounds per loaf in Leeds.", Voice.account),
      ("Per the baker, bread will cost 3 pounds.", .reported(name: "baker", account: nil)),
    ])
  func rate(text: String, voice: Voice) throws {
    #expect(try Reading.claims(text).map(\.voice) == [voice])
  }

  @Test("the unit stays in the claim")
  func unit() throws {
    let texts = try Reading.texts("The baker will sell bread for 3 pounds per loaf in Leeds.")
    #expect(texts == ["The baker will sell bread for 3 pounds per loaf in Leeds"])
  }

  @Test("of a post and a statement of one publisher, the post is cited only where a post is")
  func postAndStatement() throws {
    let statement = Reading.account("The mill closes.", id: "S", publisher: "Alder Mills")
    var post = Reading.account("We close.", id: "P", publisher: "Alder Mills")
    post.kind = .post
    let cited = { (text: String) in
      try Reading.claims(of: Reading.account(text), beside: [statement, post]).last?.voice
        .repeatedAccount
    }
    #expect(try cited("Alder Mills said that the mill would close.") == "S")
    #expect(try cited("Alder Mills tweeted that the mill would close.") == "P")
  }

  @Test("who is named as the source before a semicolon says nothing of what stands behind it")
  func semicolon() throws {
    let text = "According to the harbour office, 40 people marched; the union spoke of 90 people."
    #expect(try Reading.voice(text, of: "40 people").source == "harbour office")
    #expect(try Reading.voice(text, of: "90 people").source == nil)
  }

  @Test("what one says before a semicolon is not reported by whoever speaks behind it")
  func twoSpeakers() throws {
    let text =
      "Norway said that the captain was among the freed; Chile insisted that he was still in jail."
    #expect(try Reading.voice(text, of: "among the freed").sources == ["Norway"])
    #expect(try Reading.voice(text, of: "in jail").sources == ["Chile"])
  }

  @Test("a source that is named later in a paragraph does not cover what stands before it")
  func sourceNamedLater() throws {
    let police = Reading.account("The day was calm.", id: "P", publisher: "Port Police")
    let report = Reading.account(
      "A march took place. Shops were looted. According to the Port Police, nine men were hurt. "
        + "Two cars burned.")
    let claims = try Reading.claims(of: report, beside: [police])
    #expect(claims.map(\.voice.repeatedAccount) == [nil, nil, "P", "P"])
  }

  @Test("it does where nobody else of the event names what is told there")
  func sourceOfWhatOnlyItNames() throws {
    let ministry = Reading.account(
      "The ministers spoke of Norway and the Arctic.", id: "P", publisher: "Trade Ministry")
    let other = Reading.account("The ministers spoke.", id: "Q", publisher: "Port Office")
    let report = Reading.account(
      "They spoke of Norway. They ate fish. The Trade Ministry also said they shook hands.")
    let claims = try Reading.claims(of: report, besideRead: [ministry, other])
    #expect(claims.map(\.voice.repeatedAccount) == ["P", nil, "P"])
  }

  @Test(
    "what is told of whoever issued another account is not said by the one that was cited before")
  func publisherOfAnother() throws {
    let norway = Reading.account(
      "Eleven people are missing.", id: "K", publisher: "Government of Norway")
    let chile = Reading.account("Six are in Norway.", id: "Z", publisher: "Government of Chile")
    let report = Reading.account(
      "Chile says that six are in jail. Norway is looking for eleven people. The buses are full.")
    let claims = try Reading.claims(of: report, besideRead: [norway, chile])
    #expect(claims.map(\.voice.repeatedAccount) == ["Z", nil, "Z"])
  }
}
