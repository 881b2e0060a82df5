import Foundation
import Testing

@testable import Language

@Suite("a package that cannot be used is refused with a reason")
struct PackageTests {
  @Test(
    "a missing file is named",
    arguments: [
      "config.cfg", "tokenizer", "tok2vec/model", "tagger/cfg", "parser/moves", "ner/model",
      "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin", "vocab/lookups.bin",
    ])
  func missing(_ file: String) throws {
    try Fixture.withPackage {
      try FileManager.default.removeItem(at: $0.appendingPathComponent(file))
    } _: { package in
      let error = #expect(throws: PipelinePackageError.self) {
        try EnglishPipeline(contentsOf: package)
      }
      #expect(error?.description.contains(file) == true)
    }
  }

  @Test(
    "a model that is cut off is refused",
    arguments: ["tok2vec/model", "tagger/model", "parser/model", "ner/model", "tokenizer"])
  func cutOff(_ file: String) throws {
    try Fixture.withPackage { package in
      let url = package.appendingPathComponent(file)
      let data = try Data(contentsOf: url)
      try data.prefix(data.count / 2).write(to: url)
    } _: { package in
      #expect(throws: PipelinePackageError.self) { try EnglishPipeline(contentsOf: package) }
    }
  }

  @Test(
    "what the pipeline needs and this runtime lacks is named",
    arguments: [
      ("spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2"),
      ("spacy.Tok2Vec.v2", "spacy-transformers.TransformerModel.v3"),
      ("factory = \"ner\"", "factory = \"span_ruler\""),
      ("disabled = [\"senter\"]", "disabled = []"),
      ("lang = \"en\"", "lang = \"de\""),
      ("mode = \"rule\"", "mode = \"trainable\""),
      ("\"SHAPE\"", "\"CLUSTER\""),
    ])
  func unknown(_ known: String, _ unknown: String) throws {
    try Fixture.withPackage {
      try Fixture.replace(known, by: unknown, in: "config.cfg", of: $0)
    } _: { package in
      let error = #expect(throws: PipelinePackageError.self) {
        try EnglishPipeline(contentsOf: package)
      }
      guard case .unsupported(_, let feature) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      let name = unknown == "disabled = []" ? "senter" : unknown
      let words = name.split { !$0.isLetter && !$0.isNumber && !"._-".contains($0) }
      #expect(words.last.map { feature.contains($0) } == true)
    }
  }

  @Test("sizes that differ from the network's are refused")
  func sizes() throws {
    try Fixture.withPackage {
      try Fixture.replace("depth = 4", by: "depth = 3", in: "config.cfg", of: $0)
    } _: { package in
      #expect(throws: PipelinePackageError.self) { try EnglishPipeline(contentsOf: package) }
    }
  }

  @Test("components that do not run are left out")
  func disabled() throws {
    try Fixture.withPackage {
      try Fixture.replace(
        "disabled = [\"senter\"]", by: "disabled = [\"senter\", \"ner\", \"lemmatizer\"]",
        in: "config.cfg", of: $0)
    } _: { package in
      let document = try EnglishPipeline(contentsOf: package).analyze("Dogs barked in Oslo.")
      #expect(document.tokens.map(\.tag) == ["NNS", "VBD", "IN", "NNP", "."])
      #expect(document.entities.isEmpty)
      #expect(document.tokens.allSatisfy { $0.lemma.isEmpty })
    }
  }

  @Test("the folder may hold the package further down, as an unpacked wheel does")
  func nested() throws {
    let outer = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: outer) }
    let inner = outer.appendingPathComponent("name/name-3.8.0")
    try FileManager.default.createDirectory(
      at: inner.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Fixture.folder, to: inner)
    #expect(try EnglishPipeline(contentsOf: outer).analyze("Yes.").tokens.count == 2)
  }

  @Test("a setting may stand for another, but not in a circle")
  func references() throws {
    let text = """
      [a]
      x = ${b:y}
      z = ${a.z}
      list = ["p",
        "q"]
      section = {"key": "value"}
      [b]
      y = 96
      """
    let configuration = try PipelineConfiguration(text, path: "config.cfg")
    #expect(configuration.integer("a", "x") == 96)
    #expect(configuration.integer("a", "z") == nil)
    #expect(configuration.strings("a", "list") == ["p", "q"])
    #expect(configuration.string("a.section", "key") == "value")
  }

  @Test("lines may end in a carriage return and a line feed, as in a package made on Windows")
  func windowsLines() throws {
    let text = "[nlp]\r\nlang = \"en\"\r\n\r\n[a]\r\nx = 96\r\n"
    let configuration = try PipelineConfiguration(text, path: "config.cfg")
    #expect(configuration.string("nlp", "lang") == "en")
    #expect(configuration.integer("a", "x") == 96)
  }
}
