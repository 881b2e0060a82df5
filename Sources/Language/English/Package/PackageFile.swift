#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of a pipeline package, mapped into memory for as long as the object lives.
///
/// Unchecked because of the pointer: the mapping is private and read-only, so that all threads may
/// read it.
final class PackageFile: @unchecked Sendable {
  /// The path, for messages.
  let path: String
  /// The contents.
  let bytes: UnsafeRawBufferPointer

  /// Maps the file at a path.
  ///
  /// - Throws: ``PipelinePackageError/unreadable(file:reason:)``.
  init(path: String) throws {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw PipelinePackageError.unreadable(file: path, reason: "not a regular file")
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw Self.failure(path) }
    self.bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
  }

  /// The text in a range of bytes, with replacement characters where it is no UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func failure(_ path: String) -> PipelinePackageError {
    .unreadable(file: path, reason: String(cString: strerror(errno)))
  }
}
