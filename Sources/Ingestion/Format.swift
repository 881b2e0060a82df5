/// The formats in which accounts come.
enum Format: Sendable, Hashable {
  // Known by their bytes: their text has charsets of its own, or none.
  case message, office, pdf, gzip, webArchive

  // Known by their text.
  case html, markdown, plain, json, newsXML, subtitles

  /// The format of a file whose bytes are not text in one charset; nothing for a file of text.
  init?(ofBytes file: SourceFile) {
    let bytes = file.bytes
    if GzipFile.isGzip(bytes) {
      self = .gzip
    } else if Self.archiveMarks.contains(where: { bytes.starts(with: $0) }) {
      self = .office
    } else if bytes.starts(with: Self.pdfMark) {
      self = .pdf
    } else if WARCArchive.isArchive(bytes) {
      self = .webArchive
    } else if MessageSniffer.isMessage(file) {
      self = .message
    } else {
      return nil
    }
  }

  /// The first bytes of ZIP archives, full and empty.
  private static let archiveMarks: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06],
  ]
  private static let pdfMark = Array("%PDF-".utf8)

  /// The format of a text, by its first characters where they are telling and else by the file's
  /// ending.
  init(of text: [UInt8], file: SourceFile, deadline: Deadline) {
    let start = text.drop { $0 <= 0x20 }.prefix(1024)
    switch file.ending {
    case "html", "htm", "xhtml", "xht": self = .html
    case "json": self = .json
    case "js" where XStatusReader.isScript(start): self = .json
    case "md", "markdown", "mdown": self = .markdown
    case "vtt", "srt": self = .subtitles
    // Items of news have pages in them.
    case _ where NewsXMLReader.reads(root: Self.rootName(start)): self = .newsXML
    case _ where Self.isPage(start): self = .html
    case "xml", "rss", "atom", "rdf", "nitf", "newsml": self = .newsXML
    case "", "txt", "text":
      self = Self.isObject(text, deadline) ? .json : Self.textFormat(start)
    default: self = .plain
    }
  }

  /// Whether a text begins as a page does.
  private static func isPage(_ start: ArraySlice<UInt8>) -> Bool {
    guard start.first == UInt8(ascii: "<") else { return false }
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    return lower.hasPrefix("<!doctype html") || lower.contains("<html") || lower.hasPrefix("<head")
      || lower.hasPrefix("<body")
  }

  /// The name of the first element of XML without its prefix; empty where the text is no XML.
  private static func rootName(_ start: ArraySlice<UInt8>) -> String {
    guard start.first == UInt8(ascii: "<") else { return "" }
    let text = String(decoding: start, as: UTF8.self)
    guard let match = text.firstMatch(of: #/<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)/#) else {
      return ""
    }
    return String(match.1)
  }

  /// The format of a text that is neither markup nor JSON.
  private static func textFormat(_ start: ArraySlice<UInt8>) -> Format {
    SubtitleFile.isSubtitles(String(decoding: start, as: UTF8.self)) ? .subtitles : .plain
  }

  /// Whether a text without a telling ending is one JSON object or list: it must read as one.
  private static func isObject(_ text: [UInt8], _ deadline: Deadline) -> Bool {
    let first = text.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    return (try? JSONValue(parsing: text, deadline: deadline)) != nil
  }
}

extension SourceFile {
  /// Whether the file is a page by its ending or its first character.
  var looksLikeMarkup: Bool {
    let isPage = ["html", "htm", "xhtml", "xht"].contains(ending)
    return isPage || bytes.prefix(1024).first { $0 > 0x20 } == UInt8(ascii: "<")
  }
}
