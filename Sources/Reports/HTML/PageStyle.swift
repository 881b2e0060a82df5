import Crypto
import Foundation
import Source

/// The style and the script of a page (`Resources/html`), and the policy that allows them.
struct PageStyle: Sendable {
  private let base: String
  private let marks: String
  private let digest: String
  /// The script: it adds scrolling and the Escape key to what the page does without it.
  let script: HTML

  /// - Throws: `ResourceError` when a file cannot be read.
  init() throws {
    base = try ResourceTable.text(from: "html/page.css", in: .module)
    marks = try ResourceTable.text(from: "html/chosen.css", in: .module)
    let script = "\n" + (try ResourceTable.text(from: "html/page.js", in: .module))
    self.script = HTML(resource: script)
    digest = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
  }

  /// The style, with the rules by which choosing a point marks it everywhere: selectors for each point, since style
  /// sheets cannot compare an element with the one that was chosen.
  func sheet(choosing numbers: [Int]) -> HTML {
    guard !numbers.isEmpty else { return HTML(resource: base) }
    let selectors = numbers.map { number in
      let chosen = "#texts:has(#p\(number):checked)"
      return "\(chosen) .p\(number), \(chosen) ~ section .p\(number)"
    }.joined(separator: ",\n")
    return HTML(resource: base + marks.replacing("/* selectors */", with: selectors))
  }

  /// What the page may load and run: its own style and its one script.
  var policy: String {
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(digest)'; "
      + "base-uri 'none'; form-action 'none'"
  }
}
