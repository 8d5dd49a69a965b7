import CLinux
import Glibc
import MediaFacts

/// Something that code in a worker must not be able to do, and that this can try: Sources/CLinux/attempts.c.
struct Attempt {
  private let number: Int32
  let name: String
  /// Whether the jail answers by killing.
  var kills: Bool { hr_attempt_kills(number) == 1 }

  static let all = (0..<hr_attempt_count()).map { number in
    Attempt(number: number, name: unsafe hr_attempt_name(number).map { unsafe String(cString: $0) } ?? "\(number)")
  }

  /// How the system answered.
  enum Outcome: Equatable {
    case allowed
    /// An error number. One that means "not permitted" is a refusal; any other comes from an attempt that was allowed.
    case failed(Int32)
    case killed(signal: Int32)
    /// The attempt could not be made.
    case notMade
  }

  /// Makes the attempt in this process; not for one that kills.
  func makeHere() -> Outcome {
    let number = hr_attempt(number)
    return number == 0 ? .allowed : .failed(number)
  }

  /// Makes the attempt in a child that is jailed like every worker.
  func makeInJail(_ limits: WorkerLimits) -> Outcome {
    switch hr_attempt_in_jail(number, limits.addressSpaceByteCount, UInt32(limits.cpuSeconds)) {
    case Int32.min: .notMade
    case 0: .allowed
    case let number where number > 0: .failed(number)
    case let number: .killed(signal: -number)
    }
  }

  /// Whether this is the answer of a jail, or of a kernel without the call.
  static func isRefusal(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .failed(EPERM), .failed(EACCES), .failed(ENOSYS), .killed(signal: SIGSYS): true
    default: false
    }
  }
}

extension Attempt.Outcome: CustomStringConvertible {
  var description: String {
    switch self {
    case .allowed: "no error"
    case .failed(let number): unsafe hr_error_name(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    case .killed(let signal): signal == SIGSYS ? "SIGSYS" : "signal \(signal)"
    case .notMade: "could not be tried"
    }
  }
}
