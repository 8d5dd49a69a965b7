import CFFmpeg
import Glibc
import MediaFacts

/// The digest by which a file is known again: see `Report.fingerprint`.
enum FileFingerprint {
  static let blockByteCount = 64 * 1024

  /// The parts of a file that enter the digest: offset and length of each.
  static func blocks(of byteCount: Int) -> [(offset: Int, byteCount: Int)] {
    guard byteCount > 3 * blockByteCount else { return [(0, byteCount)] }
    return [0, (byteCount - blockByteCount) / 2, byteCount - blockByteCount].map { ($0, blockByteCount) }
  }

  /// SHA-256 of the size and the blocks.
  ///
  /// - Throws: `.ioError` with the system's number; `.damaged` when the file is shorter than it was.
  static func digest(of descriptor: Int32, byteCount: Int) throws(MediaError) -> [UInt8] {
    guard let sha = unsafe av_sha_alloc() else { throw MediaError(.outOfMemory, "no memory for a digest") }
    defer { unsafe av_free(UnsafeMutableRawPointer(sha)) }
    // Fails only for lengths that SHA does not have.
    _ = unsafe av_sha_init(sha, 256)
    let size = (0..<8).map { UInt8(truncatingIfNeeded: byteCount >> (8 * $0)) }
    unsafe av_sha_update(sha, size, size.count)
    for block in blocks(of: byteCount) {
      let bytes = try read(block.byteCount, from: descriptor, at: block.offset)
      unsafe av_sha_update(sha, bytes, bytes.count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe av_sha_final(sha, &digest)
    return digest
  }

  private static func read(_ count: Int, from descriptor: Int32, at offset: Int) throws(MediaError) -> [UInt8] {
    var failure: Int32?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, offset + filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    if let failure { throw MediaError(.ioError, "read error \(failure)") }
    guard bytes.count == count else { throw MediaError(.damaged, "the file became shorter") }
    return bytes
  }
}
