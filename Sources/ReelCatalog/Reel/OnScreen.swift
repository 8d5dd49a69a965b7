public import MediaFacts

/// The words on a reel's picture, line by line: what was read, and which lines are only the mark of whoever made it.
///
/// docs/TAGGING.md says which of them are evidence.
public struct OnScreen: Sendable, Equatable {
  /// In order of their start; lines that start together from the top down. At most `ScreenText.largestLineCount`.
  public var lines: [Line]
  /// Whether the film was read to its end.
  public var isWhole: Bool

  public init(lines: [Line], isWhole: Bool = true) {
    self.lines = lines
    self.isWhole = isWhole
  }

  /// What was read in a film, without the lines that say where it was filmed, and with none known as a mark yet.
  public init(_ text: ScreenText) {
    self.init(lines: text.lines.map { Line($0) }, isWhole: text.isWhole)
    leaveOutPlaces()
  }

  /// Removes lines that say where a video was filmed, as a drone or a dashboard camera writes them.
  public mutating func leaveOutPlaces() { lines.removeAll { PlaceText.occurs(in: $0.text) } }

  /// One line of words.
  public struct Line: Sendable, Equatable, Hashable {
    public var read: ScreenLine
    /// Whether the same line stands on most reels of the folder (`FolderWatermarks`): it says nothing about this one.
    public var isWatermark: Bool

    public init(_ read: ScreenLine, isWatermark: Bool = false) {
      self.read = read
      self.isWatermark = isWatermark
    }

    public var text: String { read.text }

    /// When it is seen, in milliseconds from the start of the video.
    public var milliseconds: ClosedRange<Int> {
      read.startMilliseconds...max(read.startMilliseconds, read.endMilliseconds)
    }
  }

  /// The same with the lines marked that are among the watermarks of the folder.
  ///
  /// - Parameter watermarks: As `folded` writes them.
  public func marking(_ watermarks: Set<String>) -> OnScreen {
    OnScreen(
      lines: lines.map { Line($0.read, isWatermark: watermarks.contains(Self.folded($0.text))) },
      isWhole: isWhole)
  }
}

extension OnScreen {
  /// A line's words as lines are compared: folded, with single spaces between them.
  public static func folded(_ text: String) -> String { FoldedText(text).words.joined(separator: " ") }

  /// All lines, as they are compared.
  var foldedLines: Set<String> { Set(lines.map { Self.folded($0.text) }.filter { !$0.isEmpty }) }

  /// One part of a compilation: from its title to the next one's.
  public struct Part: Sendable, Equatable {
    /// The vocabulary's id of what its title names.
    public let exercise: String
    /// From the start of the video; the end is the next part's start.
    public let milliseconds: ClosedRange<Int>

    public init(exercise: String, milliseconds: ClosedRange<Int>) {
      self.exercise = exercise
      self.milliseconds = milliseconds
    }
  }
}
