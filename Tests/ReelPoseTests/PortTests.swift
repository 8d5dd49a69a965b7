import Foundation
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelPose

/// The rules against their reference, on landmarks of real clips: `../shared/pose`, where it is present.
@Suite struct PortTests {
  @Test(.enabled(if: SharedTracks.areReadable, "needs ../shared/pose and numpy"))
  func `the rules say what their reference says`() throws {
    var (equal, total) = (0, 0)
    for (clip, track) in try SharedTracks.all() {
      let seen = PoseReading(track).seen
      let isUsable = clip.why == nil
      total += 1
      let isEqual = (seen.gate == nil) == isUsable && (seen.gate != nil || seen.pattern?.rawValue == clip.pattern)
      if isEqual {
        equal += 1
      } else {
        print(clip.path, seen.gate as Any, seen.pattern as Any, clip.pattern as Any, clip.why as Any)
      }
      if isEqual, isUsable {
        // Where it is unknown whether the hip moves, the reference says "none".
        #expect(seen.sides?.rawValue ?? "none" == clip.side ?? "none", "\(clip.path)")
        #expect(seen.side?.rawValue == clip.lr, "\(clip.path)")
        #expect(seen.repetitions == clip.reps, "\(clip.path)")
        #expect(seen.isHold == (clip.style == "hold"), "\(clip.path)")
      }
    }
    #expect(total >= 80)
    #expect(equal * 100 >= total * 98)
  }

  @Test(.enabled(if: SharedTracks.areReadable, "needs ../shared/pose and numpy"))
  func `signatures are those of the table`() throws {
    let table = try SharedTracks.signatures()
    var compared = 0
    for (clip, track) in try SharedTracks.all() {
      guard let expected = table[clip.path], let signature = PoseReading(track).signature else { continue }
      compared += 1
      func distance(_ one: [Float], _ other: [Float]) -> Float { zip(one, other).map { abs($0 - $1) }.max() ?? 0 }
      #expect(distance(signature.values, expected.values) < 1e-3, "\(clip.path)")
      #expect(distance(signature.mirrored, expected.mirrored) < 1e-3, "\(clip.path)")
    }
    #expect(compared >= 60)
  }
}
