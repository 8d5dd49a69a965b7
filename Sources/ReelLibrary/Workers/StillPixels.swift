public import MediaFacts

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
