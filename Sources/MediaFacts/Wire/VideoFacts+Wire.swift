extension VideoFacts {
  func write(to writer: inout WireWriter) {
    writer.put(container)
    writer.put(durationMilliseconds) { writer, milliseconds in writer.put(milliseconds, byteCount: 8) }
    writer.put(durationSource) { writer, source in
      writer.put(source.wireNumber, byteCount: 1)
    }
    writer.put(firstPictureMilliseconds) { writer, milliseconds in writer.put(milliseconds, byteCount: 8) }
    writer.put(fileDurationMilliseconds) { writer, milliseconds in writer.put(milliseconds, byteCount: 8) }
    displaySize.write(to: &writer)
    codedSize.write(to: &writer)
    writer.put(rotation, byteCount: 2)
    writer.put(isMirrored)
    writer.put(frameRate) { writer, rate in
      writer.put(rate.numerator, byteCount: 4)
      writer.put(rate.denominator, byteCount: 4)
    }
    writer.put(isVariableFrameRate) { writer, isVariable in writer.put(isVariable) }
    writer.put(videoCodec)
    writer.put(profile) { writer, profile in writer.put(profile) }
    writer.put(bitDepth) { writer, depth in writer.put(depth, byteCount: 1) }
    writer.put(hdr) { writer, kind in writer.put(kind.wireNumber, byteCount: 1) }
    colors.write(to: &writer)
    writer.put(audioCodec) { writer, codec in writer.put(codec) }
    writer.put(probe.wireNumber, byteCount: 1)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let container = try reader.text("container", byteCounts: 1...WireLimits.nameByteCount)
    let duration = try reader.optional("durationMilliseconds") { reader throws(WireError) in
      try reader.number("durationMilliseconds", byteCount: 8, in: WireLimits.milliseconds)
    }
    let source = try reader.optional("durationSource") { reader throws(WireError) in
      try DurationSource(from: &reader, "durationSource")
    }
    guard (duration == nil) == (source == nil) else { throw WireError(.outOfRange, "durationSource") }
    let firstPicture = try reader.optional("firstPictureMilliseconds") { reader throws(WireError) in
      try reader.number("firstPictureMilliseconds", byteCount: 8, in: WireLimits.milliseconds)
    }
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
    let isVariable = try reader.optional("isVariableFrameRate") { reader throws(WireError) in
      try reader.flag("isVariableFrameRate")
    }
    let videoCodec = try reader.text("videoCodec", byteCounts: 1...WireLimits.nameByteCount)
    let profile = try reader.optional("profile") { reader throws(WireError) in
      try reader.text("profile", byteCounts: 1...WireLimits.nameByteCount)
    }
    let bitDepth = try reader.optional("bitDepth") { reader throws(WireError) in
      try reader.number("bitDepth", byteCount: 1, in: Self.bitDepths)
    }
    let hdr = try reader.optional("hdr") { reader throws(WireError) in try HDRKind(from: &reader, "hdr") }
    let colors = try ColorTags(from: &reader)
    let audioCodec = try reader.optional("audioCodec") { reader throws(WireError) in
      try reader.text("audioCodec", byteCounts: 1...WireLimits.nameByteCount)
    }
    self.init(
      container: container, durationMilliseconds: duration, durationSource: source,
      firstPictureMilliseconds: firstPicture, fileDurationMilliseconds: fileDuration, displaySize: displaySize,
      codedSize: codedSize, rotation: rotation, isMirrored: isMirrored, frameRate: frameRate,
      isVariableFrameRate: isVariable, videoCodec: videoCodec, profile: profile, bitDepth: bitDepth, hdr: hdr,
      colors: colors, audioCodec: audioCodec, probe: try ProbePath(from: &reader, "probe"))
  }
}

extension ColorTags {
  fileprivate func write(to writer: inout WireWriter) {
    for name in [primaries, transfer, matrix, range] {
      writer.put(name) { writer, name in writer.put(name) }
    }
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    func name(_ field: String) throws(WireError) -> String? {
      try reader.optional(field) { reader throws(WireError) in
        try reader.text(field, byteCounts: 1...WireLimits.nameByteCount)
      }
    }
    self.init(
      primaries: try name("colors.primaries"), transfer: try name("colors.transfer"),
      matrix: try name("colors.matrix"), range: try name("colors.range"))
  }
}

/// A choice that crosses the wall as its place among all cases.
private protocol WireChoice: CaseIterable, Equatable {}

extension DurationSource: WireChoice {}
extension HDRKind: WireChoice {}
extension ProbePath: WireChoice {}

extension WireChoice where AllCases == [Self] {
  fileprivate var wireNumber: Int { Self.allCases.firstIndex(of: self) ?? 255 }

  fileprivate init(from reader: inout WireReader, _ field: String) throws(WireError) {
    self = Self.allCases[try reader.number(field, byteCount: 1, in: 0...Self.allCases.count - 1)]
  }
}
