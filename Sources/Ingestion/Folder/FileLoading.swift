import Glibc

/// The bytes of a file and the name by which messages speak of it.
struct SourceFile: Sendable {
  /// The file, relative to the event's folder or as the caller named it.
  var name: String
  /// What is in it.
  var bytes: [UInt8]
  /// Whether the bytes are those that were packed in a gzip file of this name.
  var isUnpacked = false
  /// Whether somebody wrote to it while it was read.
  var isChanged = false

  /// The last part of the name without its last ending: `mofa` of `x/mofa.html` and of
  /// `x/mofa.html.gz`.
  var stem: String { Self.parts(of: lastName, withoutGzip: true).stem }

  /// The last ending in lower case: `html` of `x/mofa.HTML`; empty where there is none.
  var ending: String { Self.parts(of: lastName, withoutGzip: isUnpacked).ending.lowercased() }

  private var lastName: Substring { name.split(separator: "/").last ?? "" }

  private static func parts(of name: Substring, withoutGzip: Bool) -> (stem: String, ending: String)
  {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return (String(name), "")
    }
    let ending = String(name[name.index(after: dot)...])
    guard withoutGzip, ending.lowercased() == "gz" else { return (String(name[..<dot]), ending) }
    return parts(of: name[..<dot], withoutGzip: false)
  }
}

/// What of a file changes when somebody writes to it.
struct FileState: Sendable, Hashable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

/// Reads whole files, and refuses whatever could block, leave the folder or fill the memory.
struct FileLoading: Sendable {
  var options: ReadingOptions

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - name: what messages call it.
  ///   - folder: the folder that a link must not lead out of, where there is one.
  func load(_ path: String, name: String, within folder: String? = nil) throws(IngestionError)
    -> SourceFile
  {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(of: path, name: name) }
    try refuseOtherThanFile(status, name: name)
    if let folder { try refuseLink(path, name: name, outOf: folder) }
    guard Int(status.st_size) <= options.maximumFileSize else {
      throw IngestionError(
        file: name, .tooLarge(size: Int(status.st_size), limit: options.maximumFileSize))
    }
    // Not blocking, because the file may have become a pipe since it was looked at.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(of: path, name: name) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw failure(of: path, name: name) }
    try refuseOtherThanFile(status, name: name)
    let bytes = try bytes(of: descriptor, name: name, expected: Int(status.st_size))
    let before = FileState(status)
    guard fstat(descriptor, &status) == 0 else { throw failure(of: path, name: name) }
    return SourceFile(name: name, bytes: bytes, isChanged: FileState(status) != before)
  }

  /// Reads standard input to its end.
  func loadStandardInput(name: String) throws(IngestionError) -> SourceFile {
    SourceFile(name: name, bytes: try bytes(of: STDIN_FILENO, name: name, expected: 1 << 16))
  }

  /// Reads a descriptor to its end, and no further than one byte over the limit.
  private func bytes(of descriptor: Int32, name: String, expected: Int) throws(IngestionError)
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var capacity = max(expected + 1, 1 << 12)
    while true {
      let (piece, code) = readPiece(of: descriptor, capacity: capacity)
      guard code == 0 else {
        throw IngestionError(file: name, .unreadable(reason: String(cString: strerror(code))))
      }
      guard !piece.isEmpty else { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
      guard bytes.count <= options.maximumFileSize else {
        throw IngestionError(
          file: name, .tooLarge(size: bytes.count, limit: options.maximumFileSize))
      }
      capacity = max(1 << 16, min(capacity, 1 << 20))
    }
  }

  private func readPiece(of descriptor: Int32, capacity: Int) -> ([UInt8], Int32) {
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var got = read(descriptor, buffer.baseAddress, capacity)
      while got < 0, errno == EINTR { got = read(descriptor, buffer.baseAddress, capacity) }
      code = got < 0 ? errno : 0
      count = max(0, got)
    }
    return (piece, code)
  }

  private func refuseOtherThanFile(_ status: stat, name: String) throws(IngestionError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw IngestionError(file: name, .isFolder)
    case S_IFIFO: throw IngestionError(file: name, .notRegular(kind: "named pipe"))
    case S_IFSOCK: throw IngestionError(file: name, .notRegular(kind: "socket"))
    default: throw IngestionError(file: name, .notRegular(kind: "device"))
    }
  }

  private func refuseLink(_ path: String, name: String, outOf folder: String)
    throws(IngestionError)
  {
    guard !options.followsLinksOutOfFolder, let target = resolved(path), let home = resolved(folder)
    else { return }
    guard target.hasPrefix(home == "/" ? home : home + "/") else {
      throw IngestionError(file: name, .linkOutOfFolder(target: target))
    }
  }

  private func failure(of path: String, name: String) -> IngestionError {
    let code = errno
    var status = stat()
    if code == ENOENT || code == ELOOP, lstat(path, &status) == 0 {
      return IngestionError(file: name, .brokenLink)
    }
    // What the system calls it cannot be written as a text.
    if code == ENOENT, name.unicodeScalars.contains("\u{FFFD}") {
      return IngestionError(file: name, .nameNotText)
    }
    if code == ENOENT || code == ENOTDIR { return IngestionError(file: name, .missing) }
    return IngestionError(
      file: name, .unreadable(reason: String(cString: strerror(code)).lowercased()))
  }
}

/// A path without links, `.` and `..`; nothing where it does not exist.
private func resolved(_ path: String) -> String? {
  guard let pointer = realpath(path, nil) else { return nil }
  defer { free(pointer) }
  return String(cString: pointer)
}
