/// One line as it was seen in some pictures, always with the same print.
struct LineTrack {
  enum State {
    /// Seen in one picture so far: most of what is no text never comes again.
    case unread
    case text(ReadLine)
    case nothing
  }

  let mask: Mask
  /// As it was seen first.
  let print: LinePrint
  /// Where it was seen last: lines slide and drift.
  var box: PixelBox
  /// Which lines it's one of: prints that are much alike in one place.
  let family: Int
  var start: Int
  var end: Int
  var lastPicture: Int
  /// In how many pictures it was seen with this print.
  var pictureCount = 1
  var state = State.unread
  /// How often it was read.
  var readCount = 1

  /// What was read, or nil.
  var line: ReadLine? { if case .text(let line) = state { line } else { nil } }
  var isUnread: Bool { if case .unread = state { true } else { false } }
}
