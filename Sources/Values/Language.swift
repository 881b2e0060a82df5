import Foundation
import Source
import Yams

/// The words and rules of one language, loaded from the files of its folder.
///
/// Every file may hold `classes` (words by meaning), `parts` (named patterns) and `values` (patterns by
/// family). The files of a folder count in the order of their names.
struct Language: Sendable {
  let tokenizer: Tokenizer
  let lexicon: Lexicon
  let grammar: Grammar
  let units: UnitTable

  /// Loads a language; nothing where there is no folder for it.
  init?(_ tag: LanguageTag) throws {
    let folder = Self.root.appendingPathComponent(tag.rawValue)
    let names = Self.fileNames(tag)
    guard !names.isEmpty else { return nil }
    let files = try names.map { try ResourceFile(folder.appendingPathComponent($0)) }
    try self.init(files: files, units: ResourceFile(Self.root.appendingPathComponent("units.yaml")))
  }

  private static var root: URL { Bundle.module.bundleURL.appendingPathComponent("Resources") }

  /// The names of a language's files, in order; none where there is no folder for it.
  static func fileNames(_ tag: LanguageTag) -> [String] {
    let folder = root.appendingPathComponent(tag.rawValue).path
    let listing = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return listing?.filter { $0.hasSuffix(".yaml") }.sorted() ?? []
  }

  /// The keys of some classes.
  func words(of classes: [String]) -> Set<String> {
    let numbers = classes.compactMap { lexicon.categories[$0] }
    let entries = lexicon.entries.filter { numbers.contains($0.category) && $0.key >= 0 }
    return Set(entries.map { lexicon.keys[Int($0.key)] })
  }

  init(files: [ResourceFile], units: ResourceFile) throws {
    let isUnspaced = files.contains { $0.root[Node("unspaced")]?.bool == true }
    var lexicon = Lexicon(isUnspaced: isUnspaced)
    var parts: [(name: String, patterns: [String])] = []
    var families: [Family: [String]] = [:]
    for file in files {
      for (name, meanings) in try file.mapping("classes") {
        for (key, words) in try file.pairs(of: meanings) {
          for word in try file.strings(of: words) { lexicon.add(word, category: name, key: key) }
        }
      }
      for (name, patterns) in try file.mapping("parts") {
        parts.append((name, try file.strings(of: patterns)))
      }
      for (name, patterns) in try file.mapping("values") {
        guard let family = Family(rawValue: name) else {
          throw ResourceError(name: file.name, reason: "no family is called \"\(name)\"")
        }
        families[family, default: []] += try file.strings(of: patterns)
      }
    }
    let values = Family.allCases.compactMap { family in
      families[family].map { (family: family, patterns: $0) }
    }
    grammar = try Grammar(parts: parts, values: values, lexicon: &lexicon)
    tokenizer = Tokenizer(words: lexicon.words, isUnspaced: isUnspaced)
    self.lexicon = lexicon
    self.units = try UnitTable(units)
  }
}

/// One YAML file of words and rules.
struct ResourceFile {
  let name: String
  let root: Node.Mapping

  init(_ url: URL) throws {
    name = url.lastPathComponent
    let text = try String(contentsOf: url, encoding: .utf8)
    guard let mapping = try Yams.compose(yaml: text)?.mapping else {
      throw ResourceError(name: name, reason: "it is no mapping")
    }
    root = mapping
  }

  /// The entries of a section, in their order; none where the file lacks it.
  func mapping(_ section: String) throws -> [(String, Node)] {
    guard let node = root[Node(section)] else { return [] }
    return try pairs(of: node)
  }

  func pairs(of node: Node) throws -> [(String, Node)] {
    guard let mapping = node.mapping else {
      throw ResourceError(name: name, reason: "a mapping is expected\(place(node))")
    }
    return try mapping.map { key, value in
      guard let text = key.scalar?.string else {
        throw ResourceError(name: name, reason: "a word is expected\(place(key))")
      }
      return (text, value)
    }
  }

  func strings(of node: Node) throws -> [String] {
    guard let sequence = node.sequence else {
      throw ResourceError(name: name, reason: "a list is expected\(place(node))")
    }
    return try sequence.map { item in
      guard let text = item.scalar?.string else {
        throw ResourceError(name: name, reason: "a word is expected\(place(item))")
      }
      return text
    }
  }

  private func place(_ node: Node) -> String { node.mark.map { ", line \($0.line)" } ?? "" }
}
