/// What may be a line of words: letters side by side on one baseline.
struct FoundLine: Equatable {
  let mask: Mask
  /// Around its letters, in pixels of the picture.
  let box: PixelBox
  let letterCount: Int
}

/// Finds lines in a mask by the shapes in it, so that little that is no text is ever read.
struct LineFinder {
  /// The most letters of a mask, and the most lines, that are looked at in one picture.
  static let largestLetterCount = 4_000
  static let largestLineCount = 40
  /// Specks are counted in squares of so many points.
  private static let tile = 16

  private var finder = PieceFinder()
  private var letters: [Piece] = []
  private var specks: [UInt16] = []

  /// The lines of a mask, from the top down; none when it is a texture.
  mutating func lines(_ mask: Mask, in planes: Planes) -> [FoundLine] {
    let scale = mask.scale(in: planes)
    let (width, height) = scale == 1 ? (planes.width, planes.height) : (planes.smallWidth, planes.smallHeight)
    let shape = LetterShape(width: planes.width, height: planes.height, scale: scale)
    let tileColumns = width / Self.tile + 1
    letters.removeAll(keepingCapacity: true)
    specks = [UInt16](repeating: 0, count: tileColumns * (height / Self.tile + 1))
    let isFine = unsafe finder.find(width: width, height: height) { y, row in
      unsafe mask.fillRow(y, of: planes, into: row)
    } take: { piece in
      if piece.height < shape.least {
        let tile = Int(piece.top) / Self.tile * tileColumns + Int(piece.left) / Self.tile
        if piece.area > 1, specks[tile] < .max { specks[tile] += 1 }
      } else if shape.fits(piece) {
        letters.append(piece)
      }
    }
    guard isFine, letters.count <= Self.largestLetterCount else { return [] }
    letters.sort { ($0.left, $0.top) < ($1.left, $1.top) }
    var found: [FoundLine] = []
    var isUsed = [Bool](repeating: false, count: letters.count)
    for index in letters.indices where !isUsed[index] {
      let chain = Self.chain(from: index, letters, &isUsed)
      guard let chain = LineShape(chain), chain.isText, !isCluttered(chain, tileColumns) else { continue }
      let box = chain.box
      found.append(
        FoundLine(
          mask: mask,
          box: PixelBox(
            left: box.left * scale, top: box.top * scale, right: min(planes.width, box.right * scale),
            bottom: min(planes.height, box.bottom * scale)),
          letterCount: chain.letterCount))
    }
    // Longer ones first: of too many these are the likeliest.
    found.sort { ($1.letterCount, $0.box.top, $0.box.left) < ($0.letterCount, $1.box.top, $1.box.left) }
    return Array(found.prefix(Self.largestLineCount))
  }

  /// The letters that follow one, each the next to its right that could stand in the same line.
  private static func chain(from start: Int, _ letters: [Piece], _ isUsed: inout [Bool]) -> [Piece] {
    var chain = [letters[start]]
    isUsed[start] = true
    var from = start
    search: while true {
      let last = letters[from]
      var next = from + 1
      while next < letters.count {
        let letter = letters[next]
        let gap = letter.left - last.right
        if 10 * gap > 24 * last.height { break search }
        let (tall, low) = (max(letter.height, last.height), min(letter.height, last.height))
        if !isUsed[next], 10 * gap <= 11 * tall, 10 * gap >= -3 * tall, 10 * tall <= 22 * low {
          let overlap = min(letter.bottom, last.bottom) - max(letter.top, last.top)
          if 100 * overlap >= 45 * low {
            isUsed[next] = true
            chain.append(letter)
            from = next
            continue search
          }
        }
        next += 1
      }
      break
    }
    return chain
  }

  /// Whether there are many specks where the line is, as in a texture and not around letters.
  private func isCluttered(_ line: LineShape, _ columns: Int) -> Bool {
    let box = line.box
    let rows = specks.count / columns
    var count = 0
    for row in max(0, box.top / Self.tile)...min(rows - 1, box.bottom / Self.tile) {
      for column in max(0, box.left / Self.tile)...min(columns - 1, box.right / Self.tile) {
        count += Int(specks[row * columns + column])
      }
    }
    return count > 6 + 2 * line.letterCount
  }
}
