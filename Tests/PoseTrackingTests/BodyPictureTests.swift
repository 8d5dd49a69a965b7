import Glibc
import MediaFacts
import Testing

@testable import PoseTracking

/// The hash of the picture around a body, on drawn rooms.
@Suite struct BodyPictureTests {
  /// A room as brightness at each place, in shares of its width; the body is in the middle.
  private struct Room {
    var seed = 1.0
    /// Shares of the picture that a crop takes away at the left and the top, and how much is left.
    var left = 0.0
    var top = 0.0
    var share = 1.0
    var width = 640
    var isMirrored = false
    var brightness = 1.0
    var hasLogo = false
    /// Steps of brightness that each point is off by, up and down in turn.
    var noise = 0.0

    var height: Int { width * 9 / 16 }

    private func grey(_ x: Double, _ y: Double) -> Double {
      if hasLogo, x > 0.8, y < 0.08 { return 255 }
      let wall = 120 + 60 * sin(seed * 3 + 9 * x) * cos(seed + 11 * y)
      let isBody = abs(x - 0.5) < 0.03 + 0.05 * abs(sin(20 * y + seed)) && y > 0.1 && y < 0.46
      return (isBody ? 40 + 200 * y : wall) * brightness
    }

    var picture: UprightPicture {
      var bytes: [UInt8] = []
      for row in 0..<height {
        for column in 0..<width {
          let across = (Double(isMirrored ? width - 1 - column : column) + 0.5) / Double(width)
          let down = (Double(row) + 0.5) / Double(width)
          let value = grey(left + share * across, top + share * down) + (row + column).parity * noise
          bytes += [UInt8](repeating: UInt8(min(255, max(0, value))), count: 3)
        }
      }
      guard let size = PixelSize(width: width, height: height) else { preconditionFailure("a test's own size") }
      return UprightPicture(size: size, bytes: bytes)
    }

    /// A body from head to feet, a little wider on its left.
    var landmarks: [Landmark] {
      let corners = [(0.43, 0.1), (0.59, 0.1), (0.5, 0.28), (0.43, 0.46), (0.59, 0.46)]
      return (0..<Landmark.count).map { number in
        let (x, y) = corners[number % corners.count]
        let across = (x - left) / share * Double(width)
        return Landmark(
          x: Float(isMirrored ? Double(width - 1) - across : across), y: Float((y - top) / share * Double(width)),
          visibility: 1, presence: 1, worldX: 0, worldY: 0, worldZ: 0)
      }
    }

    func with<Value>(_ path: WritableKeyPath<Room, Value>, _ value: Value) -> Room {
      var room = self
      room[keyPath: path] = value
      return room
    }
  }

  private func hash(_ room: Room) throws -> PictureHash {
    var body = BodyPicture()
    let hash = body.hash(of: room.picture, around: room.landmarks)
    return try #require(hash)
  }

  @Test(arguments: [1.0, 2, 3, 4])
  func `a copy has nearly the same hash, and another room another one`(seed: Double) throws {
    let room = Room(seed: seed)
    let whole = try hash(room)
    let crop = room.with(\.left, 0.08).with(\.top, 0.03).with(\.share, 0.87)
    let copies: [(String, Room)] = [
      ("half", room.with(\.width, 320)), ("crop", crop), ("bright", room.with(\.brightness, 1.2)),
      ("dark", room.with(\.brightness, 0.8)), ("logo", room.with(\.hasLogo, true)), ("noise", room.with(\.noise, 6)),
      ("all", crop.with(\.width, 480).with(\.brightness, 0.9).with(\.hasLogo, true)),
    ]
    for (name, copy) in copies { #expect(whole.distance(to: try hash(copy)) <= 4, "\(name)") }
    #expect(try hash(room.with(\.isMirrored, true)).distance(to: whole.mirrored) <= 4)
    #expect(whole.distance(to: try hash(room.with(\.seed, seed + 0.7))) >= 10)
  }

  @Test func `where all is alike, noise decides nothing`() throws {
    let room = Room()
    var body = BodyPicture()
    let size = room.picture.size
    func flat(_ noise: (Int) -> UInt8) throws -> PictureHash {
      let bytes = (0..<3 * size.width * size.height).map { 128 + noise($0 / 3) }
      let hash = body.hash(of: UprightPicture(size: size, bytes: bytes), around: room.landmarks)
      return try #require(hash)
    }
    let plain = try flat { _ in 0 }
    #expect(plain == plain.mirrored)
    #expect(try flat { UInt8($0 * 7919 % 5) } == plain)
  }

  @Test func `a body without extent has none`() {
    let room = Room()
    var body = BodyPicture()
    let point = Landmark(x: 10, y: 10, visibility: 1, presence: 1, worldX: 0, worldY: 0, worldZ: 0)
    let points = [Landmark](repeating: point, count: Landmark.count)
    let none = body.hash(of: room.picture, around: points)
    #expect(none == nil)
    // Far outside, all is black.
    let far = room.landmarks.map { landmark in
      var landmark = landmark
      landmark.x += 4000
      return landmark
    }
    let black = body.hash(of: room.picture, around: far)
    #expect(black != nil)
  }
}

extension Int {
  /// 1 for even numbers and -1 for odd ones.
  fileprivate var parity: Double { isMultiple(of: 2) ? 1 : -1 }
}
