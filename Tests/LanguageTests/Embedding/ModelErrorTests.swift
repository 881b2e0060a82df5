import Foundation
import Testing

@testable import Language

@Suite("A data home that lacks something")
struct ModelErrorTests {
  /// Makes a data home with links to the parts of the real one that are not left out.
  private func withHome(without absent: Set<String>, _ body: (ModelStore) throws -> Void) throws {
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("crossread-home-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    for folder in ["openvino", "e5-small"] {
      try FileManager.default.createDirectory(
        at: home.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    let parts = [
      "openvino/lib", "e5-small/encoder.xml", "e5-small/encoder.bin", "e5-small/tokenizer.bin",
    ]
    for part in parts where !absent.contains(part) {
      try FileManager.default.createSymbolicLink(
        at: home.appendingPathComponent(part),
        withDestinationURL: ModelStore().home.appendingPathComponent(part))
    }
    try body(ModelStore(home: home))
  }

  @Test(
    "names the file and the command that gets it",
    arguments: [
      ("openvino/lib", ModelError.Component.runtime), ("e5-small/encoder.xml", .encoder),
      ("e5-small/encoder.bin", .encoder), ("e5-small/tokenizer.bin", .encoder),
    ])
  func namesMissingFile(part: String, component: ModelError.Component) throws {
    try withHome(without: [part]) { store in
      let error = try #require(
        #expect(throws: ModelError.self) { try SentenceEncoder(store: store) })
      #expect(error.component == component)
      #expect(error.trouble == .missing)
      #expect(error.description.contains(part))
      #expect(error.description.contains("make setup"))
      #expect(!error.description.contains("\n"))
    }
  }

  @Test("says that a folder holds no runtime")
  func refusesEmptyRuntime() throws {
    try withHome(without: ["openvino/lib"]) { store in
      try FileManager.default.createDirectory(
        at: store.runtimeLibraries, withIntermediateDirectories: true)
      let error = try #require(
        #expect(throws: ModelError.self) { try OpenVINORuntime.version(in: store) })
      #expect(error.description.contains("no libopenvino_c.so in it"))
    }
  }

  @Test("says that a library is none")
  func refusesOtherLibrary() throws {
    try withHome(without: ["openvino/lib"]) { store in
      try FileManager.default.createDirectory(
        at: store.runtimeLibraries, withIntermediateDirectories: true)
      try Data("no library".utf8).write(
        to: store.runtimeLibraries.appendingPathComponent("libopenvino_c.so.1"))
      let error = try #require(
        #expect(throws: ModelError.self) { try SentenceEncoder(store: store) })
      #expect(error.trouble == .failing)
      #expect(error.component == .runtime)
    }
  }

  @Test(
    "says in one line that a model is damaged",
    arguments: ["", "<net", "<?xml version=\"1.0\"?><net name=\"x\" version=\"11\"></net>"])
  func refusesDamagedModel(content: String) throws {
    try withHome(without: ["e5-small/encoder.xml"]) { store in
      try Data(content.utf8).write(to: store.encoder)
      let error = try #require(
        #expect(throws: ModelError.self) { try SentenceEncoder(store: store).embed(["a"]) })
      #expect(error.component == .encoder)
      #expect(!error.description.contains("\n"))
      #expect(error.description.count < 600)
    }
  }

  @Test("says that weights are cut short")
  func refusesDamagedWeights() throws {
    try withHome(without: ["e5-small/encoder.bin"]) { store in
      try Data(count: 1000).write(to: store.encoderWeights)
      #expect(throws: ModelError.self) { try SentenceEncoder(store: store) }
    }
  }

  @Test("finds the version of the runtime that is there")
  func tellsVersion() throws {
    #expect(try OpenVINORuntime.version(in: ModelStore()).hasPrefix("20"))
  }
}

@Suite("The data home")
struct ModelStoreTests {
  @Test(
    "is where the environment says",
    arguments: [
      (["CROSSREAD_HOME": "/models", "XDG_DATA_HOME": "/data", "HOME": "/home/a"], "/models"),
      (["XDG_DATA_HOME": "/data", "HOME": "/home/a"], "/data/crossread"),
      (["XDG_DATA_HOME": "data", "HOME": "/home/a"], "/home/a/.local/share/crossread"),
      (["CROSSREAD_HOME": "", "HOME": "/home/a"], "/home/a/.local/share/crossread"),
    ])
  func followsEnvironment(environment: [String: String], path: String) {
    #expect(ModelStore(environment: environment).home.path == path)
  }
}
