import COpenVINO
import Foundation

/// OpenVINO, loaded from the data home (https://docs.openvino.ai, Apache-2.0).
///
/// This file is the border to C: nothing past it sees a pointer of OpenVINO's, and every resource is
/// freed by the object that holds it.
public final class OpenVINORuntime: Sendable {
  // OpenVINO's core may be used from any thread.
  fileprivate nonisolated(unsafe) let pointer: OpaquePointer
  fileprivate let folder: URL

  /// Loads the libraries of a store.
  ///
  /// - Throws: `ModelError` when they are missing or cannot be loaded here.
  init(store: ModelStore) throws {
    folder = store.runtimeLibraries
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw ModelError.missing(component: .runtime, file: folder)
    }
    // OpenVINO finds its plug-ins beside itself later on, by the path that it was loaded from.
    let path = folder.resolvingSymlinksInPath().path
    pointer = try Message.checking {
      openvino_runtime_open(path, &$0)
    } orThrow: {
      ModelError.failing(component: .runtime, file: store.runtimeLibraries, detail: $0)
    }
  }

  deinit { openvino_runtime_close(pointer) }

  /// The version of the libraries of a store, which is how it shows that they can be loaded.
  ///
  /// - Throws: `ModelError` when they are missing or cannot be loaded here.
  public static func version(in store: ModelStore) throws -> String {
    let runtime = try OpenVINORuntime(store: store)
    let text = try Message.checking {
      openvino_runtime_version(runtime.pointer, &$0)
    } orThrow: {
      ModelError.failing(component: .runtime, file: runtime.folder, detail: $0)
    }
    defer { free(text) }
    return String(cString: text)
  }
}

/// A model compiled for this machine's CPU.
final class CompiledModel: Sendable {
  // A compiled model may be used from any thread; OpenVINO locks what it must.
  fileprivate nonisolated(unsafe) let pointer: OpaquePointer
  fileprivate let file: URL
  private let runtime: OpenVINORuntime

  /// Reads and compiles a model in OpenVINO's IR.
  ///
  /// - Throws: `ModelError` when it cannot be read or compiled.
  init(
    contentsOf file: URL, properties: [(key: String, value: String)], runtime: OpenVINORuntime
  ) throws {
    let texts = properties.map { (strdup($0.key), strdup($0.value)) }
    defer {
      texts.forEach {
        free($0.0); free($0.1)
      }
    }
    let list = texts.map { openvino_property(key: $0.0, value: $0.1) }
    self.pointer = try Message.checking {
      openvino_model_compile(runtime.pointer, file.path, list, list.count, &$0)
    } orThrow: {
      ModelError.damaged(component: .encoder, file: file, detail: $0)
    }
    self.file = file
    self.runtime = runtime
  }

  deinit { openvino_model_free(pointer) }

  /// Checks that the model gives the vectors of tokens, as one that an earlier version built does not.
  ///
  /// - Throws: `ModelError` when it does not.
  func requireStates() throws {
    guard openvino_model_has_output(pointer, "states") == 1 else {
      throw ModelError.damaged(
        component: .encoder, file: file,
        detail: "it was built by an earlier version and gives no vectors of tokens")
    }
  }
}

/// Room for one inference at a time, for use by one thread.
final class InferenceRequest {
  private let pointer: OpaquePointer
  private let model: CompiledModel

  /// Prepares an inference.
  ///
  /// - Throws: `ModelError` when OpenVINO refuses.
  init(model: CompiledModel) throws {
    pointer = try Message.checking {
      openvino_request_create(model.pointer, &$0)
    } orThrow: {
      ModelError.failing(component: .encoder, file: model.file, detail: $0)
    }
    self.model = model
  }

  deinit { openvino_request_free(pointer) }

  /// What a model gives for a batch.
  struct Answer {
    /// The vectors of the texts, one after the other.
    let embeddings: [Float]
    /// The vectors of all tokens, padding included, row by row; none where they were not asked for.
    let states: [Float]
  }

  /// The vectors of a batch.
  ///
  /// - Throws: `ModelError` when the inference fails or its answer has another width.
  func embed(_ batch: TokenBatch, width: Int, withStates: Bool) throws -> Answer {
    var tokens = batch.tokens
    var mask = batch.mask
    var embeddings = [Float](repeating: 0, count: batch.count * width)
    var states = [Float](
      repeating: 0, count: withStates ? batch.count * batch.length * width : 0)
    try states.withUnsafeMutableBufferPointer { states in
      _ = try Message.checking { message in
        let done = openvino_request_embed(
          pointer, &tokens, &mask, batch.count, batch.length, &embeddings,
          withStates ? states.baseAddress : nil, width, &message)
        return done == 1 ? done : nil
      } orThrow: {
        ModelError.failing(component: .encoder, file: model.file, detail: $0)
      }
    }
    return Answer(embeddings: embeddings, states: states)
  }
}

/// What C says when a call fails.
private enum Message {
  /// Makes a call that gives nothing when it fails, and throws what is made of its message then.
  static func checking<Result>(
    _ call: (inout UnsafeMutablePointer<CChar>?) -> Result?, orThrow error: (String) -> ModelError
  ) throws -> Result {
    var message: UnsafeMutablePointer<CChar>?
    defer { free(message) }
    if let result = call(&message) { return result }
    throw error(message.map { String(cString: $0) } ?? "no reason was given")
  }
}
