import Foundation
import Testing

@Suite("Missing models")
struct MissingModelTests {
  @Test("compare without models ends with status 69 and the command that gets them")
  func compare() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let empty = try ScratchFolder()
    let answer = try Program.run(
      "compare", ".", in: folder, environment: ["CROSSREAD_HOME": empty.url.path])
    expectFailure(answer, status: 69, naming: "missing", empty.url.path, "make setup")
  }

  @Test("compare with a home that is not there ends with status 69")
  func homeMissing() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let answer = try Program.run(
      "compare", ".", in: folder, environment: ["CROSSREAD_HOME": "/nowhere/at/all"])
    expectFailure(answer, status: 69, naming: "/nowhere/at/all", "make setup")
  }

  @Test("compare without models does not touch a report that is there")
  func reportStays() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let place = try ScratchFolder()
    try place.write("yesterday's", to: "report.md")
    let answer = try Program.run(
      "compare", ".", "-o", place.place("report.md").path, in: folder,
      environment: ["CROSSREAD_HOME": "/nowhere/at/all"])
    #expect(answer.status == 69)
    #expect(try place.data("report.md") == Data("yesterday's".utf8))
  }

  @Test("doctor names what is missing and the command that gets it, and ends with status 69")
  func doctor() throws {
    let empty = try ScratchFolder()
    let answer = try Program.run("doctor", environment: ["CROSSREAD_HOME": empty.url.path])
    #expect(answer.status == 69)
    #expect(answer.errors == "")
    for name in ["openvino", "e5-small", "en_core_web_sm"] {
      #expect(answer.text.contains("✗ \(name): not installed; get it with: make setup"))
    }
  }

  @Test("doctor --format json says the same to a program")
  func doctorInJSON() throws {
    let empty = try ScratchFolder()
    let answer = try Program.run(
      "doctor", "--format", "json", environment: ["CROSSREAD_HOME": empty.url.path])
    #expect(answer.status == 69)
    let parts = try #require(try answer.json() as? [[String: Any]])
    let encoder = try #require(parts.first { $0["component"] as? String == "e5-small" })
    #expect(encoder["remedy"] as? String == "make setup")
  }

  @Test("doctor with everything installed ends with status 0 and gives checksums")
  func healthy() throws {
    let answer = try Program.run("doctor")
    expectSuccess(answer)
    #expect(!answer.text.contains("✗"))
    #expect(answer.text.contains(/sha256 [0-9a-f]{64}/))
  }

  @Test("values needs no models")
  func values() throws {
    let answer = try Program.run(
      "values", "25 minutes", environment: ["CROSSREAD_HOME": "/nowhere/at/all"])
    expectSuccess(answer)
    #expect(answer.text.contains("PT25M"))
  }
}
