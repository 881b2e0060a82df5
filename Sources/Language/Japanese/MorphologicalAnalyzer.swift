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
              surface: Substring(
                decoding: UnsafeRawBufferPointer(
                  start: surface, count: Int(current.pointee.length)), as: UTF8.self),
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
