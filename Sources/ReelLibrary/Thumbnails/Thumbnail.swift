import MediaFacts

/// A still ready to be written: the JPEG and what to remember about it.
struct Thumbnail: Sendable {
  let jpeg: [UInt8]
  /// Its moment, in milliseconds from the start of the video.
  let timeMilliseconds: Int
  let reason: StillReason

  /// Encodes a still. Any thread.
  init(_ still: StillPixels) throws(LibraryError) {
    jpeg = try JPEGEncoder.encode(still)
    timeMilliseconds = still.frame.timeMilliseconds
    reason = still.frame.reason
  }
}
