import Foundation

/// A drawn clip as the pose model saw it: one of twelve drills in four takes each (scripts/make-take-tracks).
public struct DrawnTake: Decodable, Sendable {
  public let file: String
  public let exercise: String
  /// `left`, `right` or `both`, as seen in the picture.
  public let side: String
  private let data: Data

  private enum CodingKeys: String, CodingKey {
    case file, exercise, side
    case data = "track"
  }

  /// As a catalog keeps it.
  public var track: [UInt8] { Array(data) }

  /// All 48, in an order that says nothing of the drill.
  public static func all() throws -> [DrawnTake] {
    try JSONDecoder().decode(
      [DrawnTake].self, from: Data(contentsOf: Checkout.root.appending(path: "Tests/ReelPoseTests/drawn-takes.json")))
  }
}
