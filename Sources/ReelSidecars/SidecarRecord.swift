public import ReelCatalog

/// What one sidecar says about one reel.
public struct SidecarRecord: Sendable, Equatable {
  /// The keys that match it to its reel; one match is enough.
  public var keys: [SidecarKey]
  /// The texts about the reel, most trusted first; already bounded and without private parts.
  public var texts: [SidecarText]
  /// When the reel was recorded or published, in seconds since 1970; nil when the sidecar does not say.
  public var recordedUnixSeconds: Int?
  /// A row of the person's own table, which wins over everything.
  public var ownWords: EditTableRow?
  /// A file of subtitles that belongs to the same reel: a path from the folder that the sidecar counts from.
  public var subtitlesPath: PathBytes?

  public init(
    keys: [SidecarKey], texts: [SidecarText] = [], recordedUnixSeconds: Int? = nil, ownWords: EditTableRow? = nil,
    subtitlesPath: PathBytes? = nil
  ) {
    self.keys = keys
    self.texts = texts
    self.recordedUnixSeconds = recordedUnixSeconds
    self.ownWords = ownWords
    self.subtitlesPath = subtitlesPath
  }
}
