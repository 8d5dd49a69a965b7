#if FAULT_HOOKS
  import CLinux
  import Glibc
  import MediaFacts

  /// A track in which something cannot be, in debug builds only: `FAULT:` and its name, for a pose worker.
  enum PoseLie: String {
    case nan, huge, unlikely, backwards, count, cuts

    /// Answers with the lie; false when there is no memory to leave it in.
    func tell(_ request: Request, memory: Int32?, send: ([UInt8]) -> Bool) -> Bool {
      guard let order = request.pose, let memory,
        let window = PictureMemory(descriptor: memory, byteCount: order.byteCount)
      else { return false }
      var point = Landmark(x: 1, y: 1, visibility: 1, presence: 1, worldX: 0, worldY: 0, worldZ: 0)
      switch self {
      case .nan: point.worldY = .nan
      case .huge: point.x = 1e9
      case .unlikely: point.presence = 1.5
      default: break
      }
      let points = [Landmark](repeating: point, count: Landmark.count)
      var track = LandmarkTrack(
        pictureSize: .thumbnailBox,
        frames: [0, self == .backwards ? 0 : 100].map {
          LandmarkFrame(timeMilliseconds: $0, landmarks: points, isDetection: false)
        })
      if self == .cuts { track.cuts = [1, 1] }
      unsafe window.bytes.copyBytes(from: track.frameBytes)
      var outline = track.outline
      if self == .count { outline.frameCount = order.frameCount }
      let report = PoseReport(status: .ok, outline: outline)
      _ = send(Reply(sequence: request.sequence, body: .pose(report)).encoded)
      return true
    }
  }
#endif
