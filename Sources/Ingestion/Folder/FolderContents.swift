import Glibc

/// What is in an event's folder and in the folders in it, by path within the event's folder.
struct FolderContents: Sendable {
  /// The folder's own name.
  var name: String
  /// The files that may be accounts, sorted.
  var files: [String] = []
  /// What was not gone into, and why.
  var problems: [IngestionError] = []
  /// Whether it has an `event.yaml`.
  var hasEventFile = false

  private let options: ReadingOptions
  /// The folders that have been gone into, by device and number, so that no link leads round.
  private var visited: Set<[UInt64]> = []

  /// Lists a folder and all folders in it.
  init(of folder: String, options: ReadingOptions) throws(IngestionError) {
    name = Self.name(of: folder)
    self.options = options
    var status = stat()
    guard stat(folder, &status) == 0 else { throw Self.failure(folder) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw IngestionError(file: folder, .isNoFolder)
    }
    visited.insert(Self.identity(of: status))
    let names = try Self.names(in: folder)
    hasEventFile = names.contains(EventFile.name)
    try take(names, in: folder, within: "", depth: 0)
    files.sort()
    problems.sort { $0.file < $1.file }
  }

  private mutating func take(_ names: [String], in folder: String, within: String, depth: Int)
    throws(IngestionError)
  {
    for name in names where name != EventFile.name && !Self.isPassedOver(name) {
      let path = Self.path(folder, name)
      let relative = within.isEmpty ? name : "\(within)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        guard files.count < options.maximumElements else {
          throw IngestionError(
            file: folder, .tooManyElements(limit: options.maximumElements))
        }
        files.append(relative)
        continue
      }
      // What browsers save beside a page.
      guard !name.hasSuffix("_files"), !name.hasSuffix(".files") else { continue }
      if let trouble = reasonToPass(path, status, depth: depth) {
        problems.append(IngestionError(file: relative, isNote: true, trouble))
        continue
      }
      do throws(IngestionError) {
        try takeFolder(at: path, named: relative, depth: depth + 1)
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func takeFolder(at path: String, named relative: String, depth: Int)
    throws(IngestionError)
  {
    let names: [String]
    do throws(IngestionError) {
      names = try Self.names(in: path)
    } catch {
      throw IngestionError(file: relative, error.trouble)
    }
    guard !names.contains(EventFile.name) else {
      throw IngestionError(file: relative, isNote: true, .otherEvent)
    }
    try take(names, in: path, within: relative, depth: depth)
  }

  /// Why a folder is not gone into.
  private mutating func reasonToPass(_ path: String, _ status: stat, depth: Int)
    -> IngestionError.Trouble?
  {
    var own = stat()
    let isLink = lstat(path, &own) == 0 && own.st_mode & S_IFMT == S_IFLNK
    guard !isLink || options.followsLinksOutOfFolder else { return .linkedFolder }
    guard depth < options.maximumDepth else {
      return .tooDeep(what: "folders", limit: options.maximumDepth)
    }
    return visited.insert(Self.identity(of: status)).inserted ? nil : .folderReadAlready
  }

  private static func identity(of status: stat) -> [UInt64] {
    [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  private static func names(in folder: String) throws(IngestionError) -> [String] {
    guard let directory = opendir(folder) else { throw failure(folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }

  /// A name in a folder as a path.
  static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Hidden files, and what people and Crossread itself put beside the accounts.
  private static func isPassedOver(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [".", "report.", "review.", "readme"].contains { lower.hasPrefix($0) }
      || lower.hasSuffix("~")
  }

  private static func name(of folder: String) -> String {
    guard let pointer = realpath(folder, nil) else { return folder }
    defer { free(pointer) }
    return String(cString: pointer).split(separator: "/").last.map(String.init) ?? folder
  }

  private static func failure(_ folder: String) -> IngestionError {
    let code = errno
    if code == ENOENT { return IngestionError(file: folder, .missing) }
    return IngestionError(
      file: folder, .unreadable(reason: String(cString: strerror(code)).lowercased()))
  }
}
