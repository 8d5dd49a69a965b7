/// What a worker can be asked to make of one file.
public enum Product: UInt8, Sendable, CaseIterable {
  /// A `Report`.
  case facts = 1
  /// A `StillFrame`, its pixels in shared memory.
  case still = 2
  /// `SubtitleTrack`s: the timed text inside the file.
  case subtitles = 3
  /// What the file tells of a person: a set of `Trace`s.
  case traces = 4
  /// A copy without any of that, in `CopyStep`s; its bytes through shared memory.
  case copy = 5
  /// The `LandmarkTrack` of the person in it: its outline in a `PoseReport`, its numbers in shared memory.
  case pose = 6
  /// The `ScreenText` of its pictures, in a `TextReport`.
  case text = 7
}
