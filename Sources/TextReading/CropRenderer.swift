/// Draws a line as Tesseract reads it best: black on white, as high as its models expect, with soft edges.
enum CropRenderer {
  /// How high the line's letters become, in points.
  private static let letterHeight = 36
  private static let margin = 12
  /// A longer line becomes lower instead.
  static let largestWidth = 2_000

  /// - Parameters:
  ///   - planes: Of the picture in which the line was found.
  static func crop(of line: FoundLine, in planes: Planes) -> LineCrop {
    // Dots and accents are outside the box of the letters.
    let (width, height) = (line.box.height / 2, line.box.height * 3 / 10 + 2)
    let frame = PixelBox(
      left: max(0, line.box.left - width), top: max(0, line.box.top - height),
      right: min(planes.width, line.box.right + width), bottom: min(planes.height, line.box.bottom + height))
    var inks = line.mask.ink(in: frame, of: planes)
    eraseSurroundings(&inks, frame.width, frame.height)
    return crop(inks, of: frame, around: line.box)
  }

  /// Erases what reaches the frame's edge: the ground beyond an outline or a box, and parts of other lines. Soft ink
  /// stays only at the edges of what is left.
  private static func eraseSurroundings(_ inks: inout [UInt8], _ width: Int, _ height: Int) {
    var rest: [Int] = []
    func take(_ point: Int) {
      guard inks[point] >= 128 else { return }
      inks[point] = 0
      rest.append(point)
    }
    for x in 0..<width {
      take(x)
      take((height - 1) * width + x)
    }
    for y in 0..<height {
      take(y * width)
      take((y + 1) * width - 1)
    }
    while let point = rest.popLast() {
      let x = point % width
      if x > 0 { take(point - 1) }
      if x < width - 1 { take(point + 1) }
      if point >= width { take(point - width) }
      if point < (height - 1) * width { take(point + width) }
    }
    for point in inks.indices where (1..<128).contains(inks[point]) {
      let x = point % width
      let isEdge =
        x > 0 && inks[point - 1] >= 128 || x < width - 1 && inks[point + 1] >= 128
        || point >= width && inks[point - width] >= 128
        || point < (height - 1) * width && inks[point + width] >= 128
      if !isEdge { inks[point] = 0 }
    }
  }

  /// - Parameters:
  ///   - box: Around the letters.
  ///   - inks: Of the points of `frame`, row by row, 0...255.
  ///   - frame: Somewhat larger than the box, so that dots and accents are in it.
  private static func crop(_ inks: [UInt8], of frame: PixelBox, around box: PixelBox) -> LineCrop {
    let scale = min(
      Double(letterHeight) / Double(box.height), Double(largestWidth - 2 * margin) / Double(frame.width))
    let width = max(1, Int(Double(frame.width) * scale))
    let height = max(1, Int(Double(frame.height) * scale))
    let columns = Weights(from: frame.width, to: width)
    let rows = Weights(from: frame.height, to: height)
    var narrow = [Float](repeating: 0, count: width * frame.height)
    let fullWidth = width + 2 * margin
    var bytes = [UInt8](repeating: 255, count: fullWidth * (height + 2 * margin))
    unsafe inks.withUnsafeBufferPointer { inks in
      unsafe narrow.withUnsafeMutableBufferPointer { narrow in
        unsafe columns.withParts { starts, weights in
          for y in 0..<frame.height {
            for x in 0..<width {
              var sum: Float = 0
              let (start, weight) = unsafe (starts[x] &+ y &* frame.width, x &* columns.count)
              for index in 0..<columns.count {
                unsafe sum += weights[weight &+ index] * Float(inks[start &+ index])
              }
              unsafe narrow[y &* width &+ x] = sum
            }
          }
        }
        unsafe rows.withParts { starts, weights in
          unsafe bytes.withUnsafeMutableBufferPointer { bytes in
            for y in 0..<height {
              let (start, weight) = unsafe (starts[y] &* width, y &* rows.count)
              let target = (y &+ margin) &* fullWidth &+ margin
              for x in 0..<width {
                var sum: Float = 0
                for index in 0..<rows.count {
                  unsafe sum += weights[weight &+ index] * narrow[start &+ index &* width &+ x]
                }
                unsafe bytes[target &+ x] = UInt8(max(0, min(255, 255 - sum)))
              }
            }
          }
        }
      }
    }
    return LineCrop(width: fullWidth, height: height + 2 * margin, bytes: bytes)
  }

  /// How much each old point has of each new one: a triangle, as wide as a step of the coarser of both.
  private struct Weights {
    /// How many old points a new one is made of, from its start on; all of them exist.
    let count: Int
    private var starts: [Int] = []
    private var weights: [Float] = []

    init(from old: Int, to new: Int) {
      let step = Double(old) / Double(new)
      let reach = max(1, step)
      count = min(old, Int((2 * reach).rounded(.up)) + 1)
      for index in 0..<new {
        let middle = (Double(index) + 0.5) * step - 0.5
        let start = min(max(0, Int((middle - reach).rounded(.up))), old - count)
        starts.append(start)
        let shares = (0..<count).map { max(0, 1 - abs(Double(start + $0) - middle) / reach) }
        let sum = max(shares.reduce(0, +), 0.001)
        weights += shares.map { Float($0 / sum) }
      }
    }

    func withParts(_ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<Float>) -> Void) {
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe weights.withUnsafeBufferPointer { weights in unsafe body(starts, weights) }
      }
    }
  }
}
