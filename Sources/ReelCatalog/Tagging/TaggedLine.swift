import Foundation

/// One row of `hipreel why --jsonl`: a text to tag, and its tags.
public struct TaggedLine: Sendable, Equatable {
  public let id: String
  public let tagging: Tagging

  /// The answer leaves out modes less sure than this.
  private static let leastConfidence = Confidence(permille: 500)

  /// A row that can't be read.
  public struct RowError: Error, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// Reads a row `{"id","text","kind"}` and tags its text; without a kind it is a caption.
  ///
  /// - Throws: `RowError` for anything else.
  public init(row: String, tagger: Tagger) throws(RowError) {
    let request: Request
    do {
      request = try JSONDecoder().decode(Request.self, from: Data(row.utf8))
    } catch {
      throw RowError(description: "not a row {\"id\",\"text\",\"kind\"}: \(error)")
    }
    id = request.id
    tagging = tagger.tagging(text: request.text, kind: request.kind ?? .caption)
  }

  /// The answer as one line of JSON, its keys in alphabetical order.
  ///
  /// `movements` are the primary ones, `confidence` has one number for each movement and mode named and for the
  /// exercise.
  public func json() throws -> String {
    var confidence: [String: Double] = [:]
    for tag in tagging.tags where tag.facet == .mode || tag.facet == .movement || tag.value == tagging.exercise {
      confidence[tag.value] = tag.confidence.value
    }
    let answer = Answer(
      confidence: confidence, exercise: tagging.exercise, id: id,
      modes: tagging.tags.filter { $0.facet == .mode && $0.confidence >= Self.leastConfidence }.map(\.value),
      movements: tagging.movements(.primary).map(\.rawValue),
      secondary: tagging.movements(.secondary).map(\.rawValue))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }

  private struct Request: Decodable {
    let id: String
    let text: String
    let kind: TextKind?
  }

  private struct Answer: Encodable {
    let confidence: [String: Double]
    let exercise: String?
    let id: String
    let modes: [String]
    let movements: [String]
    let secondary: [String]

    /// Writes `null` if no exercise is named, so every row has the same keys.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(confidence, forKey: .confidence)
      try container.encode(exercise, forKey: .exercise)
      try container.encode(id, forKey: .id)
      try container.encode(modes, forKey: .modes)
      try container.encode(movements, forKey: .movements)
      try container.encode(secondary, forKey: .secondary)
    }

    private enum CodingKeys: String, CodingKey { case confidence, exercise, id, modes, movements, secondary }
  }
}
