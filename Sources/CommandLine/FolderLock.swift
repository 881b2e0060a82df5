import Foundation
import Ingestion

/// Keeps other runs of Crossread from changing what is in a folder; it leaves nothing behind there.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits until no other run holds the folder.
  ///
  /// - Throws: `IngestionError` where there is no such folder.
  init(_ folder: String) throws {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw IngestionError(file: folder, .missing)
      case ENOTDIR: throw IngestionError(file: folder, .isNoFolder)
      default:
        throw IngestionError(
          file: folder, .unreadable(reason: String(cString: strerror(errno)).lowercased()))
      }
    }
    // Some network file systems know no locks; a single reviewer needs none.
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Lets the next run in.
  func release() { close(descriptor) }
}
