import Foundation

/// The words of English by their meanings: WordNet 3.0 (Miller, WordNet: a lexical database for English, CACM 1995), read
/// from its files as they lie on the disk (`wndb(5WN)`, `wninput(5WN)`).
///
///     let screenwriter = wordNet.meaning(of: "screenwriter", .noun)
///     let writer = wordNet.meaning(of: "writer", .noun)
///     // A screenwriter is a kind of writer: screenwriter.kinds has a meaning of writer.own.
public struct WordNet: Sendable {
  private let indexes: [WordNetIndex]
  private let data: [MappedFile]

  /// Where Debian and WordNet 3.0 itself put the files.
  static let usualFolders = ["/usr/share/wordnet", "/usr/local/WordNet-3.0/dict"]

  /// The folder of the files, where they are in one of the usual places.
  public static var folder: String? {
    usualFolders.first { FileManager.default.fileExists(atPath: $0 + "/data.noun") }
  }

  /// WordNet where it is installed, else nothing: what it tells is then told by embeddings alone.
  public init?() {
    guard let folder = Self.folder else { return nil }
    self.init(folder: folder)
  }

  /// WordNet from a folder; nothing where one of its files cannot be read.
  public init?(folder: String) {
    var indexes: [WordNetIndex] = []
    var data: [MappedFile] = []
    for `class` in Synset.Class.allCases {
      guard let index = try? MappedFile(path: "\(folder)/index.\(`class`.suffix)"),
        let file = try? MappedFile(path: "\(folder)/data.\(`class`.suffix)")
      else { return nil }
      indexes.append(WordNetIndex(file: index))
      data.append(file)
    }
    self.indexes = indexes
    self.data = data
  }

  /// How many meanings of a word count: the rarer ones would make anything a kind of anything.
  private static let commonMeanings = 4

  /// What a word means; nothing where WordNet does not have it.
  ///
  /// - Parameters:
  ///   - lemma: its base form.
  ///   - partOfSpeech: names have no meaning.
  /// - Complexity: logarithmic in the number of words.
  public func meaning(of lemma: String, _ partOfSpeech: PartOfSpeech) -> WordMeaning? {
    guard let `class` = Synset.Class(partOfSpeech) else { return nil }
    let word = lemma.lowercased().replacing(" ", with: "_")
    let own = indexes[Int(`class`.rawValue)].offsets(of: word).prefix(Self.commonMeanings)
      .map { Synset(`class`, offset: $0) }
    guard !own.isEmpty else { return nil }
    let derivations = own.flatMap { self.derivations(of: word, in: entry(of: $0)) }
    return WordMeaning(
      own: own.sorted(), kinds: kinds(of: own, steps: Self.steps(of: `class`)).sorted(),
      derivations: Set(derivations).sorted())
  }

  /// How far up the hierarchy a word still says something of the meaning.
  private static func steps(of class: Synset.Class) -> Int { `class` == .noun ? 4 : 2 }

  /// Some meanings with what they are kinds of, level by level.
  private func kinds(of own: [Synset], steps: Int) -> Set<Synset> {
    var kinds = Set(own)
    var level = own
    for _ in 0..<steps {
      level = level.flatMap { entry(of: $0).pointers.filter(\.isToKind).map(\.target) }
        .filter { kinds.insert($0).inserted }
    }
    return kinds
  }

  private func derivations(of word: String, in entry: WordNetEntry) -> [String] {
    entry.pointers.filter(\.isToDerivation).compactMap { pointer in
      if let source = pointer.sourceWord, entry.word(at: source) != word { return nil }
      return self.entry(of: pointer.target).word(at: pointer.targetWord ?? 0)
    }
  }

  private func entry(of synset: Synset) -> WordNetEntry {
    WordNetEntry(line: data[Int(synset.class.rawValue)].line(at: synset.offset))
  }
}

extension MappedFile {
  /// The bytes from an offset to the end of the line.
  fileprivate func line(at offset: Int) -> Slice<UnsafeRawBufferPointer> {
    guard offset < count else { return bytes[count..<count] }
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? count
    return bytes[offset..<end]
  }
}
