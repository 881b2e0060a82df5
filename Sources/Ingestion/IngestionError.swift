/// What went wrong with a file or a folder: which one, where in it, and what to do.
///
/// `description` is what a person reads; the other members are what a program asks.
public struct IngestionError: Error, Sendable, Hashable {
  /// The file or folder, as the caller named it or relative to the event's folder.
  public var file: String
  /// The line, from 1, where the trouble stands in one place.
  public var line: Int?
  /// The trouble.
  public var trouble: Trouble
  /// Whether the file was read all the same, so that this is only worth knowing.
  public var isNote: Bool
  /// The other mistakes in the same file, where one look found several.
  public var others: [IngestionError] = []

  /// What can be wrong.
  public enum Trouble: Sendable, Hashable {
    /// There is no such file or folder.
    case missing
    /// A folder was given where a file is wanted.
    case isFolder
    /// A file was given where a folder is wanted.
    case isNoFolder
    /// A pipe, a socket or a device: reading it could block for ever.
    case notRegular(kind: String)
    /// The operating system refuses to read it.
    case unreadable(reason: String)
    /// A symbolic link that leads to no file.
    case brokenLink
    /// The name of a file is not in UTF-8, so that nothing can speak of it.
    case nameNotText
    /// It was written to while it was read.
    case changedWhileRead
    /// A symbolic link leads out of the event's folder.
    case linkOutOfFolder(target: String)
    /// The file is larger than the limit; both in bytes.
    case tooLarge(size: Int, limit: Int)
    /// There is nothing in the file.
    case empty
    /// The bytes are no text; `found` says what they look like.
    case notText(found: String)
    /// Most of the bytes mean nothing in the charset.
    case undecodable(charset: String)
    /// A format that is known and not read; `instead` says what to hand over in its place.
    case unsupported(format: String, instead: String)
    /// A page with more elements than the limit.
    case tooManyElements(limit: Int)
    /// There is markup but no text that could be an account.
    case noMainText
    /// The text breaks the rules of its format.
    case malformed(format: String, reason: String)
    /// A file that holds several accounts has fewer of them than the one that was asked for.
    case noSuchAccount(number: Int, count: Int)
    /// Parts of a file that are no account's text: attachments, pages without text.
    case leftOut(parts: String)
    /// Something is nested more deeply than the limit.
    case tooDeep(what: String, limit: Int)
    /// What comes out of a compressed or encoded file is larger than the limit, in bytes.
    case expandsTooFar(limit: Int)
    /// The text of all its accounts is larger than the limit, in bytes.
    case tooMuchText(limit: Int)
    /// A part of an archive is larger than the limit, in bytes; the other parts are read.
    case partTooLarge(part: String, limit: Int)
    /// A page that was sent in a compression which is not read; the other pages are.
    case unknownCompression(part: String, name: String)
    /// Reading it takes longer than the limit.
    case takesTooLong(limit: Duration)
    /// XML of a root element that no known format has.
    case unknownXML(root: String)
    /// A document that holds pictures of pages, and no text.
    case imagesOnly
    /// An archive of the web without a page that has text; `withoutText` pages have none.
    case noPages(withoutText: Int)
    /// A program that reads this format is not installed.
    case missingProgram(name: String, remedy: String)
    /// JSON that is none of the kinds of post that are known.
    case unknownPost
    /// A key that means nothing here.
    case unknownKey(key: String, suggestion: String?)
    /// A value of the wrong sort.
    case invalidValue(key: String, expected: String)
    /// `event.yaml` speaks of a file that is not an account of this folder.
    case unknownFile(name: String, suggestion: String?)
    /// Two files go by the same id.
    case duplicateIdentifier(id: String, other: String)
    /// The folder holds too few accounts; `because` tells of a file in it that could not be read.
    case nothingToCompare(accounts: Int, because: String?)
    /// The name of a charset that is not known; the file was read as another one.
    case unknownCharset(label: String, readAs: String)
    /// Some bytes mean nothing in the charset and were read as U+FFFD.
    case replacedBytes(count: Int, charset: String)
    /// A folder inside the event's folder that has an `event.yaml` of its own.
    case otherEvent
    /// A link to a folder.
    case linkedFolder
    /// A folder that was gone into already, by another path.
    case folderReadAlready
    /// `event.yaml` is there already, and is not written over.
    case eventFileExists
    /// A table that belongs to Crossread itself is missing or broken.
    case resource(reason: String)
  }

  /// Makes an error of its parts.
  public init(file: String, line: Int? = nil, isNote: Bool = false, _ trouble: Trouble) {
    self.file = file
    self.line = line
    self.isNote = isNote
    self.trouble = trouble
  }
}

extension IngestionError: CustomStringConvertible {
  /// One line: the file, the place, the trouble, and what to do.
  public var description: String {
    let place = line.map { "\(file): line \($0)" } ?? file
    return oneLine("\(place): \(message)")
  }

  private var message: String {
    switch trouble {
    case .missing, .isFolder, .isNoFolder, .notRegular, .unreadable, .linkOutOfFolder, .tooLarge,
      .empty, .otherEvent, .linkedFolder, .folderReadAlready, .brokenLink, .nameNotText,
      .changedWhileRead, .nothingToCompare, .resource, .eventFileExists:
      fileMessage
    case .notText, .undecodable, .unsupported, .tooManyElements, .noMainText, .unknownCharset,
      .replacedBytes, .leftOut, .tooDeep, .expandsTooFar, .takesTooLong, .imagesOnly, .noPages,
      .missingProgram, .tooMuchText, .partTooLarge, .unknownCompression:
      textMessage
    case .malformed, .unknownPost, .unknownKey, .invalidValue, .unknownFile, .duplicateIdentifier,
      .noSuchAccount, .unknownXML:
      structureMessage
    }
  }

  private var fileMessage: String {
    switch trouble {
    case .missing:
      "no such file or folder; check the path"
    case .isFolder:
      "is a folder; name one file in it"
    case .isNoFolder:
      "is a file; name the folder that holds the accounts of the event"
    case .notRegular(let kind):
      "is a \(kind), not a file; save its content to a file first"
    case .unreadable(let reason):
      "cannot be read: \(reason); check its permissions"
    case .brokenLink:
      "is a link that leads to no file; mend or remove it"
    case .nameNotText:
      "has a name that is not in UTF-8; rename it"
    case .changedWhileRead:
      "was written to while it was read; read it again when it is complete"
    case .linkOutOfFolder(let target):
      "is a link to \(target), out of the folder, and is not followed; copy the file into the"
        + " folder, or ask for links to be followed"
    case .tooLarge(let size, let limit):
      "is too large: \(megabytes(size)), and the limit is \(megabytes(limit)); keep the part that"
        + " matters, or raise the limit"
    case .empty:
      "is empty; remove it or save the account again"
    case .otherEvent:
      "has an event.yaml of its own and so is another event, which is left out; remove that file to"
        + " have its accounts compared with these"
    case .folderReadAlready:
      "leads to a folder that is read already; remove the link"
    case .linkedFolder:
      "is a link to a folder and is not gone into; copy the folder, or ask for links to be followed"
    case .eventFileExists:
      "is there already and is not written over; edit it, or move it away first"
    case .nothingToCompare(let accounts, let because):
      (accounts == 0 ? "holds no account" : "holds one account only")
        + "; a comparison needs two: put another account of the event there"
        + (because.map { " (\($0))" } ?? "")
    case .resource(let reason):
      "this table of crossread's own cannot be read: \(reason); install crossread again"
    default: ""
    }
  }

  private var textMessage: String {
    switch trouble {
    case .notText(let found):
      "is no text but \(found); save the account as HTML, text, Markdown or JSON"
    case .undecodable(let charset):
      "cannot be read as \(charset): most bytes mean nothing in it; set `charset:` in event.yaml"
        + " to choose another"
    case .unsupported(let format, let instead):
      "is \(format), which is not read; \(instead)"
    case .tooManyElements(let limit):
      "has more than \(limit) elements; keep the part that matters, or raise the limit"
    case .noMainText:
      "has no main text: only navigation, or a page that scripts would fill; save the page as the"
        + " browser shows it, or as text"
    case .unknownCharset(let label, let readAs):
      "charset \"\(label)\" is not known; read as \(readAs); set `charset:` in event.yaml to choose"
    case .replacedBytes(let count, let charset):
      "\(count) \(count == 1 ? "byte means" : "bytes mean") nothing in \(charset), read as U+FFFD;"
        + " set `charset:` in event.yaml to choose another"
    case .imagesOnly:
      "holds pictures of pages and no text; run text recognition over it first, or save it as text"
    case .noPages(let withoutText):
      "holds no page with text"
        + (withoutText > 0 ? ", only \(withoutText) without" : "; only pages in HTML are read")
        + "; save the page on its own"
    case .missingProgram(let name, let remedy):
      "needs \(name), which is not installed; get it with: \(remedy)"
    case .leftOut(let parts):
      "\(parts) left out; save as a file of its own what belongs to the account"
    case .tooDeep(let what, let limit):
      "\(what) are nested more than \(limit) deep; take out the part that matters, or raise the limit"
    case .expandsTooFar(let limit):
      "what is packed in it is larger than \(megabytes(limit)); unpack the part that matters, or"
        + " raise the limit"
    case .tooMuchText(let limit):
      "holds more than \(megabytes(limit)) of text; keep the part that matters, or raise the limit"
    case .partTooLarge(let part, let limit):
      "\(part), is larger than \(megabytes(limit)), and left out; save it as a file of its own, or raise"
        + " the limit"
    case .unknownCompression(let part, let name):
      "\(part), is compressed as \"\(name)\", which is not read; save that page as a file of its own"
    case .takesTooLong(let limit):
      "takes more than \(seconds(limit)) to read; keep the part that matters, or raise the limit"
    default: ""
    }
  }

  private var structureMessage: String {
    switch trouble {
    case .malformed(let format, let reason):
      "is not valid \(format): \(reason); correct it there"
    case .noSuchAccount(let number, let count):
      "has \(count) accounts and no number \(number); choose one from 1 to \(count)"
    case .unknownXML(let root):
      "is XML of no known kind (<\(root)>); known are RSS, Atom, NewsML-G2, NITF and XHTML; save it"
        + " as one of them, or as text"
    case .unknownPost:
      "is JSON of no known kind; known are posts of the X API (v2, v1.1) and of its archive, of"
        + " Mastodon and Bluesky, and oEmbed answers"
    case .unknownKey(let key, let suggestion):
      "the key \"\(key)\" is not known; "
        + (suggestion.map { "did you mean \"\($0)\"?" } ?? "remove it")
    case .invalidValue(let key, let expected):
      "the value of \"\(key)\" should be \(expected)"
    case .unknownFile(let name, let suggestion):
      "no account is called \"\(name)\" in this folder; "
        + (suggestion.map { "did you mean \"\($0)\"?" } ?? "remove the entry or add the file")
    case .duplicateIdentifier(let id, let other):
      "the id \"\(id)\" is also that of \(other); give one of them another `id:` in event.yaml"
    default: ""
    }
  }
}

/// A number of bytes for people: `104.9 MB`.
private func megabytes(_ bytes: Int) -> String {
  let tenths = (bytes + 50_000) / 100_000
  return "\(tenths / 10).\(tenths % 10) MB"
}

/// A time for people, in whole seconds.
private func seconds(_ time: Duration) -> String {
  let seconds = time.components.seconds
  return seconds == 1 ? "1 second" : "\(seconds) seconds"
}

/// Text without line ends and other control characters, which file names and values may carry.
private func oneLine(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    scalars.append(isControl || scalar == "\u{2028}" || scalar == "\u{2029}" ? " " : scalar)
  }
  return String(scalars)
}
