/// Which points of a picture may be those of letters.
enum Mask: Int, CaseIterable {
  case white, black
  /// Nothing but white, where the ground is light.
  case pureWhite
  /// White and bright colours together, as where one word after the other is lit.
  case bright
  /// Brighter or darker than what is around them, as grey on grey.
  case brighter, darker

  static let whiteLeast: UInt8 = 185
  static let pureWhiteLeast: UInt8 = 225
  static let blackMost: UInt8 = 75
  static let brightLeast: UInt8 = 155
  /// How much brighter than the mean around it.
  static let leastContrast: UInt8 = 18

  /// Whether it compares a point with those around it, in the small planes.
  var isRelative: Bool { self == .brighter || self == .darker }

  /// How many points of the picture, in each direction, are one of those that pieces are found in.
  func scale(in planes: Planes) -> Int { isRelative ? 1 << planes.shift : 1 }

  /// Fills a row of what pieces are found in: 255 for a point of the mask, 0 for another one.
  func fillRow(_ y: Int, of planes: Planes, into row: UnsafeMutableBufferPointer<UInt8>) {
    switch self {
    case .white: unsafe compare(planes.low, y, row) { $0 > Self.whiteLeast ? 255 : 0 }
    case .pureWhite: unsafe compare(planes.low, y, row) { $0 > Self.pureWhiteLeast ? 255 : 0 }
    case .black: unsafe compare(planes.high, y, row) { $0 < Self.blackMost ? 255 : 0 }
    case .bright: unsafe compare(planes.grey, y, row) { $0 > Self.brightLeast ? 255 : 0 }
    case .brighter: unsafe contrast(planes, y, row) { $0 > Int16(Self.leastContrast) ? 255 : 0 }
    case .darker: unsafe contrast(planes, y, row) { $0 < -Int16(Self.leastContrast) ? 255 : 0 }
    }
  }

  @inline(__always)
  private func compare(
    _ plane: [UInt8], _ y: Int, _ row: UnsafeMutableBufferPointer<UInt8>, _ value: (UInt8) -> UInt8
  ) {
    let first = y * row.count
    unsafe plane.withUnsafeBufferPointer { plane in
      for x in 0..<row.count { unsafe row[x] = value(plane[first &+ x]) }
    }
  }

  @inline(__always)
  private func contrast(
    _ planes: Planes, _ y: Int, _ row: UnsafeMutableBufferPointer<UInt8>, _ value: (Int16) -> UInt8
  ) {
    let first = y * row.count
    unsafe planes.small.withUnsafeBufferPointer { small in
      unsafe planes.mean.withUnsafeBufferPointer { mean in
        for x in 0..<row.count {
          unsafe row[x] = value(Int16(small[first &+ x]) &- Int16(mean[first &+ x]))
        }
      }
    }
  }

  /// How much each point of a box is ink, row by row: 0 for none, 255 for all, and 128 at the mask's edge.
  func ink(in box: PixelBox, of planes: Planes) -> [UInt8] {
    switch self {
    case .white: ink(box, planes.low, planes.width) { 128 &+ (Int32($0) &- Int32(Self.whiteLeast)) &* 4 }
    case .pureWhite: ink(box, planes.low, planes.width) { 128 &+ (Int32($0) &- Int32(Self.pureWhiteLeast)) &* 4 }
    case .black: ink(box, planes.high, planes.width) { 128 &+ (Int32(Self.blackMost) &- Int32($0)) &* 4 }
    case .bright: ink(box, planes.grey, planes.width) { 128 &+ (Int32($0) &- Int32(Self.brightLeast)) &* 4 }
    case .brighter: contrastInk(box, planes) { 128 &+ ($0 &- Int32(Self.leastContrast)) &* 8 }
    case .darker: contrastInk(box, planes) { 128 &- ($0 &+ Int32(Self.leastContrast)) &* 8 }
    }
  }

  @inline(__always)
  private func ink(_ box: PixelBox, _ plane: [UInt8], _ planeWidth: Int, _ value: (UInt8) -> Int32) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: box.area) { inks, count in
      unsafe plane.withUnsafeBufferPointer { plane in
        for y in 0..<box.height {
          let (first, target) = ((box.top &+ y) &* planeWidth &+ box.left, y &* box.width)
          for x in 0..<box.width {
            unsafe inks[target &+ x] = UInt8(truncatingIfNeeded: max(0, min(255, value(plane[first &+ x]))))
          }
        }
      }
      count = box.area
    }
  }

  @inline(__always)
  private func contrastInk(_ box: PixelBox, _ planes: Planes, _ value: (Int32) -> Int32) -> [UInt8] {
    let (width, smallWidth, shift) = (planes.width, planes.smallWidth, planes.shift)
    return unsafe [UInt8](unsafeUninitializedCapacity: box.area) { inks, count in
      unsafe planes.grey.withUnsafeBufferPointer { grey in
        unsafe planes.mean.withUnsafeBufferPointer { mean in
          for y in 0..<box.height {
            let (first, target) = ((box.top &+ y) &* width &+ box.left, y &* box.width)
            let around = min((box.top &+ y) &>> shift, planes.smallHeight &- 1) &* smallWidth
            for x in 0..<box.width {
              let smallX = min((box.left &+ x) &>> shift, smallWidth &- 1)
              let contrast = unsafe Int32(grey[first &+ x]) &- Int32(mean[around &+ smallX])
              unsafe inks[target &+ x] = UInt8(truncatingIfNeeded: max(0, min(255, value(contrast))))
            }
          }
        }
      }
      count = box.area
    }
  }
}
