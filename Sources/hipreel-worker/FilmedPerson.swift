import MediaFacts
import PoseTracking
import ReelMedia

/// Follows the person in a film and leaves the track in shared memory.
enum FilmedPerson {
  /// - Parameter memory: Of the order's `byteCount`.
  static func follow(
    in file: Int32, byteCount: Int, _ order: PoseOrder, with networks: PoseNetworks,
    memory: UnsafeMutableRawBufferPointer
  ) -> PoseReport {
    var recorder = TrackRecorder(order, networks)
    let ending = FilmPictures.read(descriptor: file, byteCount: byteCount, order.limits) { picture, time, rest in
      recorder.take(picture, at: time, rest: rest)
    }
    guard ending.status == .ok, let track = recorder.track(isWhole: ending.isWhole) else {
      return PoseReport(status: ending.status == .ok ? .noFrame : ending.status, reason: ending.reason)
    }
    let bytes = track.frameBytes
    guard bytes.count <= memory.count else { return PoseReport(status: .noFrame, reason: "the track is too long") }
    unsafe memory.copyBytes(from: bytes)
    return PoseReport(status: .ok, reason: ending.reason, outline: track.outline)
  }
}
