import MediaFacts
import Testing

@testable import PoseTracking

/// From a network's numbers to points of a body in the picture.
@Suite struct PersonTrackerTests {
  private let body = FakeBody()

  private func near(_ one: Float, _ other: Float, _ tolerance: Float = 0.01) -> Bool { abs(one - other) <= tolerance }

  @Test func `a person is where the detector's square lies on the picture`() {
    // 64x48 in a square of 64: eight rows of black above and below.
    var detector = PersonDetector(body.networks.detector)
    let region = detector.region(in: FakeBody.picture())
    #expect(
      region.map { near($0.x, 32) && near($0.y, 24) && near($0.side, 2.5 * 0.2 * 64) && near($0.angle, 0) } == true)
    // The bars are black, the picture is not.
    #expect(near(body.seen[0], -1) && near(body.seen[3 * (112 * 224 + 112)], 100 / 127.5 - 1))
    body.detected = ((0.5, 0.5), (0.7, 0.5))
    let turned = detector.region(in: FakeBody.picture())
    #expect(turned.map { near($0.angle, .pi / 2) } == true)
    body.detected = nil
    let nobody = detector.region(in: FakeBody.picture())
    // Without extent it is nobody.
    body.detected = ((0.5, 0.5), (0.5, 0.5))
    let point = detector.region(in: FakeBody.picture())
    #expect(nobody == nil && point == nil)
  }

  @Test func `points come back from an upright region into the picture, and the world is turned with them`() throws {
    // Lying: the head is to the right of the hips, so the region is turned by a quarter.
    let region = try #require(BodyRegion(centre: (100, 50), edge: (140, 50)))
    #expect(near(region.side, 100) && near(region.angle, .pi / 2))
    body.points[0] = (128, 0)
    body.points[1] = (256, 128)
    body.world = (1, 2, 3)
    var model = LandmarkModel(body.networks.landmarks)
    let body = model.body(in: region, of: FakeBody.picture())
    let found = try #require(body)
    // Up in the region is right in the picture, right in the region is down.
    #expect(near(found.landmarks[0].x, 150) && near(found.landmarks[0].y, 50))
    #expect(near(found.landmarks[1].x, 100) && near(found.landmarks[1].y, 100))
    let point = found.landmarks[0]
    #expect(near(point.worldX, -2) && near(point.worldY, 1) && near(point.worldZ, 3))
    #expect(near(point.visibility, 0.8808) && near(point.presence, 0.9933))
    #expect(found.landmarks.count == Landmark.count)
  }

  @Test func `a person who is found is followed without being looked for`() {
    body.points[34] = (128, 25.6)
    var tracker = PersonTracker(body.networks)
    let frames = (0..<5).map { tracker.frame(of: FakeBody.picture(), at: 100 * $0) }
    #expect(frames.map(\.isDetection) == [true, false, false, false, false])
    #expect(frames.allSatisfy { $0.landmarks != nil } && frames.map(\.timeMilliseconds) == [0, 100, 200, 300, 400])
    #expect(body.detections == 1 && body.looks == 5)
  }

  @Test func `a person who is lost is looked for once in the same picture`() {
    body.points[34] = (128, 25.6)
    body.likelihoods = [1, 0.2, 1, 0.2, 0.2, 1]
    var tracker = PersonTracker(body.networks)
    let frames = (0..<4).map { tracker.frame(of: FakeBody.picture(), at: $0) }
    #expect(frames.map(\.isDetection) == [true, true, true, true])
    #expect(frames.map { $0.landmarks != nil } == [true, true, false, true])
    #expect(body.detections == 4 && body.looks == 6)
  }

  @Test func `nobody is no landmarks, and what is no number is nobody`() {
    var tracker = PersonTracker(body.networks)
    for change: (FakeBody) -> Void in [
      { $0.detected = nil }, { $0.points[3].x = .nan }, { $0.world.y = .infinity }, { $0.points[3].x = 1e9 },
      { $0.points[33].y = .nan },
    ] {
      let other = FakeBody()
      change(other)
      tracker = PersonTracker(other.networks)
      let first = tracker.frame(of: FakeBody.picture(), at: 0)
      #expect(first.isDetection)
      // Where the next picture's region is none, this one's points are good still.
      #expect(first.landmarks == nil || other.points[33].y.isNaN)
      let second = tracker.frame(of: FakeBody.picture(), at: 1)
      #expect(second.isDetection)
    }
    tracker = PersonTracker(PoseNetworks(detector: { _ in nil }, landmarks: { _ in nil }))
    let none = tracker.frame(of: FakeBody.picture(), at: 0)
    #expect(none.landmarks == nil)
  }
}
