import Foundation
import SeededRandomness
import Testing

@testable import Language

@Suite("A vocabulary file")
struct TokenizerFileTests {
  private let vocabulary = SmallVocabulary(
    pieces: [("▁", -2), ("a", -3), ("b", -3), ("ab", -4), ("▁a", -6), ("é", -5)],
    replacements: [0x41: "a", 0x9: " ", 0x7: "", 0x2460: "ab"])

  @Test(
    "gives the likeliest pieces",
    arguments: [
      ("ab", ["▁", "ab"]), ("aab", ["▁", "a", "ab"]), ("bé", ["▁", "b", "é"]),
      ("A\tb", ["▁", "a", "▁", "b"]), ("a\u{7}b", ["▁", "ab"]), ("①", ["▁", "ab"]),
      ("axb", ["▁", "a", "x", "b"]),
    ])
  func segments(text: String, pieces: [String]) throws {
    try vocabulary.withFile { file in
      let tokenizer = try SentencePieceTokenizer(contentsOf: file)
      #expect(tokenizer.pieces(of: text) == pieces)
    }
  }

  @Test("counts the probabilities of pieces, and an unknown character as the file says")
  func sumsCosts() throws {
    try vocabulary.withFile { file in
      let tokenizer = try SentencePieceTokenizer(contentsOf: file)
      #expect(tokenizer.cost(of: "ab") == 6)
      #expect(tokenizer.cost(of: "ax") == 35)
    }
  }

  @Test("that is missing is reported with its path and the command that gets it")
  func reportsAbsence() {
    let file = URL(fileURLWithPath: "/nonexistent/tokenizer.bin")
    #expect {
      try SentencePieceTokenizer(contentsOf: file)
    } throws: { error in
      error as? ModelError == .missing(component: .encoder, file: file)
        && "\(error)".contains("/nonexistent/tokenizer.bin") && "\(error)".contains("make setup")
    }
  }

  @Test("cut short anywhere is refused")
  func refusesEveryPrefix() throws {
    let small = SmallVocabulary(pieces: [("▁", -2), ("a", -3)], replacements: [0x41: "a"])
    try small.withFile { file in
      let handle = try FileHandle(forWritingTo: file)
      defer { try? handle.close() }
      for length in stride(from: small.bytes.count - 1, through: 0, by: -1) {
        try handle.truncate(atOffset: UInt64(length))
        let error = #expect(throws: ModelError.self) {
          try SentencePieceTokenizer(contentsOf: file)
        }
        guard error?.trouble == .damaged else {
          Issue.record("\(length) bytes: \(String(describing: error))")
          return
        }
      }
    }
  }

  @Test("with more bytes than it should have is refused")
  func refusesExcess() throws {
    try vocabulary.withFile { file in
      try Data(vocabulary.bytes + [0, 0, 0, 0, 0, 0, 0, 0]).write(to: file)
      #expect(throws: ModelError.self) { try SentencePieceTokenizer(contentsOf: file) }
    }
  }

  @Test("that is a folder is refused")
  func refusesFolder() {
    #expect(throws: ModelError.self) {
      try SentencePieceTokenizer(contentsOf: FileManager.default.temporaryDirectory)
    }
  }

  @Test("with damaged bytes is refused or still gives tokens, but never breaks")
  func survivesDamage() throws {
    var random = SeededGenerator(seed: 7)
    let intact = vocabulary.bytes
    let text = "aab é ① A\t\u{7}x 漢字 ab🎌"
    try vocabulary.withFile { file in
      for round in 0..<3000 {
        var bytes = intact
        for _ in 0..<(1 + Int(random.next() % 8)) {
          // Every other round, near the beginning, where the numbers are that count.
          let place = Int(random.next() % UInt64(round % 2 == 0 ? 1200 : bytes.count))
          bytes[place] = UInt8(truncatingIfNeeded: random.next())
        }
        try Data(bytes).write(to: file)
        guard let tokenizer = try? SentencePieceTokenizer(contentsOf: file) else { continue }
        #expect(tokenizer.tokens(of: text).count >= 2)
        _ = tokenizer.cost(of: text)
      }
    }
  }
}
