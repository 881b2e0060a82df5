import Glibc

/// What is in an event's folder, by name.
struct FolderContents: Sendable {
  /// The folder's own name.
  var name: String
  /// The files that may be accounts, sorted.
  var files: [String] = []
  /// The folders in it, sorted.
  var folders: [String] = []
  /// Whether it has an `event.yaml`.
  var hasEventFile = false

  /// Lists a folder.
  init(of folder: String) throws(IngestionError) {
    name = Self.name(of: folder)
    var status = stat()
    guard stat(folder, &status) == 0 else { throw Self.failure(folder) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw IngestionError(file: folder, .isNoFolder)
    }
    guard let directory = opendir(folder) else { throw Self.failure(folder) }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      take(name, in: folder)
    }
    files.sort()
    folders.sort()
  }

  /// A name in a folder as a path.
  static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private mutating func take(_ name: String, in folder: String) {
    if name == EventFile.name {
      hasEventFile = true
      return
    }
    guard !Self.isPassedOver(name) else { return }
    var status = stat()
    let isFolder = stat(Self.path(folder, name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard isFolder else {
      files.append(name)
      return
    }
    // What browsers save beside a page.
    if !name.hasSuffix("_files"), !name.hasSuffix(".files") { folders.append(name) }
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
