/// Which exercises may fill a block: all conditions hold, each by any of its values.
///
/// A condition that is nil does not apply.
public struct Selection: Sendable, Equatable {
  public var modes: CaseSet<Mode>?
  public var positions: CaseSet<Position>?
  public var regions: CaseSet<Region>?
  /// At least one of these is a primary movement.
  public var primaryAny: CaseSet<HipMovement>?
  /// All of these are primary movements.
  public var primaryAll: CaseSet<HipMovement>?
  /// The primary movements are exactly these.
  public var primaryOnly: CaseSet<HipMovement>?
  /// At least one of these is a primary or a secondary movement; a primary one is the better match.
  public var secondaryOrPrimaryAny: CaseSet<HipMovement>?
  /// At least one of these is held still against load.
  public var controlAny: CaseSet<HipMovement>?
  /// At least one of these is a core role.
  public var coreAny: CaseSet<CoreRole>?
  /// All of these are exposures.
  public var exposureAll: [String]?
  /// Only these exercises.
  public var include: [String]?
  /// None of these exercises.
  public var exclude: [String]?

  /// A selection without conditions, which takes everything.
  public init() {}

  /// The name of a condition in a routine's file.
  public enum Key: String, Sendable, CaseIterable {
    case mode, position, region
    case primaryAny = "primary_any"
    case primaryAll = "primary_all"
    case primaryOnly = "primary_only"
    case secondaryOrPrimaryAny = "secondary_or_primary_any"
    case controlAny = "control_any"
    case coreAny = "core_any"
    case exposureAll = "exposure_all"
    case include, exclude
  }

  /// The words of a condition, or nil when it does not apply.
  public func words(_ key: Key) -> [String]? {
    switch key {
    case .mode: modes?.elements.map(\.rawValue)
    case .position: positions?.elements.map(\.rawValue)
    case .region: regions?.elements.map(\.rawValue)
    case .primaryAny: primaryAny?.elements.map(\.rawValue)
    case .primaryAll: primaryAll?.elements.map(\.rawValue)
    case .primaryOnly: primaryOnly?.elements.map(\.rawValue)
    case .secondaryOrPrimaryAny: secondaryOrPrimaryAny?.elements.map(\.rawValue)
    case .controlAny: controlAny?.elements.map(\.rawValue)
    case .coreAny: coreAny?.elements.map(\.rawValue)
    case .exposureAll: exposureAll
    case .include: include
    case .exclude: exclude
    }
  }

  /// Sets a condition from its words; throws `UnknownWord` for a word that the enum doesn't have.
  mutating func set(_ key: Key, to words: [String]) throws(UnknownWord) {
    switch key {
    case .mode: modes = try CaseSet(words: words)
    case .position: positions = try CaseSet(words: words)
    case .region: regions = try CaseSet(words: words)
    case .primaryAny: primaryAny = try CaseSet(words: words)
    case .primaryAll: primaryAll = try CaseSet(words: words)
    case .primaryOnly: primaryOnly = try CaseSet(words: words)
    case .secondaryOrPrimaryAny: secondaryOrPrimaryAny = try CaseSet(words: words)
    case .controlAny: controlAny = try CaseSet(words: words)
    case .coreAny: coreAny = try CaseSet(words: words)
    case .exposureAll: exposureAll = words
    case .include: include = words
    case .exclude: exclude = words
    }
  }
}
