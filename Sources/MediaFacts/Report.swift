/// The worker's answer to the `facts` product: what one file is.
public struct Report: Sendable, Equatable {
  public var status: FileStatus
  /// Why the status is not `ok`, or what was noticed although it is; nil when there is nothing to say.
  public var reason: String?
  /// Present whenever the container and its video stream could be read, even when no picture decoded.
  public var video: VideoFacts?
  /// Text fields of the container and of its video stream, in the container's order.
  public var fields: [MetadataField]
  /// SHA-256 over the file's size and its head, middle and tail blocks (32 bytes); nil when the file could not be read.
  ///
  /// The blocks are 64 KiB each; a file of at most 192 KiB is hashed whole. The size enters first as a
  /// 64-bit little-endian number.
  public var fingerprint: [UInt8]?

  public init(
    status: FileStatus, reason: String? = nil, video: VideoFacts? = nil, fields: [MetadataField] = [],
    fingerprint: [UInt8]? = nil
  ) {
    self.status = status
    self.reason = reason
    self.video = video
    self.fields = fields
    self.fingerprint = fingerprint
  }
}
