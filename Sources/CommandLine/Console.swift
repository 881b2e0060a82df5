import Foundation

/// Writes results to standard output or a file, and messages to standard error.
enum Console {
  /// Whether a person looks at standard error.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes one line to standard error, with the program's name.
  static func error(_ message: String) {
    FileHandle.standardError.write(Data("crossread: \(message)\n".utf8))
  }

  /// Shows what is being done on a terminal, in place of what was shown before; nothing elsewhere.
  static func progress(_ message: String) {
    guard isInteractive else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(message)".utf8))
  }

  /// Takes away what `progress` has shown.
  static func endProgress() { progress("") }

  /// Writes a result to a file, or to standard output where there is none.
  static func write(_ text: String, to path: String?) throws {
    try stream(to: path) { write in try write(Data(text.utf8)) }
  }

  /// Writes a result piece by piece to a file, or to standard output where there is none.
  ///
  /// A file is written beside its place and moved there, so that there is never half a report. Devices and
  /// pipes are written where they are.
  ///
  /// - Parameter work: is handed the function that writes a piece; where it throws, no file is left.
  static func stream(
    to path: String?, _ work: (_ write: (Data) throws -> Void) throws -> Void
  ) throws {
    guard let path, path != "-" else {
      return try work { try write($0, to: STDOUT_FILENO, named: "standard output") }
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    let exists = stat(target, &status) == 0
    guard exists, status.st_mode & S_IFMT != S_IFREG else {
      return try replace(
        target, mode: exists ? status.st_mode & 0o777 : nil, named: path, work)
    }
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    defer { close(descriptor) }
    try work { try write($0, to: descriptor, named: path) }
  }

  /// Puts a file in the place of another in one step, with the permissions of the one that it replaces: a
  /// report that was private stays so.
  private static func replace(
    _ target: String, mode: mode_t?, named path: String,
    _ work: (_ write: (Data) throws -> Void) throws -> Void
  ) throws {
    let draft = target + ".\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o644)
    guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    do {
      defer { close(descriptor) }
      // What the umask took away when the file was made.
      if let mode, fchmod(descriptor, mode) != 0 { throw OutputError(path: path, code: errno) }
      try work { try write($0, to: descriptor, named: path) }
    } catch {
      unlink(draft)
      throw error
    }
    guard rename(draft, target) == 0 else {
      let code = errno
      unlink(draft)
      throw OutputError(path: path, code: code)
    }
  }

  /// Makes a folder, and those that it lies in, where there is none.
  ///
  /// - Throws: `OutputError` when it cannot be made.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutputError(path: path, code: errno)
    }
  }

  private static func write(_ data: Data, to descriptor: Int32, named path: String) throws {
    do {
      try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: data)
    } catch {
      throw OutputError(path: path, code: errno)
    }
  }
}

/// A result that could not be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  /// The system's number for the reason.
  let code: Int32

  var description: String {
    "\(path): cannot be written: \(String(cString: strerror(code))); choose another place with --output"
  }
}
