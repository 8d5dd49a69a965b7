/// Flat bars around a picture, in whole pixels of each side as coded: what letterboxing and pillarboxing add.
///
/// Meant to leave a picture whole rather than to find every bar: bars come in pairs of one colour, end on one straight
/// edge, are the same in every picture looked at, and take away no more than 60 % of it.
struct PictureBars: Equatable {
  var top = 0
  var bottom = 0
  var left = 0
  var right = 0

  static let none = PictureBars()

  var isNone: Bool { self == .none }

  /// Points of a bar differ by no more.
  private static let flatStep = 6
  /// Along a bar's edge the picture differs from the bar by more than this.
  private static let edgeStep = 16
  /// A pair of bars covers at least a fortieth of the picture's side.
  private static let smallestShare = 40

  /// The bars of one picture; those of a picture in which they do not end in a straight edge have no extent.
  init(of plane: BrightnessPlane) {
    let rows = Self.pair(lines: plane.height, points: plane.width) { line, point in plane.brightness(point, line) }
    let columns = Self.pair(lines: plane.width, points: plane.height) { line, point in plane.brightness(line, point) }
    (top, bottom) = rows
    (left, right) = columns
  }

  init(top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0) {
    (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
  }

  /// What is a bar in both pictures.
  func common(with other: PictureBars) -> PictureBars {
    PictureBars(
      top: min(top, other.top), bottom: min(bottom, other.bottom), left: min(left, other.left),
      right: min(right, other.right))
  }

  /// The bars as they are cut off a picture, two pixels further in where compression blurred their edge, and even, as
  /// halved chroma needs; none when they would take too much.
  func cropping(width: Int, height: Int) -> PictureBars {
    func cut(_ bar: Int) -> Int { bar == 0 ? 0 : (bar + 3) / 2 * 2 }
    let bars = PictureBars(top: cut(top), bottom: cut(bottom), left: cut(left), right: cut(right))
    let (keptWidth, keptHeight) = (width - bars.left - bars.right, height - bars.top - bars.bottom)
    guard keptWidth >= 16, keptHeight >= 16, 10 * keptWidth * keptHeight >= 4 * width * height else { return .none }
    return bars
  }

  /// How many lines at the beginning and at the end are bars, of a picture seen as lines of points.
  private static func pair(lines: Int, points: Int, _ brightness: (Int, Int) -> Int) -> (Int, Int) {
    guard lines >= 40, points >= 40 else { return (0, 0) }
    let step = max(1, points / 32)
    func isFlat(_ line: Int, _ value: Int) -> Bool {
      var point = 0
      while point < points {
        guard abs(brightness(line, point) - value) <= flatStep else { return false }
        point += step
      }
      return true
    }
    let (first, last) = (brightness(0, points / 2), brightness(lines - 1, points / 2))
    guard abs(first - last) <= flatStep, isFlat(0, first), isFlat(lines - 1, last) else { return (0, 0) }
    var (start, end) = (1, 1)
    while start < lines / 2, isFlat(start, first) { start += 1 }
    while end < lines / 2, isFlat(lines - 1 - end, last) { end += 1 }
    guard (start + end) * smallestShare >= lines, start >= 2, end >= 2 else { return (0, 0) }
    /// Whether the picture begins all along one line, just past the blur of the edge. A studio's white wall does not.
    func isEdge(_ line: Int, _ value: Int) -> Bool {
      let places = stride(from: 0, to: points, by: step)
      let differing = places.count { abs(brightness(line, $0) - value) > edgeStep }
      return 10 * differing >= 6 * Array(places).count
    }
    guard isEdge(start + 2, first), isEdge(lines - 1 - end - 2, last) else { return (0, 0) }
    return (start, end)
  }
}
