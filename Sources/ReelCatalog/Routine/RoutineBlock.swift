extension Routine {
  /// A run of slots that ask for the same thing.
  public struct Block: Sendable, Equatable {
    /// A slug, unique in the routine.
    public let id: String
    /// What is shown, such as `Front of the hip`.
    public let label: String
    public let selection: Selection
    /// How many different exercises it wants.
    public let slots: Int
    public let dose: Dose

    public init(id: String, label: String, selection: Selection, slots: Int, dose: Dose) {
      self.id = id
      self.label = label
      self.selection = selection
      self.slots = slots
      self.dose = dose
    }
  }

  /// How long one slot lasts, in whole seconds.
  public struct Dose: Sendable, Equatable {
    /// Work in one slot.
    public let slotSeconds: Int
    /// Work in one set; a slot holds a whole number of sets.
    public let setSeconds: Int
    /// The pause that follows every slot.
    public let transitionSeconds: Int

    public init(slotSeconds: Int, setSeconds: Int, transitionSeconds: Int) {
      self.slotSeconds = slotSeconds
      self.setSeconds = setSeconds
      self.transitionSeconds = transitionSeconds
    }

    /// How many sets a slot holds.
    public var sets: Int { slotSeconds / max(setSeconds, 1) }

    /// Whether left and right can get the same number of sets.
    public var sharesBetweenSides: Bool { sets.isMultiple(of: 2) }
  }
}
