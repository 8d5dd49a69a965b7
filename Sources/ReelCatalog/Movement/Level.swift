/// How hard an exercise is; compares from easy to hard.
public enum Level: String, Sendable, CaseIterable, Codable, Comparable {
  case beginner, intermediate, advanced

  public static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .beginner: 0
    case .intermediate: 1
    case .advanced: 2
    }
  }
}
