/// The most slots that can be filled, by augmenting paths (Kuhn's algorithm).
struct GapMatching {
  /// For each slot of the routine, the item that fills it.
  private var fillers: [Int?] = []
  private var slotOf: [Int: Int] = [:]

  /// How many slots stay empty at best.
  var emptySlots: Int { fillers.count { $0 == nil } }

  /// - Parameter takers: For each block, the items that may fill it, each at most once in all.
  init(slots: [Int], takers: [[Int]]) {
    var blocks: [Int] = []
    for (block, count) in slots.enumerated() { blocks += Array(repeating: block, count: count) }
    fillers = Array(repeating: nil, count: blocks.count)
    for slot in blocks.indices {
      var tried: Set<Int> = []
      _ = fill(slot, blocks: blocks, takers: takers, tried: &tried)
    }
  }

  private mutating func fill(_ slot: Int, blocks: [Int], takers: [[Int]], tried: inout Set<Int>) -> Bool {
    for item in takers[blocks[slot]] where tried.insert(item).inserted {
      if let taken = slotOf[item], !fill(taken, blocks: blocks, takers: takers, tried: &tried) { continue }
      fillers[slot] = item
      slotOf[item] = slot
      return true
    }
    return false
  }
}
