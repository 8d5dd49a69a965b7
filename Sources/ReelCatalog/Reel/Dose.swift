/// How much of an exercise a text asks for: sets, repetitions, or how long to hold.
public enum Dose: Sendable, Hashable {
  case sets(Int)
  case reps(Int)
  /// In seconds.
  case hold(Int)

  /// Nil for a number that can't be meant as a dose: sets 1...10, repetitions 1...200, holds 3...600 seconds.
  init?(checking dose: Dose) {
    let isUsual =
      switch dose {
      case .sets(let count): (1...10).contains(count)
      case .reps(let count): (1...200).contains(count)
      case .hold(let seconds): (3...600).contains(seconds)
      }
    guard isUsual else { return nil }
    self = dose
  }

  /// The value of its tag: `3-sets`, `10-reps`, `hold-45-s`.
  public var value: String {
    switch self {
    case .sets(let count): "\(count)-sets"
    case .reps(let count): "\(count)-reps"
    case .hold(let seconds): "hold-\(seconds)-s"
    }
  }

  /// Reads the value of a tag; nil for anything else.
  public init?(value: String) {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let dose: Dose? =
      if parts.count == 2, parts[1] == "sets" {
        Int(parts[0]).map { .sets($0) }
      } else if parts.count == 2, parts[1] == "reps" {
        Int(parts[0]).map { .reps($0) }
      } else if parts.count == 3, parts[0] == "hold", parts[2] == "s" {
        Int(parts[1]).map { .hold($0) }
      } else {
        nil
      }
    guard let dose, let usual = Dose(checking: dose), usual.value == value else { return nil }
    self = usual
  }
}
