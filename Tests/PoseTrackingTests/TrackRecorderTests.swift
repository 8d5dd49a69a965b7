import MediaFacts
import Testing

@testable import PoseTracking

/// When a film has been seen enough, and where it cuts.
@Suite struct TrackRecorderTests {
  private let body = FakeBody()

  init() { body.points[34] = (128, 25.6) }

  /// Feeds pictures until no more are wanted; how many were taken.
  private func fed(_ order: PoseOrder, of count: Int, rest: (Int) -> Int?) -> (taken: Int, track: LandmarkTrack?) {
    var recorder = TrackRecorder(order, body.networks)
    for index in 0..<count where !recorder.take(FakeBody.picture(), at: 100 * index, rest: rest(index)) {
      return (index + 1, recorder.track(isWhole: false))
    }
    return (count, recorder.track(isWhole: true))
  }

  @Test func `a film is left when enough was seen of its person, unless it ends soon`() {
    var order = PoseOrder(frameCount: 40, trackedFrameCount: 10, restMilliseconds: 1000)
    #expect(fed(order, of: 30) { _ in nil }.taken == 10)
    #expect(fed(order, of: 30) { 3000 - 100 * $0 }.taken == 10)
    #expect(fed(order, of: 19) { 1900 - 100 * $0 }.taken == 19)
    order.frameCount = 7
    let found = fed(order, of: 30) { _ in nil }
    #expect(found.taken == 7 && found.track?.frames.count == 7 && found.track?.isWhole == false)
    // A person without legs is none whose movement can be told.
    body.presence = -5
    order.frameCount = 40
    #expect(fed(order, of: 30) { _ in nil }.taken == 30)
  }

  @Test func `the first picture with a person in each second is hashed`() throws {
    // Joints with some extent; nobody is in the first picture.
    for number in body.points.indices { body.points[number] = (Float(100 + number), Float(60 + 2 * number)) }
    body.points[33] = (128, 128)
    body.points[34] = (128, 25.6)
    body.likelihoods = [0]
    let track = try #require(fed(PoseOrder(frameCount: 25), of: 25) { _ in nil }.track)
    #expect(track.frames.indices.filter { track.frames[$0].pictureHash != nil } == [1, 10, 20])
    #expect(track.frames[0].landmarks == nil)
  }

  @Test func `a film that changes its size ends there, and one without pictures has no track`() throws {
    var recorder = TrackRecorder(PoseOrder(), body.networks)
    #expect(recorder.track(isWhole: true) == nil)
    let wantsMore = recorder.take(FakeBody.picture(), at: 0, rest: nil)
    let wantsOther = recorder.take(FakeBody.picture(32, 32), at: 100, rest: nil)
    #expect(wantsMore && !wantsOther)
    let track = try #require(recorder.track(isWhole: false))
    #expect(track.frames.count == 1 && track.pictureSize == FakeBody.picture().size)
  }

  /// The cuts of pictures of one brightness each.
  private func cuts(_ greys: [UInt8]) -> [Int] {
    var cuts = ShotCuts()
    for grey in greys { cuts.take(FakeBody.picture(50, 40, grey)) }
    return cuts.cuts
  }

  @Test func `a change that stands out is a cut, one among others is not, and a short film has none`() {
    let still = [UInt8](repeating: 100, count: 40)
    #expect(cuts(still + [UInt8](repeating: 114, count: 40)) == [40])
    #expect(cuts(still + [UInt8](repeating: 111, count: 40)) == [])
    // Flicker of four steps: a change of twenty does not stand out six times, one of 41 is large.
    let flicker = (0..<40).map { UInt8($0.isMultiple(of: 2) ? 100 : 104) }
    #expect(cuts(flicker + flicker.map { $0 + 20 }) == [])
    #expect(cuts(flicker + flicker.map { $0 + 45 }) == [40])
    #expect(cuts([UInt8](repeating: 100, count: 30) + [UInt8](repeating: 200, count: 29)) == [])
  }
}
