/// The moments at which a stream's pictures are shown, as far as they were looked at, in the stream's time base.
struct PictureTimes {
  private(set) var count = 0
  private(set) var first: Int64?
  private(set) var last: Int64?
  private var lastDuration: Int64?
  private var times: [Int64] = []

  /// Beyond this many, steps are no longer distinguished: two hours at 60 pictures per second.
  private static let timeLimit = 432_000

  /// - Parameter duration: How long the picture is shown; nil when the container does not say.
  mutating func add(_ time: Int64, duration: Int64?) {
    count += 1
    first = min(first ?? time, time)
    if time >= last ?? .min {
      last = time
      lastDuration = duration
    }
    if times.count < Self.timeLimit { times.append(time) }
  }

  /// The steps from each picture to the next one shown; several pictures of one moment count as one.
  private var steps: PictureSteps {
    let sorted = times.sorted()
    var steps = PictureSteps()
    for (time, next) in zip(sorted, sorted.dropFirst()) where next > time { steps.add(next.subtractingClamped(time)) }
    return steps
  }

  /// The usual step from picture to picture; nil with fewer than two.
  var usualStep: Int64? { steps.usual }

  /// Whether pictures come at uneven steps; nil with fewer than three, or when there were too many to tell.
  var isVariable: Bool? { count <= Self.timeLimit ? steps.isVariable : nil }

  /// When the last picture ends: after its own duration, else after the usual step.
  ///
  /// - Parameter step: A picture's duration by the header, for a single picture that has none.
  func end(step: Int64?) -> Int64? {
    guard let last else { return nil }
    return last.addingClamped(lastDuration ?? usualStep ?? step ?? 0)
  }
}
