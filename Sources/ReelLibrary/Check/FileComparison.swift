import Glibc
import MediaFacts

/// Compares two open files byte by byte, a piece at a time.
enum FileComparison {
  private static let pieceByteCount = 256 * 1024

  /// Whether the files hold the same bytes.
  ///
  /// - Throws: `.ioError` with the system's words; `.changed` when the first one is not as it was when it was opened.
  static func areEqual(
    _ one: borrowing MediaFile, _ other: borrowing MediaFile
  ) throws(MediaFile.Refusal) -> Bool {
    guard one.stamp.byteCount == other.stamp.byteCount else { return false }
    var pieces = ([UInt8](repeating: 0, count: pieceByteCount), [UInt8](repeating: 0, count: pieceByteCount))
    var offset = 0
    while offset < one.stamp.byteCount {
      let count = min(pieceByteCount, one.stamp.byteCount - offset)
      let counts = (
        try fill(&pieces.0, count, from: one.descriptor.raw, at: offset),
        try fill(&pieces.1, count, from: other.descriptor.raw, at: offset)
      )
      guard counts.0 == count else {
        throw MediaFile.Refusal(status: .changed, reason: "it changed while it was read")
      }
      guard counts.1 == count, memcmp(pieces.0, pieces.1, count) == 0 else { return false }
      offset += count
    }
    guard try one.isAsOpened() else {
      throw MediaFile.Refusal(status: .changed, reason: "it changed while it was read")
    }
    return try other.isAsOpened()
  }

  /// How many bytes there were, which is less than asked for only at the end.
  private static func fill(
    _ piece: inout [UInt8], _ count: Int, from descriptor: Int32, at offset: Int
  ) throws(MediaFile.Refusal) -> Int {
    var done = 0
    while done < count {
      let got = piece[done..<count].withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, offset + done)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw MediaFile.Refusal(SystemError.last) }
      guard got > 0 else { break }
      done += got
    }
    return done
  }
}
