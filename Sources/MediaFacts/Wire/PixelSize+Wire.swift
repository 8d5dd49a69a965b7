extension PixelSize {
  func write(to writer: inout WireWriter) {
    writer.put(width, byteCount: 2)
    writer.put(height, byteCount: 2)
  }

  init(
    from reader: inout WireReader, _ field: String, sides: ClosedRange<Int> = PixelSize.sides
  ) throws(WireError) {
    let width = try reader.number("\(field).width", byteCount: 2, in: sides)
    let height = try reader.number("\(field).height", byteCount: 2, in: sides)
    guard let size = PixelSize(width: width, height: height) else { throw WireError(.outOfRange, field) }
    self = size
  }
}

extension StillFrame {
  func write(to writer: inout WireWriter) {
    size.write(to: &writer)
    writer.put(timeMilliseconds, byteCount: 8)
    writer.put(StillReason.allCases.firstIndex(of: reason) ?? 255, byteCount: 1)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let reasons = StillReason.allCases
    self.init(
      size: try PixelSize(from: &reader, "still", sides: StillOrder.boxSides),
      timeMilliseconds: try reader.number("timeMilliseconds", byteCount: 8, in: WireLimits.milliseconds),
      reason: reasons[try reader.number("reason", byteCount: 1, in: 0...reasons.count - 1)])
  }
}
