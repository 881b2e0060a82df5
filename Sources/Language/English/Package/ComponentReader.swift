import Foundation

/// Reads the components that a configuration names.
struct ComponentReader {
  /// What a component does.
  enum Role: String, CaseIterable {
    case encoder = "tok2vec"
    case tagger
    case parser
    case ruler = "attribute_ruler"
    case lemmatizer
    case recognizer = "ner"
  }

  private static let listener = "spacy.Tok2VecListener.v1"

  private let folder: String
  private let configuration: PipelineConfiguration
  private(set) var encoders: [TokenEncoder] = []
  private var shared: [String: Int] = [:]
  private(set) var recognizerSeesSentences = false
  private var sharedNames: [String] = []

  /// A reader of a package's folder.
  init(folder: String, configuration: PipelineConfiguration) {
    self.folder = folder
    self.configuration = configuration
  }

  /// The components that run, by role.
  ///
  /// - Throws: ``PipelinePackageError/unsupported(file:feature:)`` for one without a known role,
  ///   two with the same, or an order in which one would not see what it needs.
  mutating func componentNames() throws -> [Role: String] {
    let disabled = configuration.strings("nlp", "disabled") ?? []
    let names = (configuration.strings("nlp", "pipeline") ?? []).filter { !disabled.contains($0) }
    var roles: [Role: String] = [:]
    var order: [Role] = []
    for name in names {
      let factory = configuration.string("components.\(name)", "factory") ?? "nothing"
      guard let role = Role(rawValue: factory) else {
        throw configuration.unsupported("the component \(factory)")
      }
      order.append(role)
      if role == .encoder {
        sharedNames.append(name)
      } else if roles.updateValue(name, forKey: role) != nil {
        throw configuration.unsupported("two components \(factory)")
      }
    }
    let places = Role.allCases.dropLast().compactMap { order.firstIndex(of: $0) }
    guard places == places.sorted() else {
      throw configuration.unsupported("the order \(names.joined(separator: ", "))")
    }
    if let parser = order.firstIndex(of: .parser), let entities = order.firstIndex(of: .recognizer)
    {
      recognizerSeesSentences = parser < entities
    }
    return roles
  }

  /// Reads a tagger.
  mutating func tagger(_ name: String) throws -> (tagger: Tagger, encoder: Int) {
    let section = "components.\(name).model"
    try configuration.require(
      section, "@architectures", oneOf: ["spacy.Tagger.v2", "spacy.Tagger.v1"])
    let tagger = try Tagger(folder: "\(folder)/\(name)")
    return (tagger, try encoder(name, inputs: tagger.inputs))
  }

  /// Reads a parser.
  mutating func parser(_ name: String) throws -> (parser: DependencyParser, encoder: Int) {
    try checkTransitions(name)
    let parser = try DependencyParser(
      folder: "\(folder)/\(name)", configuration: configuration)
    return (parser, try encoder(name, inputs: parser.inputs))
  }

  /// Reads an entity recogniser.
  mutating func recognizer(
    _ name: String
  ) throws -> (recognizer: EntityRecognizer, encoder: Int) {
    try checkTransitions(name)
    let recognizer = try EntityRecognizer(
      folder: "\(folder)/\(name)", configuration: configuration)
    return (recognizer, try encoder(name, inputs: recognizer.inputs))
  }

  private func checkTransitions(_ name: String) throws {
    try configuration.require(
      "components.\(name).model", "@architectures", oneOf: ["spacy.TransitionBasedParser.v2"])
    let file = try MappedFile(inPackage: "\(folder)/\(name)/cfg")
    let settings = try? JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
    let beam = settings?["beam_width"] as? Int ?? 1
    guard beam == 1 else { throw configuration.unsupported("a beam of \(beam) in \(name)") }
  }

  /// The network that a component gets its token vectors from: one it shares, or its own.
  private mutating func encoder(_ name: String, inputs: Int) throws -> Int {
    let section = "components.\(name).model.tok2vec"
    let place: Int
    if configuration.string(section, "@architectures") == Self.listener {
      place = try sharedEncoder(configuration.string(section, "upstream") ?? "*")
    } else {
      place = try read(section: section, component: name)
    }
    guard encoders[place].width == inputs else {
      throw configuration.unsupported("token vectors of another width in \(name)")
    }
    return place
  }

  private mutating func sharedEncoder(_ upstream: String) throws -> Int {
    let name = upstream == "*" ? sharedNames.first : upstream
    guard let name, sharedNames.contains(name) else {
      throw configuration.unsupported("token vectors of \(upstream), which does not run,")
    }
    if let known = shared[name] { return known }
    let place = try read(section: "components.\(name).model", component: name)
    shared[name] = place
    return place
  }

  private mutating func read(section: String, component: String) throws -> Int {
    let network = try NetworkWeights(path: "\(folder)/\(component)/model")
    let vectors = { [folder, configuration] in
      try VectorTable(folder: folder + "/vocab", configuration: configuration)
    }
    encoders.append(
      try TokenEncoder(
        configuration, section: section, network: network, vectors: try vectors()))
    return encoders.count - 1
  }
}
