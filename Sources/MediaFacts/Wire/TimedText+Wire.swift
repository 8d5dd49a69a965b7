extension Chapter {
  func write(to writer: inout WireWriter) {
    writer.put(startMilliseconds, byteCount: 4)
    writer.put(endMilliseconds) { writer, end in writer.put(end, byteCount: 4) }
    writer.put(title) { writer, title in writer.put(title) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    let span = try reader.span("chapter")
    let title = try reader.optional("chapter.title") { reader throws(WireError) in
      try reader.text("chapter.title", byteCounts: 1...WireLimits.chapterTitleByteCount)
    }
    self.init(startMilliseconds: span.start, endMilliseconds: span.end, title: title)
  }
}

extension TimedText {
  func write(to writer: inout WireWriter) {
    writer.put(startMilliseconds, byteCount: 4)
    writer.put(endMilliseconds) { writer, end in writer.put(end, byteCount: 4) }
    writer.put(text)
  }

  init(from reader: inout WireReader) throws(WireError) {
    let span = try reader.span("cue")
    let text = try reader.text("cue.text", byteCounts: 1...WireLimits.cueByteCount)
    self.init(startMilliseconds: span.start, endMilliseconds: span.end, text: text)
  }
}

extension SubtitleTrack {
  func write(to writer: inout WireWriter) {
    writer.put(language) { writer, language in writer.put(language) }
    writer.put(cues.count, byteCount: 2)
    for cue in cues { cue.write(to: &writer) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    let language = try reader.optional("language") { reader throws(WireError) in
      try reader.text("language", byteCounts: 1...WireLimits.languageByteCount)
    }
    var cues: [TimedText] = []
    for _ in 0..<(try reader.number("cues", byteCount: 2, in: 1...WireLimits.cueCount)) {
      cues.append(try TimedText(from: &reader))
    }
    self.init(language: language, cues: cues)
  }

  /// Reads the tracks of one file, within the bounds for all of them together.
  static func tracks(from reader: inout WireReader) throws(WireError) -> [SubtitleTrack] {
    var tracks: [SubtitleTrack] = []
    for _ in 0..<(try reader.number("tracks", byteCount: 1, in: 0...WireLimits.trackCount)) {
      tracks.append(try SubtitleTrack(from: &reader))
    }
    let cues = tracks.flatMap(\.cues)
    let byteCount = cues.reduce(0) { $0 + $1.text.utf8.count }
    guard cues.count <= WireLimits.cueCount, byteCount <= WireLimits.subtitlesByteCount else {
      throw WireError(.outOfRange, "tracks")
    }
    return tracks
  }
}

extension WireReader {
  /// A start, and an end after it where there is one, in milliseconds.
  fileprivate mutating func span(_ field: String) throws(WireError) -> (start: Int, end: Int?) {
    let start = try number("\(field).start", byteCount: 4, in: WireLimits.milliseconds)
    let end = try optional("\(field).end") { reader throws(WireError) in
      try reader.number("\(field).end", byteCount: 4, in: WireLimits.milliseconds)
    }
    guard end.map({ $0 > start }) ?? true else { throw WireError(.outOfRange, "\(field).end") }
    return (start, end)
  }
}
