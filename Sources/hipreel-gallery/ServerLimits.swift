/// What one visitor may cost. The numbers are for one person with one browser.
enum ServerLimits {
  static let headerByteCount = 8 << 10
  static let headerCount = 64
  static let connectionCount = 64
  /// Connections that have not shown the key.
  static let waitingCount = 24
  static let bodyByteCount = 64 << 10
  /// A connection on which no whole request comes for so long ends.
  static let idleSeconds: Int64 = 10
  /// A reader who takes nothing for so long is gone; a player that was paused asks again.
  static let stalledSeconds = 60
  static let chunkByteCount = 128 << 10
}
