/// Why a pipeline package cannot be used.
public enum PipelinePackageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file of the package cannot be opened; `reason` is the system's own.
  case unreadable(file: String, reason: String)
  /// A file of the package is not what its format asks for.
  case malformed(file: String, reason: String)
  /// The package needs something that this runtime does not have; `feature` is its name.
  case unsupported(file: String, feature: String)

  /// One line: which file, what is wrong, what to do.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot be read: \(reason). Install the pipeline package again."
    case .malformed(let file, let reason):
      "\(file): \(reason). The pipeline package is damaged; install it again."
    case .unsupported(let file, let feature):
      "\(file): the pipeline needs \(feature), which is not supported. Choose another package."
    }
  }
}

extension MappedFile {
  /// Maps a file of a pipeline package.
  ///
  /// - Throws: ``PipelinePackageError/unreadable(file:reason:)``.
  convenience init(inPackage path: String) throws {
    do {
      try self.init(path: path)
    } catch {
      throw PipelinePackageError.unreadable(file: path, reason: error.description)
    }
  }
}
