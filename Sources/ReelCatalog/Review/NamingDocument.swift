public import Foundation
import MediaFacts

/// What a person says of reels without a name, as a page sends it: docs/gallery.md shows the form.
public struct NamingDocument: Sendable {
  /// The reels that are named, without those that were taken out.
  public let group: ReviewGroup
  public let takenOut: [ReelID]
  public let said: Said

  public enum Said: Sendable, Equatable {
    case answer(GroupAnswer)
    /// All of them show an exercise that the vocabulary lacks.
    case new(ExerciseDraft, side: ReelSide?)
  }

  /// - Throws: `CatalogReadError`, with the place in the document.
  public init(_ data: Data) throws(CatalogReadError) {
    let parts = try CatalogReader.decoded(Parts.self, from: data)
    let mirrored = Set(parts.mirrored)
    group = ReviewGroup(
      members: parts.reels.map { ReviewGroup.Member(reel: $0, isMirrored: mirrored.contains($0)) })
    takenOut = parts.takenOut
    said = parts.said
  }

  private struct Parts: Decodable {
    let reels: [ReelID]
    let mirrored: [ReelID]
    let takenOut: [ReelID]
    let said: Said

    private enum CodingKeys: String, CodingKey { case reels, mirrored, takenOut, side, exercise, noneOf, new }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      func ids(_ key: CodingKeys) throws -> [ReelID] {
        try members.optionalValue(key, "isn't a list of reel ids, each once") { (texts: [String]) -> [ReelID]? in
          let ids = texts.compactMap { ReelID($0) }
          return ids.count == texts.count && Set(ids).count == ids.count ? ids : nil
        } ?? []
      }
      reels = try ids(.reels)
      mirrored = try ids(.mirrored)
      takenOut = try ids(.takenOut)
      guard !reels.isEmpty, Set(reels).isDisjoint(with: takenOut) else {
        throw CatalogReadError(.badValue, at: "reels", "names no reel, or one that was taken out")
      }
      let side = try members.decodeIfPresent(ReelSide.self, forKey: .side)
      if let draft = try members.decodeIfPresent(DraftParts.self, forKey: .new) {
        said = .new(draft.draft, side: side)
      } else if let exercise = try members.decodeIfPresent(String.self, forKey: .exercise) {
        said = .answer(.exercise(exercise, side: side))
      } else {
        said = .answer(.noneOf(try members.decode([String].self, forKey: .noneOf)))
      }
    }
  }

  private struct DraftParts: Decodable {
    let name: String
    let primary: [HipMovement]?
    let secondary: [HipMovement]?
    let positions: [Position]?
    let mode: Mode?
    let side: ExerciseSide?

    var draft: ExerciseDraft {
      ExerciseDraft(
        name: name, primary: primary ?? [], secondary: secondary ?? [], positions: positions ?? [], mode: mode,
        side: side)
    }
  }
}
