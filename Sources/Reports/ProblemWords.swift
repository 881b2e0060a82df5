import Ingestion
import Source

/// Why files were left out, in Japanese (`Resources/ja/problems.yaml`); in English errors say so themselves.
struct ProblemWords: Sendable {
  private let templates: [String: String]

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    templates = try ResourceTable.decode(
      [String: String].self, from: "ja/problems.yaml", in: .module)
  }

  /// One line: the file, the place and the trouble.
  func text(of problem: IngestionError) -> String {
    let (key, values) = Self.parts(of: problem.trouble)
    let line = problem.line.map { filled("line", ["number": "\($0)"]) } ?? ""
    return filled("problem", ["file": problem.file, "line": line, "trouble": filled(key, values)])
  }

  private func filled(_ key: String, _ values: [String: String]) -> String {
    MessageCatalog.filled(templates[key] ?? key, values)
  }

  /// The key of the sentence of a trouble, and what is filled into it.
  static func parts(of trouble: IngestionError.Trouble) -> (key: String, values: [String: String]) {
    switch trouble {
    case .missing: ("missing", [:])
    case .isFolder: ("isFolder", [:])
    case .isNoFolder: ("isNoFolder", [:])
    case .notRegular(let kind): ("notRegular", ["kind": kind])
    case .unreadable(let reason): ("unreadable", ["reason": reason])
    case .brokenLink: ("brokenLink", [:])
    case .nameNotText: ("nameNotText", [:])
    case .changedWhileRead: ("changedWhileRead", [:])
    case .linkOutOfFolder(let target): ("linkOutOfFolder", ["target": target])
    case .tooLarge(let size, let limit):
      ("tooLarge", ["size": "\(size >> 20)", "limit": "\(limit >> 20)"])
    case .empty: ("empty", [:])
    case .notText(let found): ("notText", ["found": found])
    case .undecodable(let charset): ("undecodable", ["charset": charset])
    case .unsupported(let format, _): ("unsupported", ["format": format])
    case .tooManyElements(let limit): ("tooManyElements", ["limit": "\(limit)"])
    case .noMainText: ("noMainText", [:])
    case .malformed(let format, let reason): ("malformed", ["format": format, "reason": reason])
    case .unknownPost: ("unknownPost", [:])
    case .unknownKey(let key, _): ("unknownKey", ["key": key])
    case .invalidValue(let key, let expected):
      ("invalidValue", ["key": key, "expected": expected])
    case .unknownFile(let name, _): ("unknownFile", ["name": name])
    case .duplicateIdentifier(let id, let other):
      ("duplicateIdentifier", ["id": id, "other": other])
    case .nothingToCompare(let accounts, _): ("nothingToCompare", ["accounts": "\(accounts)"])
    case .unknownCharset(let label, let readAs):
      ("unknownCharset", ["label": label, "readAs": readAs])
    case .replacedBytes(let count, let charset):
      ("replacedBytes", ["count": "\(count)", "charset": charset])
    case .otherEvent: ("otherEvent", [:])
    case .linkedFolder: ("linkedFolder", [:])
    case .folderReadAlready: ("folderReadAlready", [:])
    case .eventFileExists: ("eventFileExists", [:])
    case .imagesOnly: ("imagesOnly", [:])
    case .noPages(let withoutText): ("noPages", ["withoutText": "\(withoutText)"])
    case .missingProgram(let name, let remedy):
      ("missingProgram", ["name": name, "remedy": remedy])
    case .leftOut(let parts): ("leftOut", ["parts": parts])
    case .tooDeep(let what, let limit): ("tooDeep", ["what": what, "limit": "\(limit)"])
    case .expandsTooFar(let limit): ("expandsTooFar", ["limit": "\(limit >> 20)"])
    case .tooMuchText(let limit): ("tooMuchText", ["limit": "\(limit >> 20)"])
    case .partTooLarge(let part, let limit):
      ("partTooLarge", ["part": part, "limit": "\(limit >> 20)"])
    case .unknownCompression(let part, let name):
      ("unknownCompression", ["part": part, "name": name])
    case .takesTooLong(let limit): ("takesTooLong", ["limit": "\(limit.components.seconds)"])
    case .noSuchAccount(let number, let count):
      ("noSuchAccount", ["number": "\(number)", "count": "\(count)"])
    case .unknownXML(let root): ("unknownXML", ["root": root])
    case .resource(let reason): ("resource", ["reason": reason])
    }
  }
}
