import CrossreadKit
import Testing

@testable import Findings

@Suite("What accounts say of the event itself")
struct FacetTests {
  @Test("the form is what the meeting is called, or the means by which it was held")
  func form() async throws {
    let comparison = try await Comparing.comparison(
      Comparing.account(
        "A", "Minister Ada Lovell and Minister Ben Roy held a telephone call on 2 March 2024."),
      Comparing.account("B", "Minister Ben Roy spoke by video with Minister Ada Lovell today."))
    let form = try #require(comparison.facets.first { $0.kind == .form })
    #expect(form.statements(of: "A").map(\.text) == ["telephone call"])
    #expect(form.statements(of: "B").map(\.text) == ["video"])
  }

  @Test("another word for the form is neither an omission nor a difference")
  func wordOfForm() async throws {
    let found = try await Comparing.findings(
      Comparing.account("A", "The president and the chancellor held talks in Bonn."),
      Comparing.account("B", "The president met the chancellor in Bonn."))
    #expect(!found.contains { $0.type == "form" })
  }

  @Test("whoever visits a place is there, in Japanese too")
  func visited() async throws {
    let comparison = try await Comparing.comparison(
      Comparing.account("A", "札幌を訪れている西田外相は、3月2日、オノ大臣と会談した。", language: .japanese),
      Comparing.account("B", "西田外相は3月2日、札幌でオノ大臣と会談した。", language: .japanese))
    let places = comparison.facets.first { $0.kind == .place }
    #expect(places?.statements(of: "A").map(\.text) == places?.statements(of: "B").map(\.text))
    #expect(places?.statements(of: "A").isEmpty == false)
  }

  @Test("a day that is counted from one which is not known is no date of the event")
  func openDay() async throws {
    let text =
      "The dockers of Leeds met the owners two days from Monday for talks about the strike."
    let comparison = try await Comparing.comparison(
      Comparing.account("A", text, day: nil), Comparing.account("B", text, day: nil))
    #expect(!comparison.facets.contains { $0.kind == .date })
  }

  @Test("a name that tells where something was is no participant, whatever it is taken for")
  func placeNamedLikeAPerson() async throws {
    let comparison = try await Comparing.comparison(
      Comparing.account("A", "The library in Mill Lane opened its doors again on 4 March 2023."),
      Comparing.account("B", "The Mill Lane library opened its doors again on 4 March 2023."))
    let people = comparison.facets.first { $0.kind == .participants }?.statements.map(\.text) ?? []
    #expect(!people.contains("Mill Lane"))
  }

  @Test("the city that is named by its sort is the place, as the name alone is")
  func city() async throws {
    let comparison = try await Comparing.comparison(
      Comparing.account(
        "A",
        "Minister Ada Lovell met Minister Ben Roy in the Swiss city of Geneva on 2 March 2024."),
      Comparing.account("B", "Minister Ada Lovell met Minister Ben Roy in Geneva on 2 March 2024."))
    let places = comparison.facets.first { $0.kind == .place }
    #expect(places?.statements(of: "A").map(\.text) == ["Geneva"])
    #expect(places?.statements(of: "B").map(\.text) == ["Geneva"])
  }

  @Test("what is to come is not what the accounts are about, though they tell it first")
  func whatIsToCome() async throws {
    let text =
      "The tariff on cars will fall to four per cent on 1 October. "
      + "A storm hit the harbour of Bergen on 2 May."
    let comparison = try await Comparing.comparison(
      Comparing.account("A", text), Comparing.account("B", text))
    let dates = comparison.facets.first { $0.kind == .date }?.statements.map(\.text) ?? []
    #expect(Set(dates) == ["2 May 2024"])
  }

  @Test("a date that is to come is the next one, be one that is past nearer")
  func comingDate() async throws {
    let text = "The tariff on cars will fall to four per cent on 1 December."
    let comparison = try await Comparing.comparison(
      Comparing.account("A", text), Comparing.account("B", text))
    let dates = comparison.facets.first { $0.kind == .date }?.statements.map(\.text) ?? []
    #expect(Set(dates) == ["1 December 2024"])
  }

  @Test("an hour that is counted from another is neither a date nor a time of the event")
  func openHour() async throws {
    let text = "The dockers of Leeds met the owners an hour later for talks about the strike."
    let comparison = try await Comparing.comparison(
      Comparing.account("A", text), Comparing.account("B", text))
    #expect(!comparison.facets.contains { [.date, .time].contains($0.kind) })
  }

  @Test("how long the talks lasted is told by a sentence of their own too")
  func lengthOfTheTalks() async throws {
    let comparison = try await Comparing.comparison(
      Comparing.account(
        "A",
        "The Minister of Defence, Ada Lind, met with the Minister of Trade, Ben Roy. The talks lasted 50 minutes."
      ),
      Comparing.account("B", "Minister Ada Lind met Minister Ben Roy for 90 minutes."))
    let duration = try #require(comparison.facets.first { $0.kind == .duration })
    #expect(duration.statements(of: "A").map(\.text) == ["50 minutes"])
  }

  @Test("people who are named behind their offices take part")
  func namesBehindOffices() async throws {
    let comparison = try await Comparing.comparison(
      Comparing.account(
        "A", "The Minister of Defence, Ada Lind, met with the Minister of Trade, Ben Roy."),
      Comparing.account("B", "Minister Ada Lind met Minister Ben Roy for 90 minutes."))
    let people = try #require(comparison.facets.first { $0.kind == .participants })
    #expect(people.statements(of: "A").map(\.text) == ["Ada Lind", "Ben Roy"])
  }

  @Test("the country of a minister takes no part, though event.yaml lists it")
  func listedCountry() async throws {
    let event = Event(
      name: "e", title: "e",
      names: [
        NamedEntity(name: "Arlenia", aliases: []), NamedEntity(name: "Ada Lind", aliases: []),
      ],
      accounts: [
        Comparing.account(
          "A", "Minister Ben Roy met with the Secretary of State of Arlenia, Ada Lind."),
        Comparing.account("B", "Minister Ben Roy met Secretary Ada Lind."),
      ])
    let comparison = try await Comparer().comparison(of: event)
    let people = try #require(comparison.facets.first { $0.kind == .participants })
    #expect(people.statements(of: "A").map(\.text) == ["Ben Roy", "Ada Lind"])
  }
}
