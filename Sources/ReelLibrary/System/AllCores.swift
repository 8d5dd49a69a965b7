import Dispatch
import Foundation
import Synchronization

/// Work on many values that need nothing of each other.
enum AllCores {
  /// The results in the order of the values.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    let partCount = max(1, min(ProcessInfo.processInfo.activeProcessorCount, values.count / leastPerCore))
    guard partCount > 1 else { return values.map(transform) }
    let parts = Mutex([Int: [Result]]())
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      let range = (part * values.count / partCount)..<((part + 1) * values.count / partCount)
      let done = values[range].map(transform)
      parts.withLock { $0[part] = done }
    }
    return parts.withLock { parts in (0..<partCount).flatMap { parts[$0] ?? [] } }
  }

  /// For fewer values, handing work over takes longer than doing it.
  private static let leastPerCore = 16
}
