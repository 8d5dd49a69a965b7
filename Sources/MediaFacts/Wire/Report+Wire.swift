extension FileStatus {
  /// The statuses that a worker may give; the others are the parent's to find.
  static let givenByWorkers: [FileStatus] = [
    .ok, .noVideo, .noFrame, .damaged, .tooLarge, .codecNotAllowed, .formatNotAllowed, .timeout, .outOfMemory, .ioError,
  ]

  /// A status that is not a worker's to give gets a number that no reader takes.
  func write(to writer: inout WireWriter) {
    writer.put(Self.givenByWorkers.firstIndex(of: self) ?? 255, byteCount: 1)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let statuses = Self.givenByWorkers
    self = statuses[try reader.number("status", byteCount: 1, in: 0...statuses.count - 1)]
  }
}

extension Report {
  func write(to writer: inout WireWriter) {
    status.write(to: &writer)
    writer.put(reason: reason)
    writer.put(video) { writer, video in video.write(to: &writer) }
    writer.put(fields.count, byteCount: 1)
    for field in fields {
      writer.put(field.key)
      writer.put(field.value)
    }
    writer.put(xmp) { writer, xmp in writer.put(xmp) }
    writer.put(chapters.count, byteCount: 1)
    for chapter in chapters { chapter.write(to: &writer) }
    writer.put(location) { writer, location in writer.put(location) }
    writer.put(fingerprint) { writer, bytes in for byte in bytes { writer.put(byte) } }
    writer.put(oshash) { writer, hash in writer.put(Int(bitPattern: UInt(hash)), byteCount: 8) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    let status = try FileStatus(from: &reader)
    let reason = try reader.reason()
    let video = try reader.optional("video") { reader throws(WireError) in try VideoFacts(from: &reader) }
    guard status != .ok || video != nil else { throw WireError(.outOfRange, "video") }
    let fields = try Self.fields(from: &reader)
    let xmp = try reader.optional("xmp") { reader throws(WireError) in
      try reader.text("xmp", byteCounts: 1...WireLimits.xmpByteCount)
    }
    let chapters = try Self.chapters(from: &reader)
    let location = try reader.optional("location") { reader throws(WireError) in
      let text = try reader.text("location", byteCounts: 1...GeographicPoint.longestByteCount)
      guard GeographicPoint.isValid(text) else { throw WireError(.outOfRange, "location") }
      return text
    }
    let fingerprint = try reader.optional("fingerprint") { reader throws(WireError) in
      try reader.raw("fingerprint", byteCount: 32)
    }
    let oshash = try reader.optional("oshash") { reader throws(WireError) in
      UInt64(UInt(bitPattern: try reader.number("oshash", byteCount: 8, in: Int.min...Int.max)))
    }
    self.init(
      status: status, reason: reason, video: video, fields: fields, xmp: xmp, chapters: chapters, location: location,
      fingerprint: fingerprint, oshash: oshash)
  }

  private static func chapters(from reader: inout WireReader) throws(WireError) -> [Chapter] {
    var byteCount = 0
    var chapters: [Chapter] = []
    for _ in 0..<(try reader.number("chapters", byteCount: 1, in: 0...WireLimits.chapterCount)) {
      let chapter = try Chapter(from: &reader)
      byteCount += chapter.title?.utf8.count ?? 0
      guard byteCount <= WireLimits.chaptersByteCount else { throw WireError(.outOfRange, "chapters") }
      chapters.append(chapter)
    }
    return chapters
  }

  private static func fields(from reader: inout WireReader) throws(WireError) -> [MetadataField] {
    var byteCount = 0
    var fields: [MetadataField] = []
    for _ in 0..<(try reader.number("fields", byteCount: 1, in: 0...WireLimits.fieldCount)) {
      let key = try reader.text("field.key", byteCounts: 1...WireLimits.keyByteCount)
      let value = try reader.text("field.value", byteCounts: 0...WireLimits.valueByteCount)
      byteCount += key.utf8.count + value.utf8.count
      guard byteCount <= WireLimits.fieldsByteCount else { throw WireError(.outOfRange, "fields") }
      fields.append(MetadataField(key: key, value: value))
    }
    return fields
  }
}
