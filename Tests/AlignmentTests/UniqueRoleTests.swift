import Testing

@testable import Alignment

@Suite("Roles that one alone has, and figures of parts")
struct UniqueRoleTests {
  private func kinds(_ first: String, _ second: String) throws -> [Disagreement.Kind] {
    try Reading.disagreements(
      among: Reading.account("A", first), Reading.account("B", second)
    ).map(\.kind)
  }

  @Test("two who are each told to have chaired one session disagree")
  func sole() throws {
    #expect(
      try kinds("Maria Lopez chaired the session.", "David Miller chaired the session.")
        == [.participants])
  }

  @Test(
    "two who can both have done it do not disagree",
    arguments: [
      ("Maria Lopez praised the session.", "David Miller praised the session."),
      ("Maria Lopez chaired a session.", "David Miller chaired a session."),
      ("Maria Lopez chaired the session on fish.", "David Miller chaired the session on trade."),
    ])
  func several(first: String, second: String) throws {
    #expect(try kinds(first, second).isEmpty)
  }

  @Test("two towns of one signing disagree")
  func place() throws {
    #expect(
      try kinds("The accord was signed in Madrid.", "The accord was signed in Berlin.")
        == [.place])
  }

  @Test(
    "a town and its country, and two arrests, do not disagree",
    arguments: [
      ("The accord was signed in Spain.", "The accord was signed in Madrid."),
      ("A man was arrested in Madrid.", "A man was arrested in Berlin."),
    ])
  func places(first: String, second: String) throws {
    #expect(try kinds(first, second).isEmpty)
  }

  @Test(
    "the figure of a part does not disagree with that of the whole",
    arguments: [
      ("The gallery showed nine paintings by children.", "The gallery showed 70 paintings."),
      ("The firm closed six shops.", "The firm closed 300 shops worldwide."),
      ("On Sunday, 900 guests came.", "Over four days, 3,000 guests came."),
    ])
  func parts(first: String, second: String) throws {
    #expect(try kinds(first, second).isEmpty)
  }

  @Test("what is larger than the whole is no part of it")
  func largerPart() throws {
    #expect(
      try kinds("The gallery showed 90 paintings by children.", "The gallery showed 70 paintings.")
        == [.value])
  }

  @Test("not to deny something does not exclude that it is confirmed")
  func notDenied() throws {
    #expect(
      try kinds("The firm did not deny the fault.", "The firm confirmed the fault.").isEmpty)
  }
}
