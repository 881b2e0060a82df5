import Foundation
import Ingestion
import Language
import Source

/// Looks whether all that Crossread needs is installed, and undamaged.
public struct Doctor: Sendable {
  private let store: ModelStore

  /// Makes a doctor for the models of a data home.
  public init(store: ModelStore = ModelStore()) {
    self.store = store
  }

  /// One thing that Crossread needs, as it was found.
  public struct Examination: Sendable, Encodable {
    /// What it is: `OpenVINO runtime`.
    public let component: String
    /// Its version, where it is known.
    public let version: String?
    /// Where it is.
    public let location: String?
    /// Its files with their checksums.
    public let files: [File]
    /// What is wrong with it; nothing where all is well.
    public let trouble: String?
    /// The command that mends it.
    public let remedy: String?
    /// What does not work without it, where the rest does.
    public var neededFor: String?

    /// A file with its SHA-256 in hexadecimal digits.
    public struct File: Sendable, Encodable {
      /// The path, relative to the data home.
      public let path: String
      /// The size in bytes.
      public let bytes: Int
      /// The checksum of what is there.
      public let sha256: String
    }

    /// Whether it can be used.
    public var isHealthy: Bool { trouble == nil }

    /// Whether nothing works without it.
    public var isRequired: Bool { neededFor == nil }

    /// The largest of its files: the one that matters.
    public var principalFile: File? { files.max { ($0.bytes, $1.path) < ($1.bytes, $0.path) } }
  }

  /// Examines everything: libraries first, then the models with all their files.
  ///
  /// - Complexity: linear in the size of the models, some 200 MB, which are read through for their
  ///   checksums.
  public func examine() -> [Examination] {
    [xmlLibrary(), compressionLibrary(), documentReader(), japaneseAnalyzer(), wordNet()]
      + models()
  }

  private func xmlLibrary() -> Examination {
    Examination(
      component: "libxml2", version: XMLLibrary.version, location: nil, files: [], trouble: nil,
      remedy: nil)
  }

  private func compressionLibrary() -> Examination {
    Examination(
      component: "zlib", version: CompressionLibrary.version, location: nil, files: [],
      trouble: nil, remedy: nil)
  }

  /// Poppler's program, which reads PDF and nothing else.
  private func documentReader() -> Examination {
    let location = PDFProgram.location
    return Examination(
      component: "pdftotext of poppler", version: PDFProgram.version, location: location, files: [],
      trouble: location == nil ? "not installed" : nil,
      remedy: location == nil ? PDFProgram.remedy : nil, neededFor: "PDF")
  }

  private func japaneseAnalyzer() -> Examination {
    let library = JapaneseLibrary()
    return Examination(
      component: "MeCab with IPADIC", version: library.version, location: library.dictionary,
      files: [], trouble: library.trouble,
      remedy: library.trouble == nil ? nil : "apt-get install mecab-ipadic-utf8")
  }

  /// The English words by their meanings; without them, related words are told by embeddings alone.
  private func wordNet() -> Examination {
    let isHere = WordNet() != nil
    return Examination(
      component: "WordNet", version: nil, location: WordNet.folder, files: [],
      trouble: isHere ? nil : "not installed, or one of its files cannot be read",
      remedy: isHere ? nil : "apt-get install wordnet-base", neededFor: "related English words")
  }

  // MARK: - Models

  private func models() -> [Examination] {
    let manifest = try? ModelManifest(store: store)
    return ModelManifest.required.map { name in
      guard let component = manifest?.components.first(where: { $0.name == name }) else {
        return Examination(
          component: name, version: nil, location: store.home.path, files: [],
          trouble: "not installed", remedy: ModelError.remedy)
      }
      return examination(of: component)
    }
  }

  private func examination(of component: ModelManifest.Component) -> Examination {
    let checked = component.files.map { file in (file, sha256(ofFile: file.path)) }
    let missing = checked.first { $0.1 == nil }.map { "\($0.0.path) is missing" }
    let damaged = checked.first { $0.1 != nil && $0.1 != $0.0.sha256 }
      .map { "\($0.0.path) is damaged: its checksum is not the one that set-up recorded" }
    let trouble = missing ?? damaged ?? loadingTrouble(of: component.name)
    return Examination(
      component: component.name, version: component.version, location: store.home.path,
      files: checked.compactMap { file, sum in
        sum.map { Examination.File(path: file.path, bytes: file.bytes, sha256: $0) }
      }, trouble: trouble, remedy: trouble == nil ? nil : ModelError.remedy)
  }

  private func sha256(ofFile path: String) -> String? {
    let file = store.home.appendingPathComponent(path)
    guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else { return nil }
    return ContentIdentifier.sha256(data)
  }

  /// Whether a runtime that is there can be loaded on this machine.
  private func loadingTrouble(of component: String) -> String? {
    guard component == "openvino" else { return nil }
    do {
      _ = try OpenVINORuntime.version(in: store)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
