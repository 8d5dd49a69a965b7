import Foundation
import TestSupport
import Testing

@testable import ReelPose

/// The model as its reference reader reads it: scripts/train_pose/reader.py wrote what is expected.
@Suite struct LikenessTests {
  private struct Vector: Decodable {
    let signature: [Float]
    let mirrored: [Float]
    let questions: [String: Expected]
    let exercises: [Weighed]

    struct Expected: Decodable {
      let `class`: String
      let score: Float
      let likely: Float
      let earned: Float
    }

    struct Weighed: Decodable {
      let id: String
      let weight: Float
    }
  }

  @Test func `the model is read as its reference reads it`() throws {
    let data = try Data(contentsOf: Checkout.root.appending(path: "Tests/ReelPoseTests/likeness-vectors.json"))
    let vectors = try JSONDecoder().decode([Vector].self, from: data)
    #expect(vectors.count == 40)
    for vector in vectors {
      let opinion = Likeness.standard.opinion(of: Signature(values: vector.signature))
      for (question, expected) in vector.questions {
        let answer = try #require(opinion.answers[question])
        #expect(answer.name == expected.class && abs(answer.score - expected.score) < 1e-4)
        #expect(abs(answer.likely - expected.likely) < 1e-3 && abs(answer.earned - expected.earned) < 1e-3)
      }
      #expect(opinion.exercises.prefix(5).map(\.id) == vector.exercises.map(\.id))
      for (exercise, expected) in zip(opinion.exercises, vector.exercises) {
        #expect(abs(exercise.weight - expected.weight) < 1e-4)
      }
    }
  }

  @Test func `a mirror image is judged like the body`() throws {
    let data = try Data(contentsOf: Checkout.root.appending(path: "Tests/ReelPoseTests/likeness-vectors.json"))
    for vector in try JSONDecoder().decode([Vector].self, from: data) {
      let one = Likeness.standard.opinion(of: Signature(values: vector.signature))
      let other = Likeness.standard.opinion(of: Signature(values: vector.mirrored))
      for (question, answer) in one.answers {
        #expect(other.answers[question]?.name == answer.name)
        #expect(abs((other.answers[question]?.score ?? 0) - answer.score) < 1e-5)
      }
      #expect(one.exercises.prefix(3).map(\.id) == other.exercises.prefix(3).map(\.id))
    }
  }

  @Test func `what is no model is refused`() throws {
    let bytes = try Array(Data(contentsOf: Checkout.root.appending(path: "catalog/likeness.bin")))
    func reads(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { Likeness($0) != nil } }
    #expect(reads(bytes))
    for count in [0, 3, 4, 51, 52, 1000, bytes.count / 2, bytes.count - 1] {
      #expect(!reads(Array(bytes.prefix(count))))
    }
    #expect(!reads(bytes + [0]))
    // Counts and places that lead out of the file.
    for place in 0..<52 {
      var wrong = bytes
      wrong[place] ^= 0xFF
      _ = reads(wrong)
    }
  }
}
