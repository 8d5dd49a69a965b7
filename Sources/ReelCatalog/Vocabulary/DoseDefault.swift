/// How much of a mode is usual if neither the reel nor the routine says; nil if a measure doesn't apply.
public struct DoseDefault: Sendable, Equatable {
  public let mode: Mode
  public let amounts: [Measure: Int]

  /// What a dose is counted in; names ending in `seconds` are seconds.
  public enum Measure: String, Sendable, CaseIterable {
    case holdSeconds = "hold_s"
    case holds
    case contractSeconds = "contract_s"
    case reps, sets, directions
    case secondsPerRep = "seconds_per_rep"
    case seconds, breaths
  }

  public init(mode: Mode, amounts: [Measure: Int]) {
    self.mode = mode
    self.amounts = amounts
  }

  /// The usual number in one measure, or nil when it does not apply.
  public subscript(measure: Measure) -> Int? { amounts[measure] }
}
