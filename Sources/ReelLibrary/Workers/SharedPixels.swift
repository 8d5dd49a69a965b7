import CLinux
import Glibc
public import MediaFacts

/// Shared memory in which a worker leaves a picture, a track, or a part of a copy.
///
/// Made and sealed here before any worker sees it, so that no worker can shrink it under our mapping.
struct SharedPixels: ~Copyable {
  let descriptor: OwnedDescriptor
  private let address: UnsafeMutableRawPointer
  let byteCount: Int

  static func make(byteCount: Int) throws(LibraryError) -> SharedPixels {
    let raw = hr_make_sealed_memory(byteCount)
    guard raw >= 0 else { throw failure() }
    let descriptor = OwnedDescriptor(owning: raw)
    precondition(hr_cannot_shrink(raw) == 1, "shared memory is sealed before it is mapped")
    let address = mmap(nil, byteCount, PROT_READ, MAP_SHARED, raw, 0)
    guard let address, address != MAP_FAILED else { throw failure() }
    return SharedPixels(descriptor: descriptor, address: address, byteCount: byteCount)
  }

  private static func failure() -> LibraryError {
    LibraryError(.system, "no shared memory for a worker: \(SystemError.last.words)")
  }

  private init(descriptor: consuming OwnedDescriptor, address: UnsafeMutableRawPointer, byteCount: Int) {
    self.descriptor = descriptor
    self.address = address
    self.byteCount = byteCount
  }

  deinit { munmap(address, byteCount) }

  /// A copy of the first bytes; nil when there are fewer.
  func bytes(count: Int) -> [UInt8]? {
    guard (0...byteCount).contains(count) else { return nil }
    return Array(UnsafeRawBufferPointer(start: address, count: count))
  }

  /// A copy of the picture; nil when it would not fit the memory.
  func copy(of frame: StillFrame) -> StillPixels? {
    guard frame.byteCount <= byteCount else { return nil }
    // The worker may still write: a torn picture is possible from a broken one, an out-of-bounds read is not.
    return StillPixels(frame: frame, bytes: Array(UnsafeRawBufferPointer(start: address, count: frame.byteCount)))
  }
}

/// A picture's description and a copy of its bytes, in the layout that `StillFrame` documents.
public struct StillPixels: Sendable, Equatable {
  public let frame: StillFrame
  /// Exactly `frame.byteCount` bytes.
  public let bytes: [UInt8]

  public init(frame: StillFrame, bytes: [UInt8]) {
    precondition(bytes.count == frame.byteCount, "the bytes fill the frame")
    self.frame = frame
    self.bytes = bytes
  }
}
