/// What a visitor may cost. The numbers suit one person with one browser.
enum ServerLimits {
  static let headerByteCount = 8 << 10
  static let headerCount = 64
  static let connectionCount = 64
  /// Connections that have not shown the key.
  static let waitingCount = 24
  static let bodyByteCount = 64 << 10
  /// A connection ends when no whole request arrives for this long.
  static let idleSeconds: Int64 = 10
  /// A reader that takes nothing for this long counts as gone; a paused player asks again.
  static let stalledSeconds = 60
  static let chunkByteCount = 128 << 10
}
