import Dispatch
import Foundation

extension Array where Element: Sendable {
  /// What a function makes of each element, in order, several elements at a time; the number of threads changes
  /// nothing.
  ///
  /// - Parameters:
  ///   - threads: how many may work at once; as many as there are cores if not given.
  ///   - minimumShare: fewer elements than this are not worth another thread.
  public func concurrentMap<Result: Sendable>(
    threads: Int? = nil, minimumShare: Int = 1, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let wanted = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let workers = Swift.max(1, Swift.min(wanted, count / Swift.max(minimumShare, 1)))
    var results = [[Result]](repeating: [], count: workers)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each thread writes one element of its own.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let share = count * worker / workers..<count * (worker + 1) / workers
        buffer[worker] = self[share].map(transform)
      }
    }
    return results.flatMap { $0 }
  }
}
