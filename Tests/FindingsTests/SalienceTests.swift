import CrossreadKit
import Testing

@testable import Findings

@Suite("Why a finding stands where it stands")
struct SalienceTests {
  private func point(_ text: String, _ words: String) async throws -> Finding {
    let rest = "The mayor met the governor in Leeds."
    let found = try await Comparing.findings(
      Comparing.account("A", "\(rest) The weather was mild. The hall was full. \(text)"),
      Comparing.account("B", rest))
    return try #require(
      found.first { $0.kind == .omission && $0.type == "point" && $0.summary.contains(words) })
  }

  @Test("the reasons add up to the salience", arguments: Comparing.fixtures)
  func sum(event: String) async throws {
    for finding in try await Comparing.comparison(ofFixture: event).findings {
      let sum = finding.because.map(\.weight).reduce(0, +)
      #expect(abs(finding.salience - min(max(sum, 0), 1)) < 0.000_001, "\(finding.summary)")
      #expect(finding.because.contains { $0.factor == .sort }, "\(finding.type)")
    }
  }

  @Test("every sort of finding has a weight of its own")
  func sorts() throws {
    let weights = try SalienceWeights()
    #expect(weights.sorts.values.allSatisfy { $0 > 0 && $0 <= 1 })
    #expect(
      Set(weights.sorts.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
        == Set(Finding.Kind.allCases.map(\.rawValue)))
  }

  @Test("a number makes a point weigh more")
  func values() async throws {
    let number = try await point("The town spent 40 million pounds on trams.", "trams")
    let none = try await point("The town spent money on trams.", "trams")
    #expect(number.because.contains { $0.factor == .values })
    #expect(number.salience > none.salience)
  }

  @Test("a refusal weighs more than a statement of fact")
  func act() async throws {
    let refusal = try await point("The council rejected the new tram line.", "tram")
    let fact = try await point("The council owns the new tram line.", "tram")
    #expect(refusal.salience > fact.salience)
    #expect(refusal.because.contains { $0.factor == .act })
  }

  @Test("a sentence about the text itself is no news")
  func document() async throws {
    let text = "The mayor met the governor in Leeds. The outline of the talks is given below."
    let found = try await Comparing.findings(
      Comparing.account("A", text), Comparing.account("B", text))
    let finding = try #require(
      found.first { $0.kind == .agreement && $0.summary.contains("outline") })
    #expect(finding.because.contains { $0.factor == .document && $0.weight < 0 })
  }

  @Test("of what several accounts agree on, that with which they begin weighs most")
  func opening() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A",
        "The library opened its doors again. The hall was full. The repairs cost 4 million euros."),
      Comparing.account(
        "B", "The library opened its doors again. Tea was served. The repairs cost 4 million euros."
      ))
    let agreements = found.filter { $0.kind == .agreement }
    #expect(agreements.first?.summary.contains("library") == true)
    #expect(agreements.contains { $0.summary.contains("repairs") })
  }

  @Test("what stands at the head of an account weighs more than the same further down")
  func position() async throws {
    let other = Comparing.account("B", "The museum opens a new wing.")
    let rest = "The hall was full. Tea was served. The mayor wore green."
    let told = "The council closed the library."
    let salience = { (text: String) in
      try await Comparing.findings(Comparing.account("A", text), other)
        .first { $0.type == "point" && $0.summary.contains("library") }?.salience
    }
    let first = try #require(try await salience("\(told) \(rest)"))
    let last = try #require(try await salience("\(rest) \(told)"))
    #expect(first > last)
  }

  private func weight(ofValueIn text: String) async throws -> Double {
    try await point(text, "trams").because.first { $0.factor == .values }?.weight ?? 0
  }

  @Test("a sum of money weighs more than a length of time, and that more than the day")
  func kindsOfValues() async throws {
    let sum = try await weight(ofValueIn: "The town bought trams for 40 million pounds.")
    let length = try await weight(ofValueIn: "The town tested trams for 40 days.")
    let day = try await weight(ofValueIn: "The town bought trams on 3 May 2024.")
    #expect(sum > length && length > day && day > 0)
  }

  @Test("that there are two of something is no figure to weigh")
  func two() async throws {
    #expect(try await weight(ofValueIn: "Two companies built the trams.") == 0)
    #expect(try await weight(ofValueIn: "Forty companies built the trams.") > 0)
  }

  @Test("names that others found worth repeating weigh more than names that nobody repeats")
  func repeatedNames() async throws {
    let rest = "The mayor met the governor in Leeds."
    let source = Comparing.account(
      "A", "\(rest) They discussed harbour tolls.", publisher: "Ministry of Trade")
    let salience = { (words: String) in
      try await Comparing.findings(
        source, Comparing.account("B", rest), Comparing.account("N", "\(rest) \(words)")
      ).first { $0.type == "topics" && $0.accounts == ["A"] }?.salience
    }
    let repeated = try #require(
      try await salience("The ministry of trade said that they discussed harbour tolls."))
    let alone = try #require(try await salience("It was raining all day."))
    #expect(repeated > alone)
  }
}
