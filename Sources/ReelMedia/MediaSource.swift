import CFFmpeg
import Glibc
import MediaFacts

/// An open file as FFmpeg may read it: by position, within a budget, until a deadline.
///
/// A class, since FFmpeg's callbacks hold its address. Keeps the reason of a refusal, which FFmpeg forgets.
final class MediaSource {
  /// Why reading stopped.
  enum Failure {
    case deadline
    case readBudget(byteCount: Int)
    case system(Int32)

    var error: MediaError {
      switch self {
      case .deadline: MediaError(.timeout, "the deadline passed")
      case .readBudget(let byteCount): MediaError(.tooLarge, "the read budget of \(byteCount) bytes was used up")
      case .system(let number): MediaError(.ioError, "read error \(number)")
      }
    }
  }

  let byteCount: Int
  private(set) var failure: Failure?
  private let descriptor: Int32
  private let start = SuspendingClock().now
  private var position = 0
  private var limits: WorkLimits
  private var bytesRead = 0
  private var allowance = Int.max
  /// Whether more was wanted than the last allowance gave.
  private(set) var isAllowanceSpent = false

  /// - Parameters:
  ///   - descriptor: Stays the caller's, and open until the last use of the source. Its offset is not used.
  ///   - byteCount: The file's size when it was opened; nothing beyond is read.
  init(descriptor: Int32, byteCount: Int, limits: WorkLimits) {
    self.descriptor = descriptor
    self.byteCount = byteCount
    self.limits = limits
  }

  /// Moves on to another product with its own limits; deadlines count from the source's creation.
  func renew(_ limits: WorkLimits) {
    self.limits = limits
    bytesRead = 0
    failure = nil
    endAllowance()
  }

  /// Lets what follows read at most this many bytes; wanting more is not a failure of the source.
  func beginAllowance(byteCount: Int) {
    allowance = bytesRead + byteCount
  }

  /// Ends the allowance and forgets how it was used.
  func endAllowance() {
    allowance = .max
    isAllowanceSpent = false
  }

  /// Back to the first byte, for a second opening.
  func rewind() {
    position = 0
  }

  /// Whether the deadline has passed; remembered as the failure.
  var isOverdue: Bool {
    guard SuspendingClock().now - start >= .milliseconds(limits.deadlineMilliseconds) else { return false }
    if failure == nil { failure = .deadline }
    return true
  }

  /// How far reading has come, in bytes from the start of the file.
  var offset: Int { position }

  /// As FFmpeg's `read_packet`: a count, or one of FFmpeg's numbers.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    guard failure == nil, !isOverdue else { return HR_ERROR_EXIT }
    guard bytesRead < limits.readBudgetByteCount else {
      failure = .readBudget(byteCount: limits.readBudgetByteCount)
      return HR_ERROR_EXIT
    }
    guard bytesRead < allowance else {
      isAllowanceSpent = true
      return HR_ERROR_EXIT
    }
    let count = min(buffer.count, byteCount - position)
    guard count > 0 else { return HR_ERROR_EOF }
    while true {
      let got = unsafe pread(descriptor, buffer.baseAddress, count, position)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        failure = .system(errno)
        return HR_ERROR_IO
      }
      // A file that shrank ends early; the parent sees the new size and says so.
      guard got > 0 else { return HR_ERROR_EOF }
      position += got
      bytesRead += got
      return Int32(clamping: got)
    }
  }

  /// Some bytes at a place, for a reader of our own; fewer at the end of the file, none past the limits.
  ///
  /// Leaves the place where FFmpeg reads next as it is.
  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard (0..<byteCount).contains(offset), count > 0 else { return [] }
    let place = position
    defer { position = place }
    position = offset
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
        guard got > 0 else { return }
        filled += Int(got)
      }
    }
  }

  /// As FFmpeg's `seek`: the new position, the size, or one of FFmpeg's numbers.
  func seek(to offset: Int64, whence: Int32) -> Int64 {
    switch SeekRequest(to: offset, whence: whence, from: position, byteCount: byteCount) {
    case .size: return Int64(byteCount)
    case .place(let target) where target >= 0:
      position = min(target, byteCount)
      return Int64(position)
    case .place, .nowhere: return Int64(HR_ERROR_IO)
    }
  }
}
