import CFFmpeg
import MediaFacts

/// Why a file yielded no facts or no picture.
struct MediaError: Error {
  /// The code to branch on: the status that the file's row gets.
  let status: FileStatus
  /// In lower case, without the file's name.
  let reason: String
  /// FFmpeg's own number, if FFmpeg failed.
  let libavStatus: Int32?

  init(_ status: FileStatus, _ reason: String, libavStatus: Int32? = nil) {
    self.status = status
    self.reason = reason
    self.libavStatus = libavStatus
  }

  /// The error for a failed FFmpeg call, whose cause can be in the source: FFmpeg calls an interrupted read
  /// "Invalid data".
  init(_ libavStatus: Int32, doing what: String, from source: MediaSource) {
    if let failure = source.failure {
      self = failure.error
    } else if libavStatus == HR_ERROR_NO_MEMORY {
      // FFmpeg also says this of more than `max_streams` streams.
      self.init(.tooLarge, "\(what): more memory or more streams than allowed", libavStatus: libavStatus)
    } else {
      self.init(.damaged, "\(what): \(Self.words(libavStatus))", libavStatus: libavStatus)
    }
  }

  /// FFmpeg's words for one of its numbers, in lower case.
  static func words(_ libavStatus: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: Int(AV_ERROR_MAX_STRING_SIZE))
    // Fills the buffer with a text for unknown numbers also.
    _ = unsafe av_strerror(libavStatus, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
