import Testing

@testable import ReelCatalog

@Suite struct PlaylistRequestTests {
  private static let vocabulary = Vocabulary(
    exercises: [
      PlanSamples.exercise("lunge", [.extension], exposures: ["hip-ext-end"]),
      PlanSamples.exercise("bridge", [.extension], equipment: [["bench"]]),
    ],
    exposures: [Exposure(id: "hip-ext-end", meaning: "end-range extension")],
    conditions: [
      ConditionProfile(id: "anterior", label: "Anterior hip", exclude: ["hip-ext-end"], warn: [], window: "")
    ],
    equipment: ["bench", "wall"])

  private func request(
    equipment: String? = nil, profiles: [String] = []
  ) throws -> PlaylistRequest {
    let block = PlanSamples.block("one", slot: 20, set: 20) { $0.primaryAny = [.extension] }
    return try PlaylistRequest(
      routine: try PlanSamples.routine([block], equipment: ["bench"]), equipment: equipment, level: nil,
      profiles: profiles, seed: nil, vocabulary: Self.vocabulary)
  }

  private func exercise(_ request: PlaylistRequest) throws -> [String?] {
    let reels = try ["lunge", "bridge"].enumerated().map { number, exercise in
      try PlaylistTests.reel(
        number + 1, path: "\(number).mp4", exercise: exercise, side: .both, milliseconds: 30_000,
        tags: [Tag(facet: .movement, value: "extension", role: .primary, confidence: .certain, matches: [])])
    }
    return request.playlist(of: request.plan(from: reels), from: reels).entries.map(\.exercise)
  }

  @Test func `a profile leaves exercises out, and equipment that is not there does`() throws {
    #expect(try exercise(request(profiles: ["anterior"])) == ["bridge"])
    #expect(try request(profiles: ["anterior"]).leftOut == ["Anterior hip"])
    #expect(try exercise(request(equipment: "none")) == ["lunge"])
    #expect(try exercise(request(equipment: " wall ")) == ["lunge"])
    #expect(try exercise(request(equipment: "none", profiles: ["anterior"])) == [])
  }

  @Test func `an unknown word comes back with what there is`() throws {
    #expect(throws: PlaylistRequest.Unknown(kind: "profile", name: "knee", known: ["anterior"])) {
      try request(profiles: ["anterior", "knee"])
    }
    #expect(throws: PlaylistRequest.Unknown(kind: "equipment", name: "sled", known: ["bench", "wall"])) {
      try request(equipment: "wall,sled")
    }
  }
}
