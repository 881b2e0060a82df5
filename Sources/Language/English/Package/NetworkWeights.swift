/// The layers of a trained network as thinc serialises them, in the order of a breadth-first walk.
///
/// Format: `thinc.model.Model.to_bytes`: maps `nodes` (name, dimensions, references), `attrs`
/// (each itself MessagePack), `params` (arrays by name) and `shims`.
struct NetworkWeights: Sendable {
  /// One layer.
  struct Layer: Sendable {
    let name: String
    let references: [String: Int]
    let attributes: [String: MessagePackValue]
    let parameters: [String: MessagePackValue]
  }

  let document: MessagePackDocument
  let layers: [Layer]

  /// Reads a network's file.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(path: String) throws {
    let document = try MessagePackDocument(path: path)
    let nodes = try document.require("nodes", in: document.root).elements ?? []
    let attributes = try document.require("attrs", in: document.root).elements ?? []
    let parameters = try document.require("params", in: document.root).elements ?? []
    guard nodes.count == attributes.count, nodes.count == parameters.count else {
      throw document.malformed("layers and parameters differ in number")
    }
    self.document = document
    self.layers = try nodes.indices.map { index in
      let references = document.value("refs", in: nodes[index]).map(document.dictionary) ?? [:]
      return Layer(
        name: document.text(try document.require("name", in: nodes[index])) ?? "",
        references: references.compactMapValues(\.count),
        attributes: document.dictionary(attributes[index]),
        parameters: document.dictionary(parameters[index]))
    }
  }

  /// The indices of the layers with a name, in order.
  func indices(named name: String) -> [Int] {
    layers.indices.filter { layers[$0].name == name }
  }

  /// A parameter of a layer, with the number of dimensions it must have.
  ///
  /// - Throws: ``PipelinePackageError``.
  func parameter(_ name: String, of layer: Int, dimensions: Int) throws -> Tensor {
    guard layers.indices.contains(layer), let value = layers[layer].parameters[name] else {
      throw document.malformed("layer \(layer) has no parameter \(name)")
    }
    let tensor = try Tensor(value, in: document)
    guard tensor.shape.count == dimensions else {
      throw document.malformed("parameter \(name) of layer \(layer) has shape \(tensor.shape)")
    }
    return tensor
  }

  /// An attribute of a layer that is a number.
  func attribute(_ name: String, of layer: Int) throws -> MessagePackValue? {
    guard layers.indices.contains(layer), let value = layers[layer].attributes[name] else {
      return nil
    }
    return try document.nested(value)
  }
}
