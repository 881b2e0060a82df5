import CMeCab
import Foundation
import Source

/// Splits Japanese text into words by MeCab with the IPADIC dictionary.
///
/// MeCab's tagger is not safe to share between threads: make one a task. Nothing outside of this file
/// sees a pointer of MeCab's. API: `mecab.h`, https://taku910.github.io/mecab/libmecab.html.
final class MorphologicalAnalyzer {
  private let tagger: OpaquePointer

  /// Opens the dictionary.
  ///
  /// - Throws: `ModelError` when there is no IPADIC in UTF-8 or MeCab refuses it.
  init() throws {
    let arguments = Self.dictionaryFolder.map { "-r /dev/null -d \($0)" } ?? ""
    guard let tagger = mecab_new2(arguments) else {
      throw ModelError.missing(component: .japaneseDictionary, detail: Self.lastError)
    }
    self.tagger = tagger
    guard let information = mecab_dictionary_info(tagger),
      String(cString: information.pointee.charset).lowercased().hasPrefix("utf")
    else {
      mecab_destroy(tagger)
      throw ModelError.missing(
        component: .japaneseDictionary, detail: "the dictionary is not in UTF-8")
    }
  }

  deinit { mecab_destroy(tagger) }

  /// The morphemes of a text in order; white space between them is passed over.
  ///
  /// - Complexity: linear in the length of the text.
  func morphemes(of text: String) -> [Morpheme] {
    var bytes = Array(text.utf8)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        var morphemes: [Morpheme] = []
        guard let start = characters.baseAddress else { return [] }
        var node = mecab_sparse_tonode2(tagger, start, characters.count)
        while let current = node {
          defer { node = UnsafePointer(current.pointee.next) }
          guard current.pointee.length > 0, let surface = current.pointee.surface else { continue }
          let offset = surface - UnsafePointer(start)
          morphemes.append(
            Morpheme(
              bytes: offset..<offset + Int(current.pointee.length),
              features: String(cString: current.pointee.feature)))
        }
        return morphemes
      }
    }
  }

  /// Where Debian and Ubuntu put the dictionary; elsewhere MeCab's own configuration is asked.
  static var dictionaryFolder: String? {
    ["/var/lib/mecab/dic/ipadic-utf8", "/usr/share/mecab/dic/ipadic"]
      .first { FileManager.default.fileExists(atPath: $0 + "/sys.dic") }
  }

  /// MeCab's version.
  static var version: String { mecab_version().map { String(cString: $0) } ?? "" }

  private static var lastError: String {
    mecab_strerror(nil).map { String(cString: $0) } ?? "MeCab could not be started"
  }
}

/// A morpheme with IPADIC's description of it.
struct Morpheme: Sendable, Hashable {
  /// The place in the UTF-8 form of the text.
  let bytes: Range<Int>
  /// IPADIC's features: part of speech with three subclasses, conjugation type and form, base form,
  /// reading, pronunciation, separated by commas; `*` where there is none.
  private let features: [Substring]

  init(bytes: Range<Int>, features: String) {
    self.bytes = bytes
    self.features = features.split(separator: ",", omittingEmptySubsequences: false)
  }

  /// Part of speech and first subclass: `名詞-固有名詞`.
  var tag: String {
    let subclass = feature(1)
    return (feature(0) ?? "") + (subclass.map { "-" + $0 } ?? "")
  }

  /// The form under which a dictionary lists it.
  var baseForm: String? { feature(6) }

  /// How it is read, in katakana; nothing for a word that the dictionary does not list.
  var reading: String? { feature(7) }

  /// What a proper noun of the dictionary names, in the terms of the English pipeline; nothing for words
  /// that IPADIC only guesses at.
  var entityType: String? {
    guard reading != nil, feature(1) == "固有名詞" else { return nil }
    switch feature(2) {
    case "人名": return "PERSON"
    case "地域": return "GPE"
    case "組織": return "ORG"
    default: return nil
    }
  }

  private func feature(_ index: Int) -> String? {
    guard index < features.count, features[index] != "*" else { return nil }
    return String(features[index])
  }
}
