import Foundation
import ReelCatalog

/// How often tags are right, beside how sure they say they are.
struct Reliability {
  /// One tag of a labelled text.
  struct Judgement {
    let confidence: Confidence
    let isRight: Bool
    /// The place of its text among all.
    let text: Int

    var bin: Int { Reliability.bin(confidence.value) }
  }

  static let facets: [Facet] = [.movement, .mode, .position, .equipment, .side, .level]
  private static let folds = 5
  /// How often the texts are dealt out to folds anew: one dealing alone says as much about luck as about the tagger.
  private static let dealings = 20
  /// As many thousandths wide as a row of the table.
  private static let width = 50
  /// How many labelled tags a shipped weight counts for when a fold's rate is taken.
  private static let prior = 10.0

  let facet: Facet
  let judgements: [Judgement]

  /// Judges every tag of a facet that the labels speak of: of movements the primary ones.
  init(of facet: Facet, in texts: [OwnWords], by tagger: Tagger) {
    self.facet = facet
    var judgements: [Judgement] = []
    for (place, words) in texts.enumerated() {
      guard let right = Self.right(facet, in: words) else { continue }
      for tag in tagger.tagging(text: words.text, kind: words.kind).tags where tag.facet == facet {
        guard facet != .movement || tag.role == .primary else { continue }
        let value = facet == .mode ? Mode(rawValue: tag.value)?.scored?.rawValue : tag.value
        guard let value else { continue }
        judgements.append(
          Judgement(confidence: tag.confidence, isRight: right.contains(value), text: place))
      }
    }
    self.judgements = judgements
  }

  private static func right(_ facet: Facet, in words: OwnWords) -> Set<String>? {
    switch facet {
    case .movement: Set(words.primary.union(words.optional).map(\.rawValue))
    case .mode: words.modes.map { Set($0.stated.union($0.optional).map(\.rawValue)) }
    default: words.attributes?[facet]
    }
  }

  /// The expected calibration error of the confidences as shown.
  var error: Double { Self.error(of: judgements.map { ($0.confidence.value, $0.isRight) }) }

  /// The same, where each confidence is put in place by the rate at which its like were right in the other folds; the
  /// mean of several dealings.
  var crossValidatedError: Double {
    let errors = (0..<Self.dealings).map { dealing in
      var tallies: [Int: [Int: (all: Int, right: Int)]] = [:]
      for judgement in judgements {
        let fold = Self.fold(of: judgement.text, dealing)
        let tally = tallies[judgement.bin]?[fold] ?? (0, 0)
        tallies[judgement.bin, default: [:]][fold] = (tally.all + 1, tally.right + (judgement.isRight ? 1 : 0))
      }
      return Self.error(
        of: judgements.map { judgement in
          let fold = Self.fold(of: judgement.text, dealing)
          let others = (tallies[judgement.bin] ?? [:]).filter { $0.key != fold }.values
          let right = Double(others.reduce(0) { $0 + $1.right }) + Self.prior * judgement.confidence.value
          return (right / (Double(others.reduce(0) { $0 + $1.all }) + Self.prior), judgement.isRight)
        })
    }
    return errors.reduce(0, +) / Double(Self.dealings)
  }

  private static func fold(of text: Int, _ dealing: Int) -> Int {
    (((text + 1) * (2 * dealing + 1) * 40503) >> 5) % folds
  }

  fileprivate static func bin(_ value: Double) -> Int { min(Int(value * 1000), 999) / width }

  private static func error(of pairs: [(value: Double, isRight: Bool)]) -> Double {
    let bins = Dictionary(grouping: pairs) { bin($0.value) }
    let gaps = bins.sorted { $0.key < $1.key }.map { _, pairs in
      abs(pairs.reduce(0) { $0 + $1.value } - Double(pairs.count(where: \.isRight)))
    }
    return pairs.isEmpty ? 0 : gaps.reduce(0, +) / Double(pairs.count)
  }

  /// Confidence, tags, mean and rate right, a row for each bin that has tags.
  var rows: [String] {
    Dictionary(grouping: judgements) { Self.bin($0.confidence.value) }.sorted { $0.key < $1.key }.map { bin, group in
      let mean = group.reduce(0) { $0 + $1.confidence.value } / Double(group.count)
      let right = Double(group.count(where: \.isRight)) / Double(group.count)
      let from = Double(bin * Self.width) / 1000
      let columns = [from, from + Double(Self.width) / 1000].map { String(format: "%.2f", $0) }.joined(separator: "–")
      return "| \(facet.rawValue) | \(columns) | \(group.count) | \(String(format: "%.3f | %.3f", mean, right)) |"
    }
  }
}
