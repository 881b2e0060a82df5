#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of a model, mapped into memory for as long as the object lives: pages come in when they are
/// first read, and are shared with every other process that maps the file.
///
/// Unchecked because of the pointer: the mapping is private and read-only, so that all threads may
/// read it.
final class MappedFile: @unchecked Sendable {
  /// The path, for messages.
  let path: String
  /// The contents.
  let bytes: UnsafeRawBufferPointer

  /// The number of bytes.
  var count: Int { bytes.count }

  /// Maps the file at a path.
  init(path: String) throws(MappingError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappingError.system(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappingError.system(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw MappingError.notRegular }
    let count = Int(status.st_size)
    // The system maps no empty file.
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw MappingError.system(code: errno) }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
  }

  /// The text in a range of bytes, with replacement characters where it is no UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The value at an offset, which the caller knows to be inside the file and aligned for the value.
  @inline(__always)
  func load<Value: BitwiseCopyable>(_ type: Value.Type = Value.self, at offset: Int) -> Value {
    assert(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
    return bytes.load(fromByteOffset: offset, as: type)
  }
}

/// Why a file cannot be mapped.
enum MappingError: Error, Hashable, CustomStringConvertible {
  /// The system refuses, with this number for its reason.
  case system(code: Int32)
  /// It is a folder, a pipe or a device.
  case notRegular

  /// Whether there is no such file.
  var isAbsence: Bool { self == .system(code: ENOENT) || self == .system(code: ENOTDIR) }

  var description: String {
    switch self {
    case .system(let code): String(cString: strerror(code))
    case .notRegular: "not a regular file"
    }
  }
}
