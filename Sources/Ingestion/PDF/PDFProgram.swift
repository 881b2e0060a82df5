import Foundation
import Glibc

/// The border to poppler's `pdftotext` (https://poppler.freedesktop.org): a document goes in, its text
/// comes out.
///
/// PDF is read in a process of its own, with limits on its memory and time, because a document may be
/// made to break its reader; what breaks then is that process. It is handed the bytes and no path.
/// Poppler's licence is the GPL, which is another reason not to link it.
public enum PDFProgram {
  /// Where the program is; nothing where it is not installed. `CROSSREAD_PDFTOTEXT` names another one.
  public static var location: String? {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["CROSSREAD_PDFTOTEXT"] { return isProgram(named) ? named : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/pdftotext" }.first(where: isProgram)
  }

  /// Its version: `22.12.0`; nothing where it is not installed or does not run.
  public static var version: String? {
    guard let location else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: location)
    process.arguments = ["-v"]
    let output = Pipe()
    process.standardError = output
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    try? output.fileHandleForWriting.close()
    let deadline = Deadline(file: location, limit: .seconds(10))
    let bytes = bytes(from: output.fileHandleForReading, limit: 1 << 12, until: deadline)
    if deadline.isPast, process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    return words.dropFirst().first { $0.first?.isNumber == true }.map(String.init)
  }

  /// The command that installs it.
  public static let remedy = "apt-get install poppler-utils"

  /// Why a document has no text.
  enum Mistake: Error, Sendable, Hashable {
    case notInstalled
    case tooLarge
    case tooLate
    case failed(reason: String)
  }

  /// What the program writes for a document: XHTML with the metadata, and the words with their places.
  ///
  /// - Parameter limits: how many bytes may come out, and when.
  static func output(for document: [UInt8], limits: ReadingLimits, rules: PDFRules)
    throws(Mistake) -> [UInt8]
  {
    guard let location else { throw .notInstalled }
    guard let input = unnamedFile(holding: document) else {
      throw .failed(reason: "no temporary file can be written")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Should Crossread itself be ended, its child ends too.
    let seconds = limits.deadline.limit.components.seconds + 1
    let bounds = "ulimit -v \(rules.memory << 10); ulimit -t \(seconds)"
    process.arguments = ["-c", "\(bounds); exec \"$0\" -q -enc UTF-8 -bbox-layout - -", location]
    process.environment = ["LC_ALL": "C"]
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .failed(reason: "it cannot be started")
    }
    try? output.fileHandleForWriting.close()
    let limit = limits.maximumExpandedSize
    let bytes = bytes(
      from: output.fileHandleForReading, limit: limit, until: limits.deadline)
    let isLate = limits.deadline.isPast
    let isGivenUp = isLate || bytes.count > limit
    if isGivenUp, process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    guard !isLate else { throw .tooLate }
    guard bytes.count <= limit else { throw .tooLarge }
    guard process.terminationReason == .exit else {
      throw .failed(reason: "its reader used more memory than it may, or broke down")
    }
    guard process.terminationStatus == 0 else {
      throw .failed(reason: "its reader gave up with status \(process.terminationStatus)")
    }
    return bytes
  }

  /// Reads to the end, and no further than a piece over the limit or to the end of the time.
  private static func bytes(from handle: FileHandle, limit: Int, until deadline: Deadline)
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit, hasMore(handle.fileDescriptor, until: deadline) {
      let count = read(handle.fileDescriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return bytes
  }

  /// Waits until there is something to read, or the end; gives up where the time is over.
  private static func hasMore(_ descriptor: Int32, until deadline: Deadline) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while !deadline.isPast {
      let milliseconds = (deadline.rest / .milliseconds(1)).rounded(.up)
      let ready = poll(&state, 1, Int32(min(milliseconds, 60_000)))
      if ready > 0 || (ready < 0 && errno != EINTR) { return true }
    }
    return false
  }

  /// A file that has no name any more, at its beginning: what is piped in instead could fill the pipe
  /// while the other one fills.
  private static func unnamedFile(holding bytes: [UInt8]) -> FileHandle? {
    var template = Array("\(NSTemporaryDirectory())crossread-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: bytes)
      try handle.seek(toOffset: 0)
      return handle
    } catch {
      return nil
    }
  }

  private static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }
}
