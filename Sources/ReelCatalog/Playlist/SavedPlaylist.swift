/// A playlist saved as given to somebody, for `--fresh`. Never exported.
public struct SavedPlaylist: Sendable, Equatable {
  public let name: String
  /// Who it was for; nil if nobody was named.
  public let label: String?
  /// The routine's id.
  public let routine: String
  /// Seconds since 1970.
  public let savedUnixSeconds: Int
  /// In playing order, each once.
  public let reels: [ReelID]

  public init(name: String, label: String?, routine: String, savedUnixSeconds: Int, reels: [ReelID]) {
    self.name = name
    self.label = label
    self.routine = routine
    self.savedUnixSeconds = savedUnixSeconds
    self.reels = reels
  }

  /// How recently each reel was played, for `PlanCandidate.staleness`: 1000 in the last playlist, 500 within a week,
  /// 100 within four; others are absent.
  ///
  /// - Parameters:
  ///   - history: In any order; only those of the one person, where the plan is for one.
  ///   - now: Seconds since 1970.
  public static func staleness(_ history: [SavedPlaylist], now: Int) -> [ReelID: Int] {
    let newestFirst = history.sorted { $0.savedUnixSeconds > $1.savedUnixSeconds }
    var staleness: [ReelID: Int] = [:]
    for (place, playlist) in newestFirst.enumerated() {
      let days = (now - playlist.savedUnixSeconds) / 86_400
      let value = place == 0 ? 1000 : days < 7 ? 500 : days < 28 ? 100 : 0
      guard value > 0 else { continue }
      for reel in playlist.reels { staleness[reel] = max(staleness[reel] ?? 0, value) }
    }
    return staleness
  }
}
