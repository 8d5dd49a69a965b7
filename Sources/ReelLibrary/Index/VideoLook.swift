import MediaFacts
public import ReelCatalog
public import ReelPose

/// Looks at videos without a catalog.
public struct VideoLook {
  private let width: Int?
  private let stop: StopRequest

  /// Why a video can't be looked at.
  public struct Problem: Error, Sendable {
    public let reason: String
  }

  /// - Parameter width: How many workers look at once; nil means one per core.
  public init(width: Int? = nil, stop: StopRequest = StopRequest()) {
    self.width = width
    self.stop = stop
  }

  /// Looks at each file once and passes on the results in the order of the paths.
  ///
  /// - Returns: False when it was stopped early.
  /// - Throws: `LibraryError.poseUnavailable` without the pose model, and as a worker pool does.
  public func run(
    _ paths: [PathBytes], receive: (PathBytes, Result<PoseReading, Problem>) -> Void
  ) throws(LibraryError) -> Bool {
    let files = try PoseFiles.locate()
    let pool = try WorkerPool(
      executable: try WorkerExecutable.locate(), options: .look(pose: PoseWork(files: files), width: width))
    stop.listen { pool.stop() }
    let jobs = paths.enumerated().lazy.map { token, path in
      ExaminationJob(token: token) { () throws(MediaFile.Refusal) in try MediaFile.open(named: path) }
    }
    var results: [Int: Result<PoseReading, Problem>] = [:]
    var next = 0
    do {
      return try pool.examine(jobs) { token, examination in
        (token, Self.result(examination))
      } receive: { token, result in
        results[token] = result
        while let result = results.removeValue(forKey: next) {
          receive(paths[next], result)
          next += 1
        }
      }
    } catch {
      throw error as? LibraryError ?? LibraryError(.system, "\(error)")
    }
  }

  private static func result(_ examination: Examination) -> Result<PoseReading, Problem> {
    guard let track = examination.pose else {
      return .failure(Problem(reason: examination.report.reason ?? examination.report.status.rawValue))
    }
    return .success(PoseReading(LandmarkTrack(packed: track.packed) ?? track))
  }
}
