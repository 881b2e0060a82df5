import Foundation

/// A file mapped into memory for reading: pages come in when they are first read, and are shared with
/// every other process that maps the file.
final class MappedFile: Sendable {
  /// The number of bytes.
  let count: Int

  // The pages are never written, and live until this object goes.
  private nonisolated(unsafe) let base: UnsafeRawPointer

  /// Maps a file.
  ///
  /// - Throws: an error with the system's reason when it cannot be opened or mapped, or is empty.
  init(contentsOf file: URL) throws {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MappingError(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappingError(code: errno) }
    count = Int(status.st_size)
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw MappingError(code: errno) }
    base = UnsafeRawPointer(address)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

  /// The value at an offset, which the caller knows to be inside the file and aligned for the value.
  @inline(__always)
  func load<Value: BitwiseCopyable>(_ type: Value.Type = Value.self, at offset: Int) -> Value {
    assert(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
    return base.load(fromByteOffset: offset, as: type)
  }
}

/// Why a file cannot be mapped.
struct MappingError: Error, CustomStringConvertible {
  /// The system's number for the reason.
  let code: Int32

  /// Whether there is no such file.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR }

  var description: String { String(cString: strerror(code)) }
}
