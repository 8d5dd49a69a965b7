/// The partial plans of one stage of the search, the best for each state: an open-addressing hash table.
///
/// A dictionary would do the same at a third of the speed.
struct PlanStateTable {
  private(set) var entries: ContiguousArray<Entry> = []
  /// Places in `entries`, -1 for none; its length is a power of two and at least twice the entries.
  private var places: ContiguousArray<Int32> = ContiguousArray(repeating: -1, count: 64)

  struct Entry {
    let state: PlanState
    var cost: PlanCost
    /// How it came about: a place in the search's list of steps.
    var step: Int32
  }

  /// The entry of a state, or nil.
  func place(of state: PlanState) -> Int? {
    let place = places[slot(of: state)]
    return place < 0 ? nil : Int(place)
  }

  subscript(place: Int) -> Entry {
    get { entries[place] }
    set { entries[place] = newValue }
  }

  /// Adds an entry with a new state.
  mutating func append(_ entry: Entry) {
    if entries.count * 2 >= places.count { grow() }
    places[slot(of: entry.state)] = Int32(entries.count)
    entries.append(entry)
  }

  /// Empties the table and keeps its memory.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for place in places.indices { places[place] = -1 }
  }

  private mutating func grow() {
    places = ContiguousArray(repeating: -1, count: places.count * 2)
    for (place, entry) in entries.enumerated() { places[slot(of: entry.state)] = Int32(place) }
  }

  /// Where the state is, or would go.
  private func slot(of state: PlanState) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(state)) & (places.count - 1)
    while places[slot] >= 0, entries[Int(places[slot])].state != state { slot = (slot + 1) & (places.count - 1) }
    return slot
  }

  private static func hash(_ state: PlanState) -> UInt64 {
    var hash: UInt64 = 0
    for word in 0..<4 {
      hash = (hash ^ state[word]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return hash
  }
}
