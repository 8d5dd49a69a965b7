extension Routine {
  /// What must hold for the routine as a whole.
  public struct Rules: Sendable, Equatable {
    /// Each of these is a primary movement of at least one chosen exercise.
    public let requiredMovements: CaseSet<HipMovement>
    /// Each of these is the plane of a primary movement of at least one chosen exercise.
    public let requiredPlanes: CaseSet<AnatomicalPlane>
    /// Each of these is a core role of at least one chosen exercise.
    public let requiredCore: CaseSet<CoreRole>
    public let balances: [Balance]
    /// The longest time a held position may last without a break, in seconds; 0 allows none, nil any.
    public let maximumStaticHoldSeconds: Int?
    /// The stretching that each required movement gets at least, in seconds over the whole routine.
    public let minimumStretchSeconds: Int?
    public let distinct: Distinct
    public let symmetry: Symmetry

    public init(
      requiredMovements: CaseSet<HipMovement> = [], requiredPlanes: CaseSet<AnatomicalPlane> = [],
      requiredCore: CaseSet<CoreRole> = [], balances: [Balance] = [], maximumStaticHoldSeconds: Int? = nil,
      minimumStretchSeconds: Int? = nil, distinct: Distinct = .exercise, symmetry: Symmetry = .sidesEqual
    ) {
      self.requiredMovements = requiredMovements
      self.requiredPlanes = requiredPlanes
      self.requiredCore = requiredCore
      self.balances = balances
      self.maximumStaticHoldSeconds = maximumStaticHoldSeconds
      self.minimumStretchSeconds = minimumStretchSeconds
      self.distinct = distinct
      self.symmetry = symmetry
    }
  }

  /// What can't be chosen twice. In force even if a routine doesn't say it.
  public enum Distinct: String, Sendable, CaseIterable {
    /// No exercise fills two slots.
    case exercise
  }

  /// How left and right share the work. In force even if a routine doesn't say it.
  public enum Symmetry: String, Sendable, CaseIterable {
    /// One-sided work gets the same time left and right, slot by slot.
    case sidesEqual = "sides-equal"
  }

  /// Seconds of work on some movements weighed against seconds on others.
  ///
  /// A chosen exercise counts its work for a group with one of its primary movements; it can count for both.
  public struct Balance: Sendable, Equatable {
    public let one: CaseSet<HipMovement>
    public let other: CaseSet<HipMovement>
    /// Only exercises in these modes count; nil for all.
    public let scope: CaseSet<Mode>?
    public let bound: Bound

    public enum Bound: Sendable, Equatable {
      /// `one` gets at least as much as `other` (`at_least: a>=b`).
      case atLeastTheOther
      /// The two differ by at most this many seconds (`max_diff_s`).
      case difference(atMost: Int)
    }

    public init(
      one: CaseSet<HipMovement>, other: CaseSet<HipMovement>, scope: CaseSet<Mode>? = nil, bound: Bound
    ) {
      self.one = one
      self.other = other
      self.scope = scope
      self.bound = bound
    }

    /// By how many seconds the rule is missed when `one` has `difference` seconds more than `other`.
    public func violation(difference: Int) -> Int {
      switch bound {
      case .atLeastTheOther: max(0, -difference)
      case .difference(let most): max(0, abs(difference) - most)
      }
    }
  }
}
