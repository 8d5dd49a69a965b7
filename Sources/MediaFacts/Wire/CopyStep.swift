/// What a worker says while it copies a video: some of these messages, the last one `whole` or `refused`.
public enum CopyStep: Sendable, Equatable {
  /// It works, and has nothing to give yet.
  case underWay
  /// What the copy will be, and how many tracks of sound it will not have; parts follow.
  case begun(CopyContainer, droppedSoundCount: Int)
  /// A number of bytes from the start of the shared memory, and where in the copy they belong.
  ///
  /// The worker waits for a `CopyReceipt` before it touches the memory again.
  case part(offset: Int, byteCount: Int)
  /// All parts were given; the copy has this size.
  case whole(byteCount: Int)
  /// Why there is no copy.
  case refused(String)

  func write(to writer: inout WireWriter) {
    switch self {
    case .underWay: writer.put(1 as UInt8)
    case .begun(let container, let droppedSoundCount):
      writer.put(2 as UInt8)
      writer.put(container.rawValue)
      writer.put(droppedSoundCount, byteCount: 1)
    case .part(let offset, let byteCount):
      writer.put(3 as UInt8)
      writer.put(offset, byteCount: 8)
      writer.put(byteCount, byteCount: 4)
    case .whole(let byteCount):
      writer.put(4 as UInt8)
      writer.put(byteCount, byteCount: 8)
    case .refused(let reason):
      writer.put(5 as UInt8)
      writer.put(reason)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.byte("step") {
    case 1: self = .underWay
    case 2:
      guard let container = CopyContainer(rawValue: try reader.byte("container")) else {
        throw WireError(.outOfRange, "container")
      }
      self = .begun(
        container, droppedSoundCount: try reader.number("droppedSoundCount", byteCount: 1, in: 0...Int(UInt8.max)))
    case 3:
      self = .part(
        offset: try reader.number("offset", byteCount: 8, in: WireLimits.fileByteCount),
        byteCount: try reader.number("byteCount", byteCount: 4, in: 1...CopyOrder.windowByteCount))
    case 4: self = .whole(byteCount: try reader.number("byteCount", byteCount: 8, in: WireLimits.fileByteCount))
    case 5: self = .refused(try reader.text("reason", byteCounts: 1...WireLimits.reasonByteCount))
    default: throw WireError(.outOfRange, "step")
    }
  }
}

/// The parent's word that it has taken a part of a copy, so that the worker may give the next.
public struct CopyReceipt: Sendable, Equatable {
  /// The request's number.
  public var sequence: UInt32

  public init(sequence: UInt32) {
    self.sequence = sequence
  }

  /// The message's bytes.
  public var encoded: [UInt8] {
    var writer = WireWriter()
    writer.put(Int(sequence), byteCount: 4)
    return writer.bytes
  }

  /// Reads a message.
  public init(decoding bytes: [UInt8]) throws(WireError) {
    var reader = WireReader(bytes)
    sequence = UInt32(try reader.number("sequence", byteCount: 4, in: 0...Int(UInt32.max)))
    try reader.finish("receipt")
  }
}
