public import MediaFacts

extension LandmarkTrack {
  /// The usable take of the track as a catalog keeps it: the joints that hipreel uses, in quarters of a pixel, millimetres and
  /// hundredths, as differences from picture to picture, and the hashes of pictures. About 130 bytes a picture.
  public var packed: [UInt8] {
    let shot = Shot.best(of: self)
    var writer = PackedWriter()
    for number in [Self.layout, pictureSize.width, pictureSize.height, isWhole ? 1 : 0, shot.frames.count] {
      writer.put(number)
    }
    var time = 0
    var last = [Int](repeating: 0, count: Joint.allCases.count * PackedPoint.count)
    for frame in shot.frames {
      writer.put(frame.timeMilliseconds - time)
      time = frame.timeMilliseconds
      let hash = frame.landmarks == nil ? nil : frame.pictureHash
      writer.put((frame.landmarks == nil ? 0 : 1) + (frame.isDetection ? 2 : 0) + (hash == nil ? 0 : 4))
      if let hash { writer.put(hash) }
      guard let landmarks = frame.landmarks else { continue }
      let numbers = Joint.allCases.flatMap { PackedPoint.numbers(of: landmarks[$0.rawValue]) }
      for (number, before) in zip(numbers, last) { writer.put(number - before) }
      last = numbers
    }
    return writer.bytes
  }

  /// Reads what a catalog keeps; nil for anything else. The other landmarks of each body are zero.
  public init?(packed: [UInt8]) {
    var reader = PackedReader(packed)
    guard reader.number() == Self.layout, let width = reader.number(), let height = reader.number(),
      let size = PixelSize(width: width, height: height), let whole = reader.number(), (0...1).contains(whole),
      let count = reader.number(), (0...Self.largestFrameCount).contains(count)
    else { return nil }
    var frames: [LandmarkFrame] = []
    var time = 0
    var last = [Int](repeating: 0, count: Joint.allCases.count * PackedPoint.count)
    for _ in 0..<count {
      guard let step = reader.number(), WireLimits.milliseconds.contains(step), let flags = reader.number(),
        (0...7).contains(flags), flags & 5 != 4
      else { return nil }
      time += step
      guard WireLimits.milliseconds.contains(time) else { return nil }
      var hash: PictureHash?
      if flags & 4 == 4 {
        guard let read = reader.hash() else { return nil }
        hash = read
      }
      var landmarks: [Landmark]?
      if flags & 1 == 1 {
        for place in last.indices {
          guard let difference = reader.number(), PackedPoint.differences.contains(difference) else { return nil }
          last[place] += difference
        }
        guard let points = PackedPoint.landmarks(of: last) else { return nil }
        landmarks = points
      }
      frames.append(
        LandmarkFrame(timeMilliseconds: time, landmarks: landmarks, isDetection: flags & 2 == 2, pictureHash: hash))
    }
    guard reader.isAtEnd else { return nil }
    self.init(pictureSize: size, frames: frames, isWhole: whole == 1)
  }

  private static let layout = 2
}

/// One joint as whole numbers.
private enum PackedPoint {
  static let count = 7
  /// What two joints can differ by.
  static let differences = -100_000...100_000
  private static let scales: [Float] = [4, 4, 100, 100, 1000, 1000, 1000]
  private static let ranges: [ClosedRange<Float>] = [
    Landmark.pixels, Landmark.pixels, 0...1, 0...1, Landmark.metres, Landmark.metres, Landmark.metres,
  ]

  static func numbers(of point: Landmark) -> [Int] {
    let values = [
      point.x, point.y, point.visibility, point.presence, point.worldX, point.worldY, point.worldZ,
    ]
    return values.indices.map { place in
      let value = min(max(values[place], ranges[place].lowerBound), ranges[place].upperBound)
      return Int((value * scales[place]).rounded())
    }
  }

  /// Nil where a value is out of its range.
  static func landmarks(of numbers: [Int]) -> [Landmark]? {
    var landmarks = [Landmark](
      repeating: Landmark(x: 0, y: 0, visibility: 0, presence: 0, worldX: 0, worldY: 0, worldZ: 0),
      count: Landmark.count)
    for (index, joint) in Joint.allCases.enumerated() {
      let values = (0..<count).map { Float(numbers[index * count + $0]) / scales[$0] }
      for (value, range) in zip(values, ranges) where !range.contains(value) { return nil }
      landmarks[joint.rawValue] = Landmark(
        x: values[0], y: values[1], visibility: values[2], presence: values[3], worldX: values[4], worldY: values[5],
        worldZ: values[6])
    }
    return landmarks
  }
}

/// Whole numbers of either sign, small ones in one byte: seven bits each, the lowest first, the sign in the lowest bit.
private struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// In two halves, the lower first.
  mutating func put(_ hash: PictureHash) {
    put(Int(hash.bits & 0xffff_ffff))
    put(Int(hash.bits >> 32))
  }
}

private struct PackedReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  /// Nil at the end, and for a number that nobody wrote: of more than 35 bits.
  mutating func number() -> Int? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 35 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(value >> 1) ^ -Int(value & 1) }
      shift += 7
    }
    return nil
  }

  mutating func hash() -> PictureHash? {
    let halves = 0...0xffff_ffff
    guard let low = number(), halves.contains(low), let high = number(), halves.contains(high) else { return nil }
    return PictureHash(bits: UInt64(high) << 32 | UInt64(low))
  }
}
