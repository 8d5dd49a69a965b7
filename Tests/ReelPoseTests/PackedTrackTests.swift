import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelPose

/// Landmarks as a catalog keeps them.
@Suite struct PackedTrackTests {
  @Test(arguments: DrawnDrill.all)
  func `a reading of what is kept is the reading of the film`(drill: DrawnDrill) throws {
    for (turn, isMirrored) in [(45.0, true)] {
      let film = DrawnFilm(drill, turn: turn).with(\.isMirrored, isMirrored)
      let track = film.track.padded(before: 7, after: 9)
      let kept = try #require(LandmarkTrack(packed: track.packed))
      #expect(kept.pictureSize == track.pictureSize)
      // What is kept is the take itself.
      #expect(kept.packed == track.packed)
      let (one, other) = (PoseReading(track), PoseReading(kept))
      #expect(one.seen.gate == other.seen.gate)
      #expect(one.seen.part == other.seen.part)
      #expect(one.seen.pattern == other.seen.pattern)
      #expect(one.seen.sides == other.seen.sides)
      #expect(one.seen.side == other.seen.side)
      #expect(one.seen.repetitions == other.seen.repetitions)
      #expect(one.seen.isHold == other.seen.isHold)
      #expect(one.seen.position == other.seen.position)
      #expect(one.seen.movement?.value == other.seen.movement?.value)
      #expect(one.seen.movement?.isTag == other.seen.movement?.isTag)
      let signatures = (try #require(one.signature).values, try #require(other.signature).values)
      #expect(zip(signatures.0, signatures.1).allSatisfy { abs($0 - $1) < 0.03 })
    }
  }

  @Test func `a reading of what is kept stays the same when it is kept again`() throws {
    let once = try #require(LandmarkTrack(packed: trembling(.squat).packed))
    let twice = try #require(LandmarkTrack(packed: once.packed))
    #expect(once == twice)
    #expect(PoseReading(once).seen == PoseReading(twice).seen)
  }

  @Test func `only the chosen take is kept`() throws {
    let track = DrawnFilm(.squat).track.cut(to: DrawnFilm(.bridge).with(\.repetitions, 6).track)
    let kept = try #require(LandmarkTrack(packed: track.packed))
    #expect(kept.frames.count == 140)
    #expect(kept.cuts.isEmpty)
    #expect(PoseReading(kept).seen.pattern == .bridge)
    #expect(PoseReading(kept).seen.part == PoseReading(track).seen.part)
  }

  @Test func `a picture takes about a hundred bytes`() {
    for drill in DrawnDrill.all {
      let track = trembling(drill)
      let each = Double(track.packed.count) / Double(track.frames.count)
      #expect((60...160).contains(each), "\(drill.name): \(each)")
    }
  }

  @Test(arguments: [0, 1, .max, 0x8000_0000_7fff_ffff, 0xffff_ffff] as [UInt64])
  func `hashes are kept with their pictures`(bits: UInt64) throws {
    let hash = PictureHash(bits: bits)
    let track = DrawnFilm(.squat).track.changingFrames { place, frame in
      if place.isMultiple(of: 10) { frame.pictureHash = hash }
    }
    let kept = try #require(LandmarkTrack(packed: track.packed))
    #expect(kept.frames.map(\.pictureHash) == track.frames.map(\.pictureHash))
    // Around nobody there is none.
    let empty = track.changingFrames { _, frame in frame.landmarks = nil }
    #expect(LandmarkTrack(packed: empty.packed)?.frames.allSatisfy { $0.pictureHash == nil } == true)
    #expect(LandmarkTrack(packed: [2] + track.packed.dropFirst()) == nil)
  }

  @Test func `a track without anybody is kept, too`() throws {
    let track = DrawnFilm(.squat).track.changingFrames { _, frame in frame.landmarks = nil }
    let kept = try #require(LandmarkTrack(packed: track.packed))
    #expect(PoseReading(kept).seen == PoseReading(track).seen)
    let empty = LandmarkTrack(pictureSize: track.pictureSize, frames: [], isWhole: false)
    #expect(LandmarkTrack(packed: empty.packed) == empty)
  }

  @Test func `values out of range are kept at the edge`() throws {
    let track = DrawnFilm(.squat).track.changingFrames { _, frame in
      frame.landmarks?[Joint.nose.rawValue] = Landmark(
        x: 1e9, y: -1e9, visibility: 7, presence: -1, worldX: 100, worldY: -.infinity, worldZ: 8)
    }
    let kept = try #require(LandmarkTrack(packed: track.packed))
    let nose = try #require(kept.frames[0].landmarks)[Joint.nose.rawValue]
    #expect(
      nose
        == Landmark(x: 4096, y: -4096, visibility: 1, presence: 0, worldX: 8, worldY: -8, worldZ: 8))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `damaged bytes are nothing or a track`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let track = trembling(random.pick(DrawnDrill.all)).changingFrames { place, frame in
      if place.isMultiple(of: 10) { frame.pictureHash = PictureHash(bits: UInt64(place) << 33) }
    }
    let whole = track.packed
    for _ in 0..<12 {
      var bytes = whole
      if random.chance(30) { bytes.removeLast(Int.random(in: 1...bytes.count, using: &random)) }
      if random.chance(20) {
        bytes += (0..<random.pick([1, 5, 40])).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      if !bytes.isEmpty {
        for _ in 0..<random.pick([0, 1, 1, 2, 20]) {
          // Mostly at the start, where sizes and counts are.
          let place =
            random.chance(50)
            ? Int.random(in: 0..<min(12, bytes.count), using: &random) : random.pick(Array(bytes.indices))
          bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        }
      }
      guard let read = LandmarkTrack(packed: bytes) else { continue }
      #expect(read.frames.count <= LandmarkTrack.largestFrameCount)
      #expect(read.frames.allSatisfy { $0.landmarks.map { $0.count == Landmark.count } ?? true })
      #expect(zip(read.frames, read.frames.dropFirst()).allSatisfy { $0.timeMilliseconds <= $1.timeMilliseconds })
      #expect(read.frames.allSatisfy { ($0.landmarks ?? []).allSatisfy(Self.isPlausible) })
      let reading = PoseReading(read)
      #expect(Seen(stored: reading.seen.stored) != nil)
      if let signature = reading.signature { #expect(signature.values.allSatisfy { $0.isFinite }) }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `noise is nothing or a track`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      if let track = LandmarkTrack(packed: bytes) { _ = PoseReading(track) }
    }
    #expect(LandmarkTrack(packed: []) == nil)
    #expect(LandmarkTrack(packed: [UInt8](repeating: 0xff, count: 4000)) == nil)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `joints in places where no body has them never trap`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for kind in 0..<4 {
      // All in one place; all at the edge; anywhere; in one line.
      let track = DrawnFilm(.squat).track.changingFrames { _, frame in
        for place in 0..<Landmark.count {
          let share = Float(place) / 33
          let far = Float.random(in: -1...1, using: &random)
          let spot: [Float] = [0, far < 0 ? -1 : 1, far, share]
          frame.landmarks?[place] = Landmark(
            x: 300 + spot[kind] * (kind == 1 ? 4096 : 20), y: 200 + spot[kind] * 20, visibility: 1, presence: 1,
            worldX: spot[kind] * 8, worldY: spot[kind] * 8, worldZ: spot[kind] * 8)
        }
      }
      let reading = PoseReading(track)
      #expect(Seen(stored: reading.seen.stored) == reading.seen)
      if let signature = reading.signature { #expect(signature.values.allSatisfy { $0.isFinite }) }
    }
  }

  private static func isPlausible(_ point: Landmark) -> Bool {
    Landmark.pixels.contains(point.x) && Landmark.pixels.contains(point.y) && (0...1).contains(point.visibility)
      && (0...1).contains(point.presence) && Landmark.metres.contains(point.worldX)
      && Landmark.metres.contains(point.worldY) && Landmark.metres.contains(point.worldZ)
  }

  /// A drill with the tremble that a model leaves in its landmarks.
  private func trembling(_ drill: DrawnDrill) -> LandmarkTrack {
    var random = SeededRandom(seed: 11)
    return DrawnFilm(drill).track.changingFrames { _, frame in
      for place in 0..<Landmark.count {
        frame.landmarks?[place].x += Float.random(in: -1.5...1.5, using: &random)
        frame.landmarks?[place].y += Float.random(in: -1.5...1.5, using: &random)
        frame.landmarks?[place].worldX += Float.random(in: -0.01...0.01, using: &random)
        frame.landmarks?[place].worldY += Float.random(in: -0.01...0.01, using: &random)
        frame.landmarks?[place].worldZ += Float.random(in: -0.02...0.02, using: &random)
        frame.landmarks?[place].visibility -= Float.random(in: 0...0.1, using: &random)
      }
    }
  }
}
