import CrossreadKit
import Testing

@testable import Findings

@Suite("What it means that an account is silent")
struct SilenceTests {
  private static let opening = "The ferry struck the pier at Alnmouth."
  private static let toll = "Fourteen passengers were injured in the collision."
  private static let closing = "The harbour stays closed until Sunday."

  private static let telling = ["A", "B"].map {
    Comparing.account($0, [opening, toll, closing].joined(separator: " "), kind: .release)
  }

  private func silence(of account: Account) async throws -> Finding {
    let found = try await Comparing.findings(Self.telling[0], Self.telling[1], account)
    return try #require(
      found.first {
        $0.type == "silence" && $0.accounts == [account.id] && $0.summary.contains("injured")
      })
  }

  @Test(
    "an account that tells what stands around a point leaves more out than one that tells something else"
  )
  func neighbours() async throws {
    let near = try await silence(
      of: Comparing.account("C", "\(Self.opening) \(Self.closing)", kind: .release))
    let far = try await silence(
      of: Comparing.account(
        "C", "The council debated the price of parking. The museum opens a new wing.",
        kind: .release))
    #expect(near.salience > far.salience)
    #expect(
      near.summary.hasPrefix(
        "C leaves out, though it is of the same kind and length and tells what stands around it: "))
    #expect(far.summary.hasPrefix("C leaves out: "))
  }

  @Test("a short post that leaves a point out is called one, and its silence weighs little")
  func post() async throws {
    let post = try await silence(of: Comparing.account("C", Self.opening, kind: .post))
    let release = try await silence(of: Comparing.account("C", Self.opening, kind: .release))
    #expect(post.summary.hasPrefix("C, a short post, leaves out: "))
    #expect(post.salience < release.salience)
    #expect(post.because.contains { $0.factor == .silence && $0.weight < 0 })
  }

  @Test("an account that is hours older than all that tell a point could not have told it")
  func earlier() async throws {
    let early = try await silence(
      of: Comparing.account("C", "\(Self.opening) \(Self.closing)", kind: .release, day: 12))
    let late = try await silence(
      of: Comparing.account("C", "\(Self.opening) \(Self.closing)", kind: .release, day: 15))
    #expect(early.summary.hasPrefix("C, hours older than the accounts that tell it, leaves out: "))
    #expect(early.salience < late.salience)
  }

  @Test(
    "a point of one account weighs more where a peer tells what stands around it and passes it over"
  )
  func passedOver() async throws {
    let teller = Comparing.account(
      "A", [Self.opening, Self.toll, Self.closing].joined(separator: " "), kind: .release)
    let point = { (other: Account) in
      try await Comparing.findings(teller, other).first {
        $0.type == "point" && $0.kind == .omission && $0.summary.contains("injured")
      }
    }
    let passed = try #require(
      try await point(Comparing.account("B", "\(Self.opening) \(Self.closing)", kind: .release)))
    let elsewhere = try #require(
      try await point(
        Comparing.account("B", "The museum opens a new wing. Parking costs more.", kind: .release)))
    #expect(
      passed.summary.hasSuffix(
        " B, of the same kind and length, leaves it out and tells what stands around it."))
    #expect(passed.salience > elsewhere.salience)
    #expect(!elsewhere.summary.contains("stands around it"))
  }
}
