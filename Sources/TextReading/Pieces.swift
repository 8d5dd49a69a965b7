/// A connected piece of a mask.
struct Piece {
  var left, top, right, bottom: Int32
  /// How many points it has, and in how many runs along rows they are.
  var area: Int32
  var runCount: Int32

  var width: Int32 { right - left }
  var height: Int32 { bottom - top }
}

/// Finds the connected pieces of a mask, row by row, from its runs; corners connect.
struct PieceFinder {
  /// A mask of more pieces than that is a texture and not looked at: what bounds time and memory.
  static let largestPieceCount = 40_000
  static let largestRunCount = 200_000

  private struct Run {
    var left, right, label: Int32
  }

  private var parents = [Int32](repeating: 0, count: largestPieceCount)
  private var pieces = [Piece](
    repeating: Piece(left: 0, top: 0, right: 0, bottom: 0, area: 0, runCount: 0), count: largestPieceCount)
  private var row: [UInt8] = []
  private var upper: [Run] = []
  private var lower: [Run] = []

  /// Calls `take` with each piece; false when there are too many, and then with none.
  ///
  /// - Parameter fill: Fills a row with 255 for points of the mask and 0 for others.
  mutating func find(
    width: Int, height: Int, fill: (Int, UnsafeMutableBufferPointer<UInt8>) -> Void, take: (Piece) -> Void
  ) -> Bool {
    // A few points more, so that eight can be looked at together.
    if row.count != width + 16 {
      row = [UInt8](repeating: 0, count: width + 16)
      let none = Run(left: 0, right: 0, label: 0)
      upper = [Run](repeating: none, count: width / 2 + 2)
      lower = upper
    }
    var count: Int32 = 0
    var runTotal = 0
    var upperCount = 0
    let isFine = unsafe row.withUnsafeMutableBufferPointer { row in
      unsafe parents.withUnsafeMutableBufferPointer { parents in
        unsafe pieces.withUnsafeMutableBufferPointer { pieces in
          for y in 0..<height {
            unsafe fill(y, UnsafeMutableBufferPointer(rebasing: row[..<width]))
            let lowerCount = unsafe Self.runs(in: row, width, into: &lower)
            runTotal += lowerCount
            guard runTotal <= Self.largestRunCount else { return false }
            let isFine = unsafe Self.connect(&lower, lowerCount, to: upper, upperCount, y, parents, pieces, &count)
            guard isFine else { return false }
            swap(&upper, &lower)
            upperCount = lowerCount
          }
          return true
        }
      }
    }
    guard isFine else { return false }
    for label in 0..<Int(count) where parents[label] == label { take(pieces[label]) }
    return true
  }

  /// The runs of a row, eight points at a time where nothing changes.
  private static func runs(in row: UnsafeMutableBufferPointer<UInt8>, _ width: Int, into runs: inout [Run]) -> Int {
    let bytes = unsafe UnsafeRawPointer(row.baseAddress.unsafelyUnwrapped)
    return unsafe runs.withUnsafeMutableBufferPointer { runs in
      var count = 0
      var x = 0
      while true {
        // The next point that is set; beyond the row all are clear.
        while x < width {
          let eight = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: x, as: UInt64.self))
          if eight != 0 {
            x &+= eight.trailingZeroBitCount &>> 3
            break
          }
          x &+= 8
        }
        guard x < width else { return count }
        let left = x
        while true {
          let eight = unsafe ~UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: x, as: UInt64.self))
          if eight != 0 {
            x &+= eight.trailingZeroBitCount &>> 3
            break
          }
          x &+= 8
        }
        unsafe runs[count] = Run(left: Int32(truncatingIfNeeded: left), right: Int32(truncatingIfNeeded: x), label: 0)
        count &+= 1
      }
    }
  }

  /// Gives each run of a row the piece of those that touch it in the row above; false when there are too many pieces.
  private static func connect(
    _ lower: inout [Run], _ lowerCount: Int, to upper: [Run], _ upperCount: Int, _ y: Int,
    _ parents: UnsafeMutableBufferPointer<Int32>, _ pieces: UnsafeMutableBufferPointer<Piece>, _ count: inout Int32
  ) -> Bool {
    func root(_ label: Int32) -> Int32 {
      var label = label
      while unsafe parents[Int(label)] != label {
        unsafe parents[Int(label)] = parents[Int(parents[Int(label)])]
        label = unsafe parents[Int(label)]
      }
      return label
    }
    let y = Int32(truncatingIfNeeded: y)
    return unsafe lower.withUnsafeMutableBufferPointer { lower in
      unsafe upper.withUnsafeBufferPointer { upper in
        var first = 0
        for index in 0..<lowerCount {
          let run = unsafe lower[index]
          while first < upperCount, unsafe upper[first].right < run.left { first &+= 1 }
          var label: Int32 = -1
          var above = first
          while above < upperCount, unsafe upper[above].left <= run.right {
            let other = unsafe root(upper[above].label)
            if label < 0 {
              label = other
            } else if label != other {
              let (kept, gone) = (min(label, other), max(label, other))
              unsafe parents[Int(gone)] = kept
              unsafe pieces[Int(kept)].take(pieces[Int(gone)])
              label = kept
            }
            above &+= 1
          }
          let piece = Piece(
            left: run.left, top: y, right: run.right, bottom: y &+ 1, area: run.right &- run.left, runCount: 1)
          if label < 0 {
            guard Int(count) < largestPieceCount else { return false }
            label = count
            count &+= 1
            unsafe parents[Int(label)] = label
            unsafe pieces[Int(label)] = piece
          } else {
            unsafe pieces[Int(label)].take(piece)
          }
          unsafe lower[index].label = label
        }
        return true
      }
    }
  }
}

extension Piece {
  /// Becomes one piece with another one.
  @inline(__always)
  fileprivate mutating func take(_ other: Piece) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
    area &+= other.area
    runCount &+= other.runCount
  }
}
