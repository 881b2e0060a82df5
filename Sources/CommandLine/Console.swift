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
  ///
  /// The file is written beside its place and moved there, so that there is never half a report.
  static func write(_ text: String, to path: String?) throws {
    guard let path, path != "-" else {
      try writeToStandardOutput(Data(text.utf8))
      return
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw OutputError(path: path, reason: reason(of: error))
    }
  }

  private static func writeToStandardOutput(_ data: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw OutputError(path: "standard output", reason: reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    let error = error as NSError
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let code = underlying?.domain == NSPOSIXErrorDomain ? underlying?.code : nil
    return code.map { String(cString: strerror(Int32($0))) } ?? error.localizedDescription
  }
}

/// A result that could not be written.
struct OutputError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String {
    "\(path): cannot be written: \(reason); choose another place with --output"
  }
}
