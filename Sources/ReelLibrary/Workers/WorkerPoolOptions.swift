import Foundation
public import MediaFacts

/// What a pool asks of each file, and how patient it is.
public struct WorkerPoolOptions: Sendable {
  /// How many workers run at once; at least 1.
  public var width: Int
  /// For the facts of a file.
  public var facts: WorkLimits
  /// For its picture; nil when none is wanted.
  public var still: StillOrder?
  /// For the text of its subtitle tracks; nil when none is wanted.
  public var subtitles: WorkLimits?
  /// For the joints of the person in it, and for the words in its pictures. Where one of them is wanted nothing else is
  /// made: other kinds of worker look at pictures.
  public var pose: PoseWork?
  public var text: TextWork?
  /// Whether the facts may say where a video was filmed.
  public var keepsLocation: Bool
  /// After this long a silent worker is killed and the file is a `timeout`. Longer than the workers' own deadlines.
  public var patience: Duration
  /// After this long without any file done the caller hears of it: two workers may each have used all patience on one file.
  public var silence: Duration
  /// A worker is replaced after this many files, whatever it has used.
  public var filesPerWorker: Int
  /// A worker that holds more memory after a file is replaced.
  public var residentByteCount: Int
  /// A worker that has used more processor time is replaced, long before its own limit ends it.
  public var cpuTimePerWorker: Duration
  /// The pool gives up when this many workers die without a good answer in between.
  public var deathsInARow: Int
  /// What to do where the kernel cannot jail a worker completely.
  public var jail: JailDemand

  /// - Parameter width: Nil means as many workers as processors.
  public init(
    width: Int? = nil, facts: WorkLimits = WorkLimits(),
    still: StillOrder? = StillOrder(), subtitles: WorkLimits? = nil, pose: PoseWork? = nil,
    text: TextWork? = nil, keepsLocation: Bool = false,
    patience: Duration = .seconds(8), silence: Duration = .seconds(26), filesPerWorker: Int = 200,
    residentByteCount: Int = 300 << 20, cpuTimePerWorker: Duration = .seconds(120), deathsInARow: Int = 20,
    jail: JailDemand = .asFarAsPossible
  ) {
    self.width = width ?? ProcessInfo.processInfo.activeProcessorCount
    self.pose = pose
    self.text = text
    self.facts = facts
    self.still = still
    self.subtitles = subtitles
    self.keepsLocation = keepsLocation
    self.patience = patience
    self.silence = silence
    self.filesPerWorker = filesPerWorker
    self.residentByteCount = residentByteCount
    self.cpuTimePerWorker = cpuTimePerWorker
    self.deathsInARow = deathsInARow
    self.jail = jail
  }

  /// Options of a pool that looks at the pictures of each file, for what moves in them, what is written in them, or both.
  ///
  /// - Parameter width: Nil means as many workers as processors.
  public static func look(
    pose: PoseWork? = nil, text: TextWork? = nil, width: Int? = nil, jail: JailDemand = .asFarAsPossible
  ) -> WorkerPoolOptions {
    let deadlines = [pose?.order.limits, text?.order.limits].compactMap { $0?.deadlineMilliseconds }
    let deadline = deadlines.max() ?? 0
    // A decoder in the middle of a picture does not look at the clock.
    let patience = Duration.milliseconds(deadline + 15_000)
    return WorkerPoolOptions(
      width: width, still: nil, pose: pose, text: text, patience: patience, silence: patience * 2 + .seconds(10),
      jail: jail)
  }
}

extension WorkerPoolOptions {
  /// What its workers look at pictures with.
  var senses: WorkerSenses { WorkerSenses(pose: pose?.files, text: text?.data) }
}

/// What following a person takes: the files of the model, and an order for each video.
public struct PoseWork: Sendable {
  public var files: PoseFiles
  public var order: PoseOrder

  public init(files: PoseFiles, order: PoseOrder = PoseOrder()) {
    self.files = files
    self.order = order
  }
}

/// What reading words in pictures takes: the data of the languages, and an order for each video.
public struct TextWork: Sendable {
  public var data: TextData
  public var order: TextOrder

  public init(data: TextData, order: TextOrder = TextOrder()) {
    self.data = data
    self.order = order
  }
}
