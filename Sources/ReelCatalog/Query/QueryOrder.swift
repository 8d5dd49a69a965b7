/// One key that reels are sorted by; a reel without a value comes last, in either direction.
public struct QueryOrder: Sendable, Hashable {
  public enum Key: String, Sendable, CaseIterable {
    case id, path, name, duration, width, height, size, fps, recorded, added, confidence
  }

  public let key: Key
  public let isDescending: Bool

  public init(_ key: Key, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }
}
