public import MediaFacts

/// What one file turned out to be.
public struct Examination: Sendable {
  /// Of a worker that looks at pictures it has a status and a reason, and nothing else.
  public let report: Report
  /// The picture, if one was requested and made; only with the status `ok`.
  public let still: StillPixels?
  /// The text tracks, if they were requested.
  public let subtitles: [SubtitleTrack]
  /// The person's joints, if they were requested; only with the status `ok`.
  public let pose: LandmarkTrack?
  /// The words in its pictures, if they were requested; only with the status `ok`.
  public let text: ScreenText?
  /// The file's stamp when it was opened, still the same when the worker finished; nil when it could not be opened.
  public let stamp: FileStamp?

  public init(
    report: Report, still: StillPixels? = nil, subtitles: [SubtitleTrack] = [], pose: LandmarkTrack? = nil,
    text: ScreenText? = nil, stamp: FileStamp? = nil
  ) {
    self.report = report
    self.still = still
    self.subtitles = subtitles
    self.pose = pose
    self.text = text
    self.stamp = stamp
  }
}

/// One file for the pool, opened only when a worker is free for it.
public struct ExaminationJob: Sendable {
  /// The caller's own number for the file; the result carries it.
  public let token: Int
  /// The picture that is wanted; nil means what the pool asks of every file.
  public let still: StillOrder?
  /// What is wanted of one file by a pool that looks at pictures; nil means all that it can make.
  public let products: Set<Product>?
  /// Called on one of the pool's threads.
  public let open: @Sendable () throws(MediaFile.Refusal) -> MediaFile

  public init(
    token: Int, still: StillOrder? = nil, products: Set<Product>? = nil,
    open: @escaping @Sendable () throws(MediaFile.Refusal) -> MediaFile
  ) {
    self.token = token
    self.still = still
    self.products = products
    self.open = open
  }
}
