import Foundation
import SeededRandomness
import Testing

@testable import Language

@Suite("WordNet", .enabled(if: WordNet.folder != nil, "WordNet is not installed"))
struct WordNetTests {
  private let wordNet: WordNet

  init() throws { wordNet = try #require(WordNet()) }

  private func meaning(_ lemma: String, _ partOfSpeech: PartOfSpeech) throws -> WordMeaning {
    try #require(wordNet.meaning(of: lemma, partOfSpeech))
  }

  @Test("a screenwriter is a kind of writer, and a writer no kind of screenwriter")
  func kinds() throws {
    let screenwriter = try meaning("screenwriter", .noun)
    let writer = try meaning("writer", .noun)
    #expect(writer.own.contains { screenwriter.kinds.contains($0) })
    #expect(!screenwriter.own.contains { writer.kinds.contains($0) })
  }

  @Test(
    "words that share a meaning are of one kind",
    arguments: [("film", "movie"), ("car", "automobile")])
  func synonyms(one: String, other: String) throws {
    let kinds = try meaning(one, .noun).kinds
    #expect(try meaning(other, .noun).own.contains { kinds.contains($0) })
  }

  @Test("a word names those derived from it")
  func derivations() throws {
    #expect(try meaning("direct", .verb).derivations.contains("director"))
    #expect(try meaning("director", .noun).derivations.contains("direct"))
  }

  @Test("the first and the last word of a file are found")
  func ends() throws {
    #expect(wordNet.meaning(of: "'hood", .noun) != nil)
    #expect(wordNet.meaning(of: "zymurgy", .noun) != nil)
  }

  @Test("a name means nothing: Turkey is no bird", arguments: ["Turkey", "John", "Frank"])
  func names(name: String) {
    #expect(wordNet.meaning(of: name, .properNoun) == nil)
  }

  @Test("what measures a quality does not tell which it is: a speed is not slow")
  func attributes() throws {
    #expect(!(try meaning("slow", .adjective).derivations.contains("speed")))
  }

  @Test("a kind that is reached by a longer way too is gone up from: a car is a conveyance")
  func nearestWay() throws {
    let kinds = try meaning("car", .noun).kinds
    #expect(try meaning("conveyance", .noun).own.contains { kinds.contains($0) })
  }

  @Test("a word that is not there, or of a class without a file, has no meaning")
  func unknown() {
    #expect(wordNet.meaning(of: "zzyzxian", .noun) == nil)
    #expect(wordNet.meaning(of: "", .noun) == nil)
    #expect(wordNet.meaning(of: "of", .adposition) == nil)
  }
}

@Suite("Files of WordNet that are none")
struct DamagedWordNetTests {
  private func folder(_ content: (String) -> Data) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for `class` in Synset.Class.allCases {
      for name in ["index.\(`class`.suffix)", "data.\(`class`.suffix)"] {
        try content(name).write(to: folder.appendingPathComponent(name))
      }
    }
    return folder
  }

  @Test("a folder without them gives none")
  func missing() {
    #expect(WordNet(folder: "/nonexistent") == nil)
  }

  @Test(
    "lines that are cut off, point behind the end or count what is not there give what they have")
  func damaged() throws {
    let folder = try folder { name in
      let index = "bank n 2 1 @ 2 0 00000000 99999999  \ncost n 1 9 @ ~\ndam n 1 0 1 0 00000030  \n"
      let data =
        "00000000 03 n 01 bank 0 9999999999999 @ 88888888 n 0000 | a shore\n00000052 03 n ff dam"
      return Data((name.hasPrefix("index") ? index : data).utf8)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let wordNet = try #require(WordNet(folder: folder.path))
    #expect(wordNet.meaning(of: "bank", .noun)?.own.count == 2)
    #expect(wordNet.meaning(of: "cost", .noun) == nil)
    #expect(wordNet.meaning(of: "dam", .noun)?.kinds.count == 1)
  }

  @Test("lines of any bytes give what they have", arguments: 0..<50)
  func anyBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "0", "1", "2", "ff", "9999999999999", "n", "v", "@", "+", "\\", "|", "bank", "0101", " ",
    ]
    let folder = try folder { name in
      guard name.hasPrefix("data") else {
        return Data("bank n 3 0 3 0 00000000 00000009 00000040  \n".utf8)
      }
      let line = (0..<40).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }
      return Data(("00000000 03 n 01 bank 0 " + line.joined(separator: " ") + "\n").utf8)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let wordNet = try #require(WordNet(folder: folder.path))
    let meaning = try #require(wordNet.meaning(of: "bank", .noun))
    #expect(meaning.own.count == 3)
    #expect(meaning.own.allSatisfy(meaning.kinds.contains))
  }
}
