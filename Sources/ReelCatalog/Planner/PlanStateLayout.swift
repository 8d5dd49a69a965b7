/// A partial plan as the search distinguishes it: numbers packed into 256 bits.
typealias PlanState = SIMD4<UInt64>

/// Where each number of a partial plan is in its state.
///
/// Adding an exercise is one addition and one union of such words. No field crosses a word.
struct PlanStateLayout {
  /// How many slots of each block are filled.
  let counts: [Field]
  /// One bit for everything required that is covered.
  let covered: Field
  /// For each balance: seconds of one minus seconds of the other, plus `balanceBias`.
  let balances: [Field]
  /// For each required movement, if the routine asks for stretching: seconds of it, at most as many as asked for.
  let stretches: [Field]
  /// Seconds played, when reels play once; looped, the counts say it.
  let seconds: Field?
  /// Nothing chosen.
  let start: PlanState

  static let balanceBias = 1 << 18

  struct Field {
    let word: Int
    let shift: UInt64
    let mask: UInt64

    func value(_ state: PlanState) -> Int { Int(truncatingIfNeeded: (state[word] >> shift) & mask) }

    func state(_ value: Int) -> PlanState {
      var state = PlanState()
      state[word] = UInt64(value) << shift
      return state
    }

    /// A state to add, which can also lower the field.
    func change(_ difference: Int) -> PlanState {
      var state = PlanState()
      state[word] = UInt64(bitPattern: Int64(difference)) << shift
      return state
    }
  }

  init(_ routine: Routine) {
    var words = Words()
    // Wide fields first, so that they fit (RoutineLimits; a test packs the largest routine).
    let balances = routine.rules.balances.map { _ in words.field(bits: 19) }
    seconds = routine.fill == .once ? words.field(bits: 18) : nil
    covered = words.field(bits: 16)
    stretches =
      routine.rules.minimumStretchSeconds == nil
      ? [] : routine.rules.requiredMovements.elements.map { _ in words.field(bits: 11) }
    counts = routine.blocks.map { _ in words.field(bits: 4) }
    self.balances = balances
    start = balances.reduce(PlanState()) { $0 &+ $1.state(Self.balanceBias) }
  }

  /// For each balance, the seconds of one minus the seconds of the other.
  func differences(_ state: PlanState) -> [Int] { balances.map { $0.value(state) - Self.balanceBias } }

  /// Gives out bits, first fit.
  private struct Words {
    var used = [0, 0, 0, 0]

    mutating func field(bits: Int) -> Field {
      guard let word = used.indices.first(where: { used[$0] + bits <= 64 }) else {
        preconditionFailure("RoutineLimits lets a routine through that does not fit")
      }
      defer { used[word] += bits }
      return Field(word: word, shift: UInt64(used[word]), mask: (1 << UInt64(bits)) - 1)
    }
  }
}
