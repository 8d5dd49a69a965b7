import MediaFacts

/// What a worker looks at pictures with, beside FFmpeg: nothing for one that reads files.
struct WorkerSenses: Sendable, Equatable {
  var pose: PoseFiles?
  var text: TextData?

  /// For a worker that reads files.
  static let none = WorkerSenses()

  var kind: WorkerKind {
    switch (pose, text) {
    case (nil, nil): .media
    case (.some, nil): .pose
    case (nil, .some): .text
    case (.some, .some): .poseAndText
    }
  }

  /// The words behind the program's name.
  var arguments: [[UInt8]] { (kind.argument.map { [Array($0.utf8)] } ?? []) + (text?.arguments ?? []) }

  /// What the end of a worker that did not start says of them; nil when it ended for another reason.
  func failure(of end: WorkerProcess.End) -> LibraryError? { text?.failure(of: end) ?? pose?.failure(of: end) }
}
