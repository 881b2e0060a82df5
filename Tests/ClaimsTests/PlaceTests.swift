import Ingestion
import Source
import Testing

@testable import Claims

@Suite("Claims rest on the words of their account")
struct PlaceTests {
  private static let english = """
    The two envoys met in Oslo on Monday, covering trade, fishing rights and the new cable, including \
    its cost. “We agree,” said Ms. Lund, who flew in late; her hosts (all three of them) signed.

    According to the port office, the barge – built in 1931 – carried 86 passengers and six crew, and \
    nobody was hurt. It will return on 3 June, it said, unless the weather turns.

    See https://example.org/a?b=c&d or call 555-0199!!! Née Dvořák 👩‍🚀 did not: a list; of; parts —
    """
  private static let japanese = "両大臣は「また会う。必ず」と述べた。港湾局によると、船は約3時間遅れた。\n\n被害はない。"

  private static let accounts = [
    Reading.account(english), Reading.account(japanese, language: .japanese),
  ]

  @Test("ranges are in order, apart, inside of the text and not empty", arguments: accounts)
  func order(account: Account) throws {
    for claim in try Reading.claims(of: account) {
      #expect(!claim.ranges.isEmpty)
      #expect(claim.ranges.allSatisfy { !$0.isEmpty && account.text.range.contains($0.lowerBound) })
      #expect(claim.span.upperBound <= account.text.count)
      for (range, next) in zip(claim.ranges, claim.ranges.dropFirst()) {
        #expect(range.upperBound <= next.lowerBound)
      }
    }
  }

  @Test("a claim stands in one paragraph, the one that it names", arguments: accounts)
  func paragraph(account: Account) throws {
    for claim in try Reading.claims(of: account) {
      let paragraph = account.paragraphs[claim.paragraph].range
      #expect(claim.span.clamped(to: paragraph) == claim.span)
    }
  }

  @Test(
    "a claim's text is made of the words at its ranges, but for pronouns that are replaced",
    arguments: accounts)
  func words(account: Account) throws {
    let letters = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber } }
    for claim in try Reading.claims(of: account) {
      let written = letters(claim.ranges.map { account.text[$0] }.joined())
      let pronouns = claim.references.filter { $0.form == .pronoun && $0.isResolved }
      let isSame = letters(claim.text) == written
      let isReplaced = pronouns.contains {
        letters(claim.text).contains(letters($0.antecedent ?? "-"))
      }
      #expect(isSame || isReplaced)
    }
  }

  @Test("the values of a claim stand where they say, in its sentence", arguments: accounts)
  func values(account: Account) throws {
    for claim in try Reading.claims(of: account) {
      for value in claim.values { #expect(account.text[value.range] == value.text) }
    }
  }

  @Test("the terms of a claim stand where they say", arguments: accounts)
  func terms(account: Account) throws {
    for claim in try Reading.claims(of: account) {
      for term in claim.terms { #expect(account.text[term.range] == term.text) }
    }
  }

  @Test(
    "no two claims have the same name, and each has it again in the next run", arguments: accounts)
  func names(account: Account) throws {
    let names = try Reading.claims(of: account).map(\.id)
    #expect(Set(names).count == names.count)
    #expect(try Reading.claims(of: account).map(\.id) == names)
  }
}
