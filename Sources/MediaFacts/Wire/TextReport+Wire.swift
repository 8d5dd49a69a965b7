extension TextReport {
  func write(to writer: inout WireWriter) {
    status.write(to: &writer)
    writer.put(reason: reason)
    writer.put(text) { writer, text in text.write(to: &writer) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    status = try FileStatus(from: &reader)
    reason = try reader.reason()
    text = try reader.optional("text") { reader throws(WireError) in try ScreenText(from: &reader) }
    guard (status == .ok) == (text != nil) else { throw WireError(.outOfRange, "text") }
  }
}

extension ScreenText {
  fileprivate func write(to writer: inout WireWriter) {
    pictureSize.write(to: &writer)
    writer.put(isWhole)
    writer.put(lines.count, byteCount: 2)
    for line in lines { line.write(to: &writer) }
  }

  /// Refuses every number and every letter that cannot be.
  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let size = try PixelSize(from: &reader, "pictureSize", sides: 1...Self.longestSide)
    let isWhole = try reader.flag("isWhole")
    var lines: [ScreenLine] = []
    var byteCount = 0
    for _ in 0..<(try reader.number("lines", byteCount: 2, in: 0...Self.largestLineCount)) {
      let line = try ScreenLine(from: &reader)
      byteCount += line.text.utf8.count
      guard byteCount <= Self.byteCount, line.startMilliseconds >= lines.last?.startMilliseconds ?? 0 else {
        throw WireError(.outOfRange, "lines")
      }
      lines.append(line)
    }
    self.init(pictureSize: size, lines: lines, isWhole: isWhole)
  }
}

extension ScreenLine {
  fileprivate func write(to writer: inout WireWriter) {
    writer.put(text)
    writer.put(startMilliseconds, byteCount: 4)
    writer.put(endMilliseconds, byteCount: 4)
    for edge in [box.left, box.top, box.right, box.bottom] { writer.put(edge, byteCount: 2) }
    writer.put(score, byteCount: 1)
    writer.put(language.rawValue)
  }

  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let text = try reader.text("line", byteCounts: 1...ScreenText.lineByteCount)
    guard ScreenLine.isPlain(text) else { throw WireError(.outOfRange, "line") }
    let start = try reader.number("startMilliseconds", byteCount: 4, in: WireLimits.milliseconds)
    let latest = WireLimits.milliseconds.upperBound
    let end = try reader.number("endMilliseconds", byteCount: 4, in: start...latest)
    let left = try reader.number("left", byteCount: 2, in: 0...1000)
    let top = try reader.number("top", byteCount: 2, in: 0...1000)
    let right = try reader.number("right", byteCount: 2, in: 0...1000)
    let bottom = try reader.number("bottom", byteCount: 2, in: 0...1000)
    guard let box = ScreenBox(left: left, top: top, right: right, bottom: bottom) else {
      throw WireError(.outOfRange, "box")
    }
    let score = try reader.number("score", byteCount: 1, in: 0...100)
    guard let language = TextLanguage(rawValue: try reader.byte("language")) else {
      throw WireError(.outOfRange, "language")
    }
    self.init(
      text: text, startMilliseconds: start, endMilliseconds: end, box: box, score: score, language: language)
  }
}
