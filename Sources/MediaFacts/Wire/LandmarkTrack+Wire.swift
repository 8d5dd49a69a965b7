extension LandmarkFrame {
  /// How many bytes of shared memory each frame fills, whether somebody was found or not.
  public static let byteCount = 16 + Landmark.count * Landmark.byteCount

  fileprivate static let hasLandmarks = 1
  fileprivate static let isDetection = 2
  fileprivate static let hasHash = 4
}

extension Landmark {
  fileprivate static let byteCount = 7 * 4

  fileprivate var numbers: [Float] { [x, y, visibility, presence, worldX, worldY, worldZ] }
}

extension LandmarkTrack {
  /// The frames' bytes as they lie in shared memory: for each the time, what is known of it, the picture's hash
  /// or zeros, and the landmarks or zeros.
  public var frameBytes: [UInt8] {
    var writer = WireWriter()
    for frame in frames {
      writer.put(frame.timeMilliseconds, byteCount: 4)
      let landmarks = frame.landmarks.map { _ in LandmarkFrame.hasLandmarks } ?? 0
      let hash = frame.pictureHash.map { _ in LandmarkFrame.hasHash } ?? 0
      writer.put(landmarks | hash | (frame.isDetection ? LandmarkFrame.isDetection : 0), byteCount: 4)
      writer.put(Int(truncatingIfNeeded: frame.pictureHash?.bits ?? 0), byteCount: 8)
      for landmark in frame.landmarks ?? [] {
        for number in landmark.numbers { writer.put(Int(number.bitPattern), byteCount: 4) }
      }
      let written = frame.landmarks?.count ?? 0
      for _ in 0..<max(0, Landmark.count - written) * 7 { writer.put(0, byteCount: 4) }
    }
    return writer.bytes
  }

  /// Reads a track from its outline and the bytes of its frames, refusing every number that cannot be.
  public init(_ outline: Outline, frameBytes bytes: [UInt8]) throws(WireError) {
    var reader = WireReader(bytes)
    var frames: [LandmarkFrame] = []
    frames.reserveCapacity(outline.frameCount)
    var earliest = 0
    for _ in 0..<outline.frameCount {
      let time = try reader.number("timeMilliseconds", byteCount: 4, in: WireLimits.milliseconds)
      // No two pictures have one time.
      guard time >= earliest else { throw WireError(.outOfRange, "timeMilliseconds") }
      earliest = time + 1
      frames.append(try LandmarkFrame(at: time, from: &reader))
    }
    try reader.finish("frames")
    self.init(pictureSize: outline.pictureSize, frames: frames, cuts: outline.cuts, isWhole: outline.isWhole)
  }
}

extension LandmarkFrame {
  fileprivate init(at time: Int, from reader: inout WireReader) throws(WireError) {
    let flags = try reader.number("frame", byteCount: 4, in: 0...7)
    let hash = try PictureHash(from: &reader, isThere: flags & Self.hasHash != 0)
    var landmarks: [Landmark]?
    if flags & Self.hasLandmarks != 0 {
      var found: [Landmark] = []
      found.reserveCapacity(Landmark.count)
      for _ in 0..<Landmark.count { found.append(try Landmark(from: &reader)) }
      landmarks = found
    } else {
      // Only around a person is a picture hashed.
      guard hash == nil else { throw WireError(.outOfRange, "pictureHash") }
      for _ in 0..<Landmark.count * 7 { _ = try reader.number("landmark", byteCount: 4, in: 0...0) }
    }
    self.init(
      timeMilliseconds: time, landmarks: landmarks, isDetection: flags & Self.isDetection != 0, pictureHash: hash)
  }
}

extension PictureHash {
  /// Nil where there is none; then its bytes are zeros.
  fileprivate init?(from reader: inout WireReader, isThere: Bool) throws(WireError) {
    let bits = try reader.number("pictureHash", byteCount: 8, in: isThere ? Int.min...Int.max : 0...0)
    guard isThere else { return nil }
    self.init(bits: UInt64(bitPattern: Int64(bits)))
  }
}

extension Landmark {
  fileprivate init(from reader: inout WireReader) throws(WireError) {
    func number(_ field: String, in range: ClosedRange<Float>) throws(WireError) -> Float {
      let bits = try reader.number(field, byteCount: 4, in: 0...Int(UInt32.max))
      let number = Float(bitPattern: UInt32(bits))
      // Nothing that is not a number is in a range.
      guard range.contains(number) else { throw WireError(.outOfRange, field) }
      return number
    }
    self.init(
      x: try number("x", in: Self.pixels), y: try number("y", in: Self.pixels),
      visibility: try number("visibility", in: 0...1), presence: try number("presence", in: 0...1),
      worldX: try number("worldX", in: Self.metres), worldY: try number("worldY", in: Self.metres),
      worldZ: try number("worldZ", in: Self.metres))
  }
}

extension PoseReport {
  func write(to writer: inout WireWriter) {
    status.write(to: &writer)
    writer.put(reason: reason)
    writer.put(outline) { writer, outline in outline.write(to: &writer) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    status = try FileStatus(from: &reader)
    reason = try reader.reason()
    outline = try reader.optional("outline") { reader throws(WireError) in
      try LandmarkTrack.Outline(from: &reader)
    }
    guard (status == .ok) == (outline != nil) else { throw WireError(.outOfRange, "outline") }
  }
}

extension LandmarkTrack.Outline {
  fileprivate func write(to writer: inout WireWriter) {
    pictureSize.write(to: &writer)
    writer.put(frameCount, byteCount: 2)
    writer.put(isWhole)
    writer.put(cuts.count, byteCount: 2)
    for cut in cuts { writer.put(cut, byteCount: 2) }
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let size = try PixelSize(from: &reader, "pictureSize", sides: 1...LandmarkTrack.longestSide)
    let frameCount = try reader.number("frameCount", byteCount: 2, in: PoseOrder.frameCounts)
    let isWhole = try reader.flag("isWhole")
    var cuts: [Int] = []
    for _ in 0..<(try reader.number("cuts", byteCount: 2, in: 0...frameCount - 1)) {
      // Ascending: in a track of one frame no number is left, and none is asked for.
      let next = (cuts.last ?? 0) + 1
      guard next < frameCount else { throw WireError(.outOfRange, "cut") }
      cuts.append(try reader.number("cut", byteCount: 2, in: next...frameCount - 1))
    }
    self.init(pictureSize: size, frameCount: frameCount, cuts: cuts, isWhole: isWhole)
  }
}
