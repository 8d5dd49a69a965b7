/// The worker's answer to the `facts` product: what one file is.
public struct Report: Sendable, Equatable {
  public var status: FileStatus
  /// Why the status is not `ok`, or what was noticed although it is; nil when there is nothing to say.
  public var reason: String?
  /// Present whenever the container and its video stream could be read, even when no picture decoded.
  public var video: VideoFacts?
  /// Text fields of the container and of its video stream, in the container's order.
  public var fields: [MetadataField]
  /// The XMP packet inside the file, for the parent to read: at most 8 KB. It can reveal places, and is never stored.
  public var xmp: String?
  /// The container's named parts, in its order.
  public var chapters: [Chapter]
  /// Where the video was filmed, as found: ISO 6709. Nil when unknown, and always when the request did not ask for it.
  public var location: String?
  /// SHA-256 over the file's size, its `oshash` and its head, middle and tail blocks (32 bytes); nil when the file could
  /// not be read.
  ///
  /// The blocks are 8 KiB each; a file of at most 24 KiB is hashed whole. Size and oshash enter first as 64-bit
  /// little-endian numbers, the latter as 0 where there is none. A reel's id is minted from it (docs/identity.md).
  public var fingerprint: [UInt8]?
  /// The hash that Stash and OpenSubtitles identify a video by: its size and the sums of its first and last 64 KiB.
  ///
  /// Nil for a file of at most eight bytes, and when the file could not be read. Different files can share it.
  public var oshash: UInt64?

  public init(
    status: FileStatus, reason: String? = nil, video: VideoFacts? = nil, fields: [MetadataField] = [],
    xmp: String? = nil, chapters: [Chapter] = [], location: String? = nil, fingerprint: [UInt8]? = nil,
    oshash: UInt64? = nil
  ) {
    self.status = status
    self.reason = reason
    self.video = video
    self.fields = fields
    self.xmp = xmp
    self.chapters = chapters
    self.location = location
    self.fingerprint = fingerprint
    self.oshash = oshash
  }
}
