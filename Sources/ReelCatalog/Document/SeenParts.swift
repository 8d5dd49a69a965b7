import Foundation
import MediaFacts

/// What was seen in a picture, of a document or of a catalog's row, checked as it is read.
struct SeenParts: Decodable {
  let seen: Seen

  private enum CodingKeys: String, CodingKey {
    case gate, fromMs, toMs, position, movement, mode, pattern, axis, sides, side, repetitions, periodMs, hold, ranges,
      endRangeMs, workingPart, exercises, figure
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func moment(_ key: CodingKeys) throws -> Int? {
      try members.optionalValue(key, "isn't a time") { WireLimits.milliseconds.contains($0) ? $0 : nil }
    }
    let from = try moment(.fromMs) ?? 0
    let to = try moment(.toMs) ?? 0
    guard from <= to else { throw members.error(.toMs, "is before the start") }
    func word<Value: RawRepresentable>(_ key: CodingKeys) throws -> Value? where Value.RawValue == String {
      try members.optionalValue(key, "isn't a word that is known here") { (text: String) in Value(rawValue: text) }
    }
    func sighting<Value: RawRepresentable & Sendable & Equatable>(
      _ key: CodingKeys
    ) throws -> Sighting<Value>? where Value.RawValue == String {
      try members.optionalValue(key, "isn't something seen") { (parts: SightingParts) in parts.sighting() }
    }
    let figure = try members.decodeIfPresent([Int].self, forKey: .figure) ?? []
    guard figure.isEmpty || figure.count == 2 * Joint.allCases.count, figure.allSatisfy(Self.places.contains) else {
      throw members.error(.figure, "isn't a figure")
    }
    let exercises = try members.list(.exercises, of: LikenessParts.self).map(\.likeness)
    guard exercises.count <= Self.mostExercises else { throw members.error(.exercises, "has too many") }
    seen = Seen(
      gate: try word(.gate), part: from...to, position: try sighting(.position), movement: try sighting(.movement),
      mode: try sighting(.mode), pattern: try word(.pattern), axis: try word(.axis), sides: try word(.sides),
      side: try word(.side),
      repetitions: try members.optionalValue(.repetitions, "isn't a count") {
        Seen.repetitionCounts.contains($0) ? $0 : nil
      },
      periodMilliseconds: try moment(.periodMs),
      isHold: try members.decodeIfPresent(Bool.self, forKey: .hold) ?? false,
      ranges: try members.optionalValue(.ranges, "isn't in degrees") { (parts: RangeParts) in parts.ranges },
      endRangeMilliseconds: try moment(.endRangeMs),
      workingPart: try members.optionalValue(.workingPart, "isn't a part") { (parts: PartParts) in parts.part },
      exercises: exercises,
      figure: stride(from: 0, to: figure.count, by: 2).map { Seen.FigurePoint(x: figure[$0], y: figure[$0 + 1]) })
  }

  /// Thousandths of a picture's side; a joint can lie outside.
  private static let places = -100_000...100_000
  private static let mostExercises = 25
}

private struct SightingParts: Decodable {
  let value: String
  let confidence: Double
  let tag: Bool

  func sighting<Value: RawRepresentable & Sendable & Equatable>() -> Sighting<Value>? where Value.RawValue == String {
    guard let value = Value(rawValue: value), (0...1).contains(confidence) else { return nil }
    return Sighting(value, confidence: Confidence(permille: Int((confidence * 1000).rounded())), isTag: tag)
  }
}

private struct LikenessParts: Decodable {
  let likeness: Seen.Likeness

  private enum CodingKeys: String, CodingKey { case exercise, share, clips }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    likeness = Seen.Likeness(
      exercise: try members.name(.exercise),
      permille: try members.value(.share, "isn't a number from 0 to 1") { (share: Double) in
        (0...1).contains(share) ? Int((share * 1000).rounded()) : nil
      },
      clipCount: try members.value(.clips, "isn't a count") { (0...10_000).contains($0) ? $0 : nil })
  }
}

/// The reels that a reel moves like, of a document.
struct AlikeParts: Decodable {
  let alike: Alike

  private enum CodingKeys: String, CodingKey { case exercise, confidence, count, reels }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let reels = try members.list(.reels, of: String.self).compactMap { ReelID($0) }
    let count = try members.value(.count, "isn't a count") { (count: Int) in Alike.counts.contains(count) ? count : nil
    }
    guard (1...Alike.mostReels).contains(reels.count), reels.count <= count else {
      throw members.error(.reels, "aren't the nearest reels")
    }
    alike = Alike(
      exercise: try members.name(.exercise),
      confidence: try members.value(.confidence, "isn't a number from 0.001 to 1") { (share: Double) in
        (0.001...1).contains(share) ? Confidence(permille: Int((share * 1000).rounded())) : nil
      }, count: count, reels: reels)
  }
}

private struct RangeParts: Decodable {
  let leftFlexion: Int
  let rightFlexion: Int
  let leftAbduction: Int
  let rightAbduction: Int

  var ranges: Seen.Ranges? {
    let all = [leftFlexion, rightFlexion, leftAbduction, rightAbduction]
    guard all.allSatisfy((0...360).contains) else { return nil }
    return Seen.Ranges(
      leftFlexion: leftFlexion, rightFlexion: rightFlexion, leftAbduction: leftAbduction,
      rightAbduction: rightAbduction)
  }
}

private struct PartParts: Decodable {
  let fromMs: Int
  let toMs: Int

  var part: ClosedRange<Int>? {
    WireLimits.milliseconds.contains(fromMs) && WireLimits.milliseconds.contains(toMs) && fromMs <= toMs
      ? fromMs...toMs : nil
  }
}

extension Seen {
  /// What a catalog keeps of it: one line of JSON.
  public var stored: String {
    var json = JSONText(.inline)
    json.seen(self)
    return json.text
  }

  /// Reads what a catalog keeps; nil for anything else.
  public init?(stored: String) {
    do { self = try JSONDecoder().decode(SeenParts.self, from: Data(stored.utf8)).seen } catch { return nil }
  }
}
