import CLikeness
import Foundation
import ReelCatalog

/// What a signature is like, among the signatures of labelled clips.
///
/// A model that scripts/train-pose made; read once, when it is first asked.
public struct Likeness: Sendable {
  private let file: LikenessFile

  /// The model in the program.
  public static let standard: Likeness = {
    let bytes = UnsafeRawBufferPointer(start: hr_likeness_start(), count: hr_likeness_byte_count())
    guard let model = Likeness(bytes) else { preconditionFailure("the program has a model of likeness") }
    return model
  }()

  /// A number of the model in the program, below a million: another model has another one.
  static let version: Int = {
    var hash = StableHash()
    hash.add(UnsafeRawBufferPointer(start: hr_likeness_start(), count: hr_likeness_byte_count()))
    return Int(hash.value % 1_000_000)
  }()

  /// Nil for bytes that are no model.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let file = LikenessFile(bytes) else { return nil }
    self.file = file
  }

  /// The likeliest answer to a question.
  struct Answer: Sendable, Equatable {
    /// The word of the class.
    let name: String
    /// Its share, 0...1.
    let score: Float
    /// How often such an answer was right on repositories that were left out, 0...1.
    let likely: Float
    /// The same, with what few clips can't tell taken off: what a tag needs.
    let earned: Float
    /// Whether the class says nothing, as "none of these".
    let isSilent: Bool
  }

  /// A labelled clip near a signature.
  public struct Neighbour: Sendable, Equatable {
    public let exercises: [String]
    public let repository: String
    public let isDrawn: Bool
    public let distance: Float
  }

  /// What the model says of one signature.
  struct Opinion: Sendable {
    /// By the names of the questions.
    let answers: [String: Answer]
    /// The likeliest exercises with their weights, the likeliest first.
    let exercises: [(id: String, weight: Float, count: Int)]
    /// The clips that name an exercise, the nearest first.
    let neighbours: [Neighbour]
  }

  func opinion(of signature: Signature) -> Opinion {
    let plain = distances(signature.values)
    let mirrored = distances(signature.mirrored)
    let raw = votes(plain, mirrored)
    var answers: [String: Answer] = [:]
    var shares: [String: [String: Float]] = [:]
    var first = 0
    for question in file.questions {
      let own = Self.shares(raw[first..<first + question.classes.count])
      answers[question.name] = answer(question, own)
      shares[question.name] = Dictionary(zip(question.classes.map(\.name), own)) { first, _ in first }
      first += question.classes.count
    }
    let nearest = plain.map(with: mirrored) { min($0, $1) }
    let order = nearest.indices.filter { !file.abouts[$0].exercises.isEmpty }
      .sorted { (nearest[$0], $0) < (nearest[$1], $1) }.prefix(file.neighbourCount)
    return Opinion(
      answers: answers, exercises: shortlist(order.map { ($0, nearest[$0]) }, shares["exercise"] ?? [:]),
      neighbours: order.map { row in
        let about = file.abouts[row]
        return Neighbour(
          exercises: about.exercises.map { file.exercises[$0] }, repository: file.repositories[about.repository],
          isDrawn: about.isDrawn, distance: nearest[row])
      })
  }

  /// How far a row of numbers is from each exemplar.
  private func distances(_ values: [Float]) -> [Float] {
    let row = values.indices.map { column in
      let value = min(max(values[column], -file.rawLimit), file.rawLimit)
      return min(max((value - file.mean[column]) * file.inverse[column], -file.limit), file.limit)
    }
    let count = file.columnCount
    return row.withUnsafeBufferPointer { row in
      file.weight.withUnsafeBufferPointer { weight in
        file.exemplars.withUnsafeBufferPointer { exemplars in
          file.abouts.indices.map { exemplar in
            var sum: Float = 0
            for column in 0..<count { sum += abs(exemplars[exemplar * count + column] - row[column]) * weight[column] }
            return sum
          }
        }
      }
    }
  }

  private func votes(_ plain: [Float], _ mirrored: [Float]) -> [Float] {
    var raw = [Float](repeating: 0, count: file.classCount)
    for row in plain.indices {
      let near = exp(-file.breadth * plain[row]) + exp(-file.breadth * mirrored[row])
      for index in raw.indices { raw[index] += near * file.coefficients[row * file.classCount + index] }
    }
    let classes = file.questions.flatMap(\.classes)
    return raw.map(with: classes) { $0 * $1.scale + $1.prior }
  }

  /// Exercises with their weights, the heaviest first: an exercise has its share among the neighbours and, if the model
  /// was asked for it, its share of that answer.
  private func shortlist(
    _ near: [(row: Int, distance: Float)], _ shares: [String: Float]
  ) -> [(id: String, weight: Float, count: Int)] {
    var weights: [String: (weight: Float, count: Int)] = [:]
    var total: Float = 0
    for (row, distance) in near {
      let weight = exp(-file.decay * distance)
      for exercise in file.abouts[row].exercises {
        weights[file.exercises[exercise], default: (0, 0)].weight += weight
        weights[file.exercises[exercise], default: (0, 0)].count += 1
        total += weight
      }
    }
    for id in weights.keys where total > 0 { weights[id]?.weight /= total }
    for (id, share) in shares where share > 0 { weights[id, default: (0, 0)].weight += share }
    return weights.map { (id: $0, weight: $1.weight, count: $1.count) }.sorted {
      (-$0.weight, $0.id) < (-$1.weight, $1.id)
    }
  }

  /// What is left of the votes of one question, as parts of 1.
  private static func shares(_ raw: ArraySlice<Float>) -> [Float] {
    let positive = raw.map { max($0, 0) }
    let sum = positive.reduce(0, +)
    return sum > 0 ? positive.map { $0 / sum } : positive.map { _ in 1 / Float(positive.count) }
  }

  private func answer(_ question: LikenessFile.Question, _ shares: [Float]) -> Answer? {
    var together = [Float](repeating: 0, count: shares.count)
    for (answer, share) in zip(question.classes, shares) { together[answer.leader] += share }
    // The first of equals.
    guard let score = together.max(), let best = together.firstIndex(of: score) else { return nil }
    let answer = question.classes[best]
    let knot = file.knots[answer.knots].last { $0.score <= score }
    return Answer(
      name: answer.name, score: score, likely: knot?.likely ?? 0, earned: knot?.earned ?? 0, isSilent: answer.isSilent)
  }
}
