import Foundation
import Testing

@Suite("crossread train")
struct TrainTests {
  @Test("It makes the folder that it writes to")
  func makesFolder() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    expectSuccess(try Program.run("train", "--output", "made/for/it", in: folder))
    let vectors = folder.place("made/for/it/background-vectors.txt")
    #expect(try !String(contentsOf: vectors, encoding: .utf8).isEmpty)
  }

  @Test("It says at once where it cannot write, before it reads and learns")
  func cannotWrite() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    try folder.write("x\n", to: "taken")
    expectFailure(
      try Program.run("train", "nowhere.ndjson", "--output", "taken", in: folder), status: 74,
      naming: "taken", "cannot be written")
  }
}
