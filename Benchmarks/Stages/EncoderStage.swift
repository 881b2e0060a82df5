import ArgumentParser
import CrossreadKit
import Foundation

/// Encodes the same texts again and again, once a line of standard input, and prints the seconds of each time.
struct EncoderStage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encoder",
    abstract: "Encode a file of texts, one a line, once for each line of standard input.",
    discussion: """
      The first line of the answer is {"tokens": [[...]]}, the tokens that the encoder is given for each text; after \
      it, the seconds of each time, tokenising and all.
      """)

  @Argument(help: "A file with a text a line.", completion: .file())
  var texts: String

  @Option(help: "How many threads to use.")
  var threads = 2

  @Flag(help: "Round vectors to 8 bits, as the weights are.")
  var integer = false

  @Flag(help: "Give the vectors of all tokens too.")
  var withTokens = false

  func run() async throws {
    let texts = try String(contentsOfFile: texts, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(String.init)
    let encoder = try SentenceEncoder(
      store: ModelStore(), threads: threads, arithmetic: integer ? .integer : .float)
    let tokens = try JSONEncoder().encode(["tokens": texts.map(encoder.tokens(of:))])
    Self.print(String(decoding: tokens, as: UTF8.self))
    let clock = ContinuousClock()
    while readLine() != nil {
      let time = try clock.measure {
        if withTokens {
          _ = try encoder.embedWithTokens(texts)
        } else {
          _ = try encoder.embed(texts)
        }
      }
      Self.print("\(time / .seconds(1))")
    }
  }

  /// Prints a line at once: the other side waits for it.
  private static func print(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
