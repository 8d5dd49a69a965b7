import MediaFacts
import ReelLibrary

/// The few colours that show a picture best: its colours in groups of equal weight (Heckbert's median cut, 1982).
struct ColourPalette {
  /// Red, green and blue of each.
  private(set) var colours: [[UInt8]] = []
  /// Of each of 32 × 32 × 32 colours, the nearest that there is; nil until somebody asked.
  private var nearest = [UInt8?](repeating: nil, count: 1 << 15)

  /// - Parameter count: At most so many, 2 to 256.
  init(_ picture: RGBPicture, count: Int) {
    precondition((2...256).contains(count), "a palette is numbered in a byte")
    var weights = [Int](repeating: 0, count: 1 << 15)
    for pixel in stride(from: 0, to: picture.bytes.count, by: 3) {
      weights[Self.cell(picture.bytes[pixel], picture.bytes[pixel + 1], picture.bytes[pixel + 2])] += 1
    }
    var boxes = [Box(weights.indices.filter { weights[$0] > 0 }, weights)]
    while boxes.count < count {
      guard let place = boxes.indices.max(by: { boxes[$0].worth < boxes[$1].worth }), boxes[place].worth > 0 else {
        break
      }
      let halves = boxes[place].halves(weights)
      boxes[place] = halves.0
      boxes.append(halves.1)
    }
    colours = Self.means(of: boxes, picture)
  }

  /// The number of a colour for each pixel. With few colours the error of each goes to its neighbours; with many that costs
  /// bytes and shows nothing more.
  mutating func indices(of picture: RGBPicture) -> [UInt8] {
    guard colours.count >= 64 else { return dithered(picture) }
    return stride(from: 0, to: picture.bytes.count, by: 3).map { pixel in
      number(nearestTo: Int(picture.bytes[pixel]), Int(picture.bytes[pixel + 1]), Int(picture.bytes[pixel + 2]))
    }
  }

  /// As Floyd and Steinberg do it (1976).
  private mutating func dithered(_ picture: RGBPicture) -> [UInt8] {
    let (width, height) = (picture.size.width, picture.size.height)
    var indices: [UInt8] = []
    indices.reserveCapacity(width * height)
    // What the row and the next one are off by, in sixteenths, with a pixel more at both ends.
    var errors = [Int](repeating: 0, count: 3 * (width + 2))
    var below = errors
    for y in 0..<height {
      for x in 0..<width {
        let place = 3 * (x + 1)
        let wanted = (0..<3).map { part in
          min(max(Int(picture.bytes[3 * (y * width + x) + part]) + errors[place + part] / 16, 0), 255)
        }
        let index = number(nearestTo: wanted[0], wanted[1], wanted[2])
        indices.append(index)
        for part in 0..<3 {
          let error = wanted[part] - Int(colours[Int(index)][part])
          errors[place + 3 + part] += 7 * error
          below[place - 3 + part] += 3 * error
          below[place + part] += 5 * error
          below[place + 3 + part] += error
        }
      }
      errors = below
      below = [Int](repeating: 0, count: below.count)
    }
    return indices
  }

  private mutating func number(nearestTo red: Int, _ green: Int, _ blue: Int) -> UInt8 {
    let cell = red / 8 * 1024 + green / 8 * 32 + blue / 8
    if let known = nearest[cell] { return known }
    var best = (number: 0, distance: Int.max)
    for (number, colour) in colours.enumerated() {
      // From the middle of those that look the same.
      let reds = red / 8 * 8 + 4 - Int(colour[0])
      let greens = green / 8 * 8 + 4 - Int(colour[1])
      let blues = blue / 8 * 8 + 4 - Int(colour[2])
      // The eye sees green best.
      let distance = 2 * reds * reds + 4 * greens * greens + blues * blues
      if distance < best.distance { best = (number, distance) }
    }
    nearest[cell] = UInt8(best.number)
    return UInt8(best.number)
  }

  /// The average of the pixels in each box.
  private static func means(of boxes: [Box], _ picture: RGBPicture) -> [[UInt8]] {
    var boxOfCell = [Int](repeating: 0, count: 1 << 15)
    for (place, box) in boxes.enumerated() {
      for cell in box.cells { boxOfCell[cell] = place }
    }
    var sums = [Int](repeating: 0, count: 4 * boxes.count)
    for pixel in stride(from: 0, to: picture.bytes.count, by: 3) {
      let (red, green, blue) = (picture.bytes[pixel], picture.bytes[pixel + 1], picture.bytes[pixel + 2])
      let place = 4 * boxOfCell[cell(red, green, blue)]
      sums[place] += Int(red)
      sums[place + 1] += Int(green)
      sums[place + 2] += Int(blue)
      sums[place + 3] += 1
    }
    return boxes.indices.map { place in
      let count = max(sums[4 * place + 3], 1)
      return (0..<3).map { UInt8((sums[4 * place + $0] + count / 2) / count) }
    }
  }

  /// One of 32 × 32 × 32 colours.
  private static func cell(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
    Int(red) / 8 * 1024 + Int(green) / 8 * 32 + Int(blue) / 8
  }

  /// Colours that become one.
  private struct Box {
    let cells: [Int]
    /// How many bits to the right the part is in which they differ most.
    private let shift: Int
    /// How much is gained by cutting it; 0 for a single colour.
    let worth: Int

    init(_ cells: [Int], _ weights: [Int]) {
      self.cells = cells
      let spreads = [10, 5, 0].map { shift in
        let values = cells.lazy.map { $0 >> shift & 31 }
        return (shift: shift, spread: (values.max() ?? 0) - (values.min() ?? 0))
      }
      let widest = spreads.max { $0.spread < $1.spread } ?? (0, 0)
      shift = widest.shift
      worth = widest.spread * cells.reduce(0) { $0 + weights[$1] }
    }

    func halves(_ weights: [Int]) -> (Box, Box) {
      let sorted = cells.sorted { ($0 >> shift & 31, $0) < ($1 >> shift & 31, $1) }
      let half = sorted.reduce(0) { $0 + weights[$1] } / 2
      var sum = 0
      let cut = sorted.firstIndex { cell in
        sum += weights[cell]
        return sum > half
      }
      let middle = min(max(cut ?? 0, 1), sorted.count - 1)
      return (Box(Array(sorted[..<middle]), weights), Box(Array(sorted[middle...]), weights))
    }
  }
}
