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

  @Test("names are nouns, in whatever letters")
  func names() throws {
    #expect(try meaning("Europe", .properNoun).own == meaning("europe", .noun).own)
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
      let data = "00000000 03 n 01 bank 0 900 @ 88888888 n 0000 | a shore\n00000052 03 n ff dam"
      return Data((name.hasPrefix("index") ? index : data).utf8)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let wordNet = try #require(WordNet(folder: folder.path))
    #expect(wordNet.meaning(of: "bank", .noun)?.own.count == 2)
    #expect(wordNet.meaning(of: "cost", .noun) == nil)
    #expect(wordNet.meaning(of: "dam", .noun)?.kinds.count == 1)
  }

  @Test("bytes of any sort are read to an end", arguments: 0..<20)
  func anyBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab 0019f@+\n| n".utf8)
    let folder = try folder { _ in
      Data((0..<400).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let wordNet = try #require(WordNet(folder: folder.path))
    for word in ["a", "b", "ab", "0", "f@", ""] {
      for partOfSpeech in [PartOfSpeech.noun, .verb, .adjective] {
        #expect((wordNet.meaning(of: word, partOfSpeech)?.own.count ?? 0) <= 4)
      }
    }
  }
}
