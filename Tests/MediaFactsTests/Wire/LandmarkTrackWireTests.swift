@testable import MediaFacts
import Testing

/// A track's numbers in shared memory: all of them come back, and none that cannot be.
@Suite struct LandmarkTrackWireTests {
  private static let point = Landmark(
    x: -4096, y: 4096, visibility: 0, presence: 1, worldX: -8, worldY: 8, worldZ: 0.25)

  private static func track(_ times: [Int] = [0, 100, 250]) -> LandmarkTrack {
    LandmarkTrack(
      pictureSize: .thumbnailBox,
      frames: times.enumerated().map { index, time in
        let landmarks = index == 1 ? nil : [Landmark](repeating: point, count: Landmark.count)
        return LandmarkFrame(
          timeMilliseconds: time, landmarks: landmarks, isDetection: index < 2,
          pictureHash: index == 2 ? PictureHash(bits: .max - 1) : nil)
      }, cuts: [1, 2], isWhole: false)
  }

  @Test func `a track comes back`() throws {
    let track = Self.track()
    #expect(track.frameBytes.count == track.outline.byteCount)
    #expect(try LandmarkTrack(track.outline, frameBytes: track.frameBytes) == track)
  }

  @Test(
    arguments: [
      ("x", 4096.5), ("x", -.infinity), ("y", .nan), ("visibility", 1.001), ("visibility", -0.001), ("presence", .nan),
      ("worldX", 8.01), ("worldY", -.nan), ("worldZ", .infinity),
    ] as [(String, Float)])
  func `a number that cannot be is refused`(field: String, value: Float) {
    for place in [0, 17, 32] {
      var track = Self.track()
      var point = Self.point
      switch field {
      case "x": point.x = value
      case "y": point.y = value
      case "visibility": point.visibility = value
      case "presence": point.presence = value
      case "worldX": point.worldX = value
      case "worldY": point.worldY = value
      default: point.worldZ = value
      }
      track.frames[2].landmarks?[place] = point
      #expect(throws: WireError(.outOfRange, field)) {
        try LandmarkTrack(track.outline, frameBytes: track.frameBytes)
      }
    }
  }

  @Test(arguments: [[0, 0, 100], [100, 50, 200], [0, 1, 172_800_001], [-1, 0, 1]])
  func `times ascend within two days`(times: [Int]) {
    let track = Self.track(times)
    #expect(throws: WireError(.outOfRange, "timeMilliseconds")) {
      try LandmarkTrack(track.outline, frameBytes: track.frameBytes)
    }
  }

  @Test func `bytes that are no frames are refused`() {
    let track = Self.track()
    var bytes = track.frameBytes
    bytes[4] = 8
    #expect(throws: WireError(.outOfRange, "frame")) { try LandmarkTrack(track.outline, frameBytes: bytes) }
    bytes = track.frameBytes
    // Nobody was found in the second picture.
    bytes[LandmarkFrame.byteCount + 20] = 1
    #expect(throws: WireError(.outOfRange, "landmark")) { try LandmarkTrack(track.outline, frameBytes: bytes) }
    bytes = track.frameBytes
    // Nor was a picture hashed, in either of the first two.
    bytes[12] = 1
    #expect(throws: WireError(.outOfRange, "pictureHash")) { try LandmarkTrack(track.outline, frameBytes: bytes) }
    bytes = track.frameBytes
    bytes[LandmarkFrame.byteCount + 4] |= 4
    #expect(throws: WireError(.outOfRange, "pictureHash")) { try LandmarkTrack(track.outline, frameBytes: bytes) }
    let whole = track.frameBytes
    #expect(throws: WireError.self) { try LandmarkTrack(track.outline, frameBytes: whole + [0]) }
    #expect(throws: WireError.self) { try LandmarkTrack(track.outline, frameBytes: Array(whole.dropLast())) }
  }

  private func answered(_ change: (inout LandmarkTrack.Outline) -> Void) throws -> Reply.Body {
    var outline = Self.track().outline
    change(&outline)
    let report = PoseReport(status: .ok, outline: outline)
    return try Reply(decoding: Reply(sequence: 1, body: .pose(report)).encoded).body
  }

  @Test func `an outline is within its bounds`() throws {
    #expect(try answered { _ in } == .pose(PoseReport(status: .ok, outline: Self.track().outline)))
    for cuts in [[0], [1, 1], [2, 1], [3], [1, 2, 3]] {
      #expect(throws: WireError.self) { try answered { $0.cuts = cuts } }
    }
    for count in [0, 601, 65_535] { #expect(throws: WireError.self) { try answered { $0.frameCount = count } } }
    let large = try #require(PixelSize(width: 641, height: 10))
    #expect(throws: WireError.self) { try answered { $0.pictureSize = large } }
    // A track and the status that says so come together.
    let others = [PoseReport(status: .ok), PoseReport(status: .noFrame, outline: Self.track().outline)]
    for report in others {
      #expect(throws: WireError(.outOfRange, "outline")) {
        try Reply(decoding: Reply(sequence: 1, body: .pose(report)).encoded)
      }
    }
  }

  @Test func `a track is ordered alone`() throws {
    var request = Request(sequence: 1, fileByteCount: 1, pose: PoseOrder())
    #expect(try Request(decoding: request.encoded) == request && request.descriptorCount == 2)
    request.facts = WorkLimits()
    #expect(throws: WireError(.outOfRange, "pose")) { try Request(decoding: request.encoded) }
    for order in [
      PoseOrder(frameCount: 0), PoseOrder(frameCount: 601), PoseOrder(trackedFrameCount: 0),
      PoseOrder(restMilliseconds: 600_001),
    ] {
      #expect(throws: WireError.self) {
        try Request(decoding: Request(sequence: 1, fileByteCount: 1, pose: order).encoded)
      }
    }
  }
}
