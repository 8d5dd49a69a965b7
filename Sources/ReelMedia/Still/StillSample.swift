/// A key frame that was looked at.
struct StillSample {
  /// A moment that finds it again, in the stream's time base.
  let moment: Int64
  let grid: LumaGrid
  /// How much the packets that follow it hold: what moves there.
  var followingByteCount: Int
}

/// The key frames that were looked at, sorted into shots: this distinguishes the drill from a card, a black second or a
/// talk before it.
struct StillShots {
  /// Places in the list of samples, in the order of time, of the shot in which most moves.
  let main: [Int]

  /// - Parameter samples: In the order of time.
  init(of samples: [StillSample]) {
    var shots: [[Int]] = []
    for (index, sample) in samples.enumerated() where !sample.grid.isBlank {
      // A shot can come back after another one, so all are compared, the latest first.
      let home = shots.indices.reversed().first { shot in
        guard let last = shots[shot].last else { return false }
        return GridChange(from: samples[last].grid, to: sample.grid).isWithinShot
      }
      if let home { shots[home].append(index) } else { shots.append([index]) }
    }
    func weight(_ shot: [Int]) -> (Int, Int) {
      (shot.reduce(0) { $0 + samples[$1].followingByteCount }, shot.count)
    }
    main = shots.max { weight($0) < weight($1) } ?? []
  }
}
