import Foundation

/// The folder that holds the models and libraries which set-up fetches: the data home.
public struct ModelStore: Sendable, Hashable {
  /// The data home.
  public let home: URL

  /// The store of a data home.
  public init(home: URL) {
    self.home = home
  }

  /// The store that the environment names: `CROSSREAD_HOME`, else `crossread` in `XDG_DATA_HOME`, else
  /// `~/.local/share/crossread` (XDG Base Directory Specification 0.8, which has relative paths ignored).
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    if let home = environment["CROSSREAD_HOME"], !home.isEmpty {
      self.init(home: URL(fileURLWithPath: home, isDirectory: true))
      return
    }
    if let shared = environment["XDG_DATA_HOME"], shared.hasPrefix("/") {
      self.init(home: URL(fileURLWithPath: shared).appendingPathComponent("crossread"))
      return
    }
    let user = environment["HOME"] ?? NSHomeDirectory()
    self.init(
      home: URL(fileURLWithPath: user, isDirectory: true)
        .appendingPathComponent(".local/share/crossread"))
  }

  /// The folder of OpenVINO's libraries.
  public var runtimeLibraries: URL { home.appendingPathComponent("openvino/lib") }

  /// The sentence encoder: a model in OpenVINO's IR, with `encoder.bin` beside it.
  public var encoder: URL { home.appendingPathComponent("e5-small/encoder.xml") }

  /// The weights of the sentence encoder.
  public var encoderWeights: URL { home.appendingPathComponent("e5-small/encoder.bin") }

  /// The vocabulary of the sentence encoder.
  public var tokenizer: URL { home.appendingPathComponent("e5-small/tokenizer.bin") }

  /// The folder of the English pipeline, as spaCy lays it out.
  public var englishPipeline: URL { home.appendingPathComponent("en_core_web_sm") }
}

/// A model or library that is missing, damaged or does not work here.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What Crossread needs from outside.
  public enum Component: String, Sendable, Hashable, CaseIterable {
    /// The inference runtime.
    case runtime = "OpenVINO runtime"
    /// The sentence encoder and its vocabulary.
    case encoder = "sentence encoder"
    /// The English pipeline.
    case englishPipeline = "English pipeline"
    /// MeCab's dictionary.
    case japaneseDictionary = "Japanese dictionary"
  }

  /// What is wrong with it.
  public enum Trouble: String, Sendable, Hashable {
    /// It is not there.
    case missing
    /// It is there, but not as it should be.
    case damaged
    /// It is there and does not work.
    case failing
  }

  /// What does not work.
  public let component: Component
  /// What is wrong with it.
  public let trouble: Trouble
  /// The file or folder concerned, where there is one.
  public let file: String?
  /// The reason in the words of whoever noticed.
  public let detail: String?

  /// The command that fetches all models and libraries.
  public static let remedy = "make setup"

  /// A component that is not there.
  public static func missing(
    component: Component, file: URL? = nil, detail: String? = nil
  ) -> ModelError {
    ModelError(component: component, trouble: .missing, file: file?.path, detail: detail)
  }

  /// A component whose file is not what it should be.
  public static func damaged(
    component: Component, file: URL? = nil, detail: String? = nil
  ) -> ModelError {
    ModelError(component: component, trouble: .damaged, file: file?.path, detail: detail)
  }

  /// A component that is there and does not work.
  public static func failing(
    component: Component, file: URL? = nil, detail: String? = nil
  ) -> ModelError {
    ModelError(component: component, trouble: .failing, file: file?.path, detail: detail)
  }

  /// One line: what, where, why, and the command that mends it.
  public var description: String {
    let place = file.map { " (\($0))" } ?? ""
    let reason = detail.map { ": " + Self.line($0) } ?? ""
    return "the \(component.rawValue) is \(trouble.rawValue)\(place)\(reason); "
      + "run `\(Self.remedy)` to install it"
  }

  /// The reason on one line: OpenVINO's reasons are pages.
  private static func line(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    return words.count <= 300 ? words : words.prefix(300) + "…"
  }
}
