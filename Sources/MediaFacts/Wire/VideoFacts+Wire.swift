extension VideoFacts {
  func write(to writer: inout WireWriter) {
    writer.put(container)
    writer.put(durationMilliseconds) { writer, milliseconds in writer.put(milliseconds, byteCount: 8) }
    writer.put(durationSource) { writer, source in
      writer.put(DurationSource.allCases.firstIndex(of: source) ?? 255, byteCount: 1)
    }
    writer.put(fileDurationMilliseconds) { writer, milliseconds in writer.put(milliseconds, byteCount: 8) }
    displaySize.write(to: &writer)
    codedSize.write(to: &writer)
    writer.put(rotation, byteCount: 2)
    writer.put(isMirrored)
    writer.put(frameRate) { writer, rate in
      writer.put(rate.numerator, byteCount: 4)
      writer.put(rate.denominator, byteCount: 4)
    }
    writer.put(videoCodec)
    writer.put(audioCodec) { writer, codec in writer.put(codec) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    let container = try reader.text("container", byteCounts: 1...WireLimits.nameByteCount)
    let duration = try reader.optional("durationMilliseconds") { reader throws(WireError) in
      try reader.number("durationMilliseconds", byteCount: 8, in: WireLimits.milliseconds)
    }
    let source = try reader.optional("durationSource") { reader throws(WireError) in
      let sources = DurationSource.allCases
      return sources[try reader.number("durationSource", byteCount: 1, in: 0...sources.count - 1)]
    }
    guard (duration == nil) == (source == nil) else { throw WireError(.outOfRange, "durationSource") }
    let fileDuration = try reader.optional("fileDurationMilliseconds") { reader throws(WireError) in
      try reader.number("fileDurationMilliseconds", byteCount: 8, in: WireLimits.milliseconds)
    }
    let displaySize = try PixelSize(from: &reader, "displaySize")
    let codedSize = try PixelSize(from: &reader, "codedSize")
    let rotation = try reader.number("rotation", byteCount: 2, in: 0...270)
    guard rotation.isMultiple(of: 90) else { throw WireError(.outOfRange, "rotation") }
    let isMirrored = try reader.flag("isMirrored")
    let frameRate = try reader.optional("frameRate") { reader throws(WireError) in
      let numerator = try reader.number("frameRate.numerator", byteCount: 4, in: 1...Int(Int32.max))
      let denominator = try reader.number("frameRate.denominator", byteCount: 4, in: 1...Int(Int32.max))
      guard let rate = FrameRate(numerator: numerator, denominator: denominator) else {
        throw WireError(.outOfRange, "frameRate")
      }
      return rate
    }
    let videoCodec = try reader.text("videoCodec", byteCounts: 1...WireLimits.nameByteCount)
    let audioCodec = try reader.optional("audioCodec") { reader throws(WireError) in
      try reader.text("audioCodec", byteCounts: 1...WireLimits.nameByteCount)
    }
    self.init(
      container: container, durationMilliseconds: duration, durationSource: source,
      fileDurationMilliseconds: fileDuration, displaySize: displaySize, codedSize: codedSize, rotation: rotation,
      isMirrored: isMirrored, frameRate: frameRate, videoCodec: videoCodec, audioCodec: audioCodec)
  }
}
