/// One key that reels are sorted by; a reel without a value comes last, in either direction.
public struct QueryOrder: Sendable, Hashable {
  public enum Key: String, Sendable, CaseIterable {
    case id, path, name, note, rating, favourite, duration, width, height, size, fps, recorded, added, confidence
    /// By a number drawn for each reel: the same for the same seed.
    case random

    /// The key of a name, in any case; `favorite` is one, too.
    init?(named name: String) {
      let name = name.lowercased()
      self.init(rawValue: QueryField.otherNames[name] ?? name)
    }
  }

  public let key: Key
  public let isDescending: Bool
  /// Which random order; the other keys ignore it.
  public var seed: Int

  public init(_ key: Key, isDescending: Bool = false, seed: Int = 0) {
    self.key = key
    self.isDescending = isDescending
    self.seed = seed
  }

  /// The number that a reel draws in a random order.
  ///
  /// - Parameter id: The text of its id.
  public static func draw(_ id: String, seed: Int) -> Int {
    var hash = StableHash(seed: UInt64(bitPattern: Int64(seed)))
    hash.add(id.utf8)
    return Int(truncatingIfNeeded: hash.value)
  }
}

extension Query {
  /// The query with another random order, if it asks for one.
  public func seeded(_ seed: Int) -> Query {
    var query = self
    for index in order.indices { query.order[index].seed = seed }
    return query
  }
}
