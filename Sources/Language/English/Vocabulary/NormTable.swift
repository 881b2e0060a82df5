import Foundation

/// The normal forms of words that are not simply their lower case: `€` is read as `$`, `colour` as
/// `color`.
struct NormTable: Sendable {
  /// The normal forms, by place.
  private let norms: [String]
  /// Places by the words' identifiers.
  private let places: HashIndex

  /// Joins a package's table `lexeme_norm` with the forms that spaCy has for all languages.
  ///
  /// - Parameters:
  ///   - lookups: the path of the package's `vocab/lookups.bin`.
  ///   - base: the path of a file with lines of a word, a tab and its form, used where the package
  ///     has none.
  /// - Throws: ``PipelinePackageError``.
  init(lookups: String, base: String, symbols: SymbolTable) throws {
    var norms: [String] = []
    var places = HashIndex(capacity: 4_096)
    for line in try String(contentsOfFile: base, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else {
        throw PipelinePackageError.malformed(file: base, reason: "a line has no two columns")
      }
      places[symbols.identifier(String(fields[0]))] = Int32(norms.count)
      norms.append(String(fields[1]))
    }
    let document = try MessagePackDocument(path: lookups)
    for entry in document.value("lexeme_norm", in: document.root)?.entries ?? [] {
      guard let word = entry.key.hash, let norm = document.text(entry.value) else {
        throw document.malformed("an entry of lexeme_norm is no hash and text")
      }
      places[word] = Int32(norms.count)
      norms.append(norm)
    }
    self.norms = norms
    self.places = places
  }

  /// The normal form of the word with an identifier, nil where it is the lower case.
  func norm(_ identifier: UInt64) -> String? {
    let place = places[identifier]
    return place < 0 ? nil : norms[Int(place)]
  }
}
