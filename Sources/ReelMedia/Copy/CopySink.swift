import CFFmpeg
import MediaFacts

/// Where a muxer's bytes go: into the parent's shared memory, part by part, or nowhere, to be counted.
///
/// A class, since FFmpeg's callbacks hold its address.
@safe final class CopySink {
  /// The parent's memory, which outlives the sink; nil counts only.
  private let window: UnsafeMutableRawBufferPointer?
  private let byteLimit: Int
  private let send: (CopyStep) -> Bool
  private var position = 0
  /// The place in the copy of the window's first byte, and how far the window is filled.
  private var start = 0
  private var filled = 0
  private var lastWord = SuspendingClock().now
  /// The size of what was written.
  private(set) var byteCount = 0
  private(set) var failure: MediaError?

  /// - Parameter send: Takes a step to the parent; for a part, returns when the window is free again. False when nobody
  ///   takes it.
  init(byteLimit: Int, into window: UnsafeMutableRawBufferPointer?, send: @escaping (CopyStep) -> Bool) {
    self.byteLimit = byteLimit
    unsafe self.window = unsafe window
    self.send = send
  }

  /// Tells the parent now and then that the work goes on.
  func sayUnderWay() {
    guard SuspendingClock().now - lastWord > .seconds(1) else { return }
    say(.underWay)
  }

  /// As FFmpeg's `write_packet`: the count, or one of FFmpeg's numbers.
  func write(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    guard failure == nil, bytes.count <= byteLimit - position else {
      failure = failure ?? MediaError(.tooLarge, "the copy would be larger than the video")
      return HR_ERROR_IO
    }
    if let window = unsafe window {
      var done = 0
      while done < bytes.count {
        if start + filled != position || filled == window.count { flush() }
        guard failure == nil else { return HR_ERROR_IO }
        if filled == 0 { start = position }
        let count = min(bytes.count - done, window.count - filled)
        unsafe UnsafeMutableRawBufferPointer(rebasing: window[filled..<(filled + count)])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[done..<(done + count)]))
        filled += count
        done += count
        position += count
      }
    } else {
      position += bytes.count
    }
    byteCount = max(byteCount, position)
    return Int32(clamping: bytes.count)
  }

  /// Gives the parent what the window holds.
  func flush() {
    guard filled > 0 else { return }
    say(.part(offset: start, byteCount: filled))
    filled = 0
  }

  /// As FFmpeg's `seek`: the new position, the size, or one of FFmpeg's numbers.
  func seek(to offset: Int64, whence: Int32) -> Int64 {
    switch SeekRequest(to: offset, whence: whence, from: position, byteCount: byteCount) {
    case .size: return Int64(byteCount)
    case .place(let target) where (0...byteLimit).contains(target):
      position = target
      return Int64(position)
    case .place, .nowhere: return Int64(HR_ERROR_IO)
    }
  }

  private func say(_ step: CopyStep) {
    guard failure == nil else { return }
    if !send(step) { failure = MediaError(.ioError, "nobody takes the copy") }
    lastWord = SuspendingClock().now
  }
}
