import Glibc
import MediaFacts

/// The numbers that identify a file: see `Report.fingerprint` and `Report.oshash`.
struct FileFingerprint {
  /// SHA-256, 32 bytes.
  let digest: [UInt8]
  /// Nil for a file of at most eight bytes.
  let oshash: UInt64?

  /// The part at each end of a file that the oshash sums, in bytes.
  static let chunkByteCount = 64 * 1024

  /// FFmpeg's SHA-256 does 160 MB per second, so its blocks are small; the sum of the larger ends that goes in before
  /// them costs a hundredth of a millisecond (docs/DECISIONS.md).
  static let blockByteCount = 8 * 1024

  /// Reads the ends and the middle of a file, each byte at most once.
  ///
  /// - Throws: `.ioError` with the system's number; `.damaged` when the file is shorter than it was.
  init(of descriptor: Int32, byteCount: Int) throws(MediaError) {
    let chunk = min(byteCount, Self.chunkByteCount)
    let head: [UInt8]
    let tail: ArraySlice<UInt8>
    let middle: ArraySlice<UInt8>
    let middleOffset = (byteCount - Self.blockByteCount) / 2
    if byteCount <= 2 * Self.chunkByteCount {
      head = try Self.read(byteCount, from: descriptor, at: 0)
      tail = head.suffix(chunk)
      middle = head[max(0, middleOffset)...].prefix(Self.blockByteCount)
    } else {
      head = try Self.read(chunk, from: descriptor, at: 0)
      tail = try Self.read(chunk, from: descriptor, at: byteCount - chunk)[...]
      middle = try Self.read(Self.blockByteCount, from: descriptor, at: middleOffset)[...]
    }
    oshash = Self.oshash(byteCount: byteCount, head: head.prefix(chunk), tail: tail)
    let isWhole = byteCount <= 3 * Self.blockByteCount
    digest = try Self.digest(
      Self.littleEndian(UInt64(byteCount)) + Self.littleEndian(oshash ?? 0),
      isWhole ? head[...] : head.prefix(Self.blockByteCount), isWhole ? [] : middle,
      isWhole ? [] : tail.suffix(Self.blockByteCount))
  }

  /// Stash's hash, pkg/hash/oshash: the size and the little-endian 64-bit words of both ends, summed with overflow.
  ///
  /// - Parameters:
  ///   - head: The first 64 KiB, or the whole of a shorter file.
  ///   - tail: The last 64 KiB, or the whole of a shorter file.
  static func oshash(byteCount: Int, head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>) -> UInt64? {
    guard byteCount > 8 else { return nil }
    // Whole words only: the first of the head, the last of the tail.
    let wordBytes = min(byteCount, chunkByteCount) / 8 * 8
    return UInt64(byteCount) &+ sum(head.prefix(wordBytes)) &+ sum(tail.suffix(wordBytes))
  }

  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 8).reduce(0) { sum, offset in
        unsafe sum &+ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
    }
  }

  private static func littleEndian(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }

  private static func digest(_ numbers: [UInt8], _ parts: ArraySlice<UInt8>...) throws(MediaError) -> [UInt8] {
    let sha = try SHA256.make()
    for part in [numbers[...]] + parts {
      unsafe part.withUnsafeBytes { unsafe sha.update($0) }
    }
    return sha.finish()
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
    guard bytes.count == count else { throw MediaError(.damaged, "the file shrank") }
    return bytes
  }
}
