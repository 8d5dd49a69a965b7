import MediaFacts

/// Compares two open files byte by byte, a piece at a time.
enum FileComparison {
  private static let pieceByteCount = 256 * 1024

  /// Whether the files hold the same bytes.
  ///
  /// - Throws: `.ioError` with the system's words; `.changed` when the first one changed since it was opened.
  static func areEqual(
    _ one: borrowing MediaFile, _ other: borrowing MediaFile
  ) throws(MediaFile.Refusal) -> Bool {
    guard one.stamp.byteCount == other.stamp.byteCount else { return false }
    var offset = 0
    while offset < one.stamp.byteCount {
      let count = min(pieceByteCount, one.stamp.byteCount - offset)
      let ours: [UInt8]
      let theirs: [UInt8]
      do throws(SystemError) {
        ours = try Folder.bytes(of: one.descriptor.raw, from: offset, count: count)
        theirs = try Folder.bytes(of: other.descriptor.raw, from: offset, count: count)
      } catch {
        throw MediaFile.Refusal(error)
      }
      guard ours.count == count else {
        throw MediaFile.Refusal(status: .changed, reason: "it changed while it was read")
      }
      guard ours == theirs else { return false }
      offset += count
    }
    guard try one.isAsOpened() else {
      throw MediaFile.Refusal(status: .changed, reason: "it changed while it was read")
    }
    return try other.isAsOpened()
  }
}
