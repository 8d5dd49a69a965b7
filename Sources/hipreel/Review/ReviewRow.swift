import ReelCatalog
import ReelLibrary

/// A reel that a review asks about, as its list shows it.
struct ReviewRow {
  let reel: Reel
  /// The number of its group, from 1; nil for a reel that is asked about by itself.
  let group: Int?
  /// Whether it shows the other side than the first reel of its group.
  let isMirrored: Bool
  let suggestions: [ExerciseSuggestion]

  /// All reels of some questions, in their order.
  ///
  /// - Parameter known: The reels that they are about, and others, with their evidence.
  static func rows(_ items: [ReviewItem], of known: [Reel], in store: ReelStore) throws -> [ReviewRow] {
    let known = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    let names = try NameSuggestions(store, for: items.flatMap(\.reels).compactMap { known[$0] })
    var groupCount = 0
    return items.flatMap { item -> [ReviewRow] in
      let reels = item.reels.compactMap { known[$0] }
      let suggestions = UnnamedReels(item, reels, names)?.suggestions ?? []
      guard case .group(let group) = item else {
        return reels.map { ReviewRow(reel: $0, group: nil, isMirrored: false, suggestions: suggestions) }
      }
      groupCount += 1
      return reels.map { reel in
        let isMirrored = group.members.first { $0.reel == reel.id }?.isMirrored == true
        return ReviewRow(reel: reel, group: groupCount, isMirrored: isMirrored, suggestions: suggestions)
      }
    }
  }
}
