import MediaFacts

/// Copies a GIF block by block, without what is neither a picture nor says how pictures are shown: comments, XMP and the
/// like (GIF89a specification, sections 23 to 26).
struct GIFCopy {
  private let source: MediaSource
  private let sink: CopySink
  private var buffer: [UInt8] = []
  private var bufferStart = 0
  private var position = 0
  private var blockCount = 0

  /// - Returns: The size of the copy.
  /// - Throws: `.damaged` where the file ends inside a block, or has no picture.
  static func write(_ source: MediaSource, into sink: CopySink) throws(MediaError) -> Int {
    var copy = GIFCopy(source: source, sink: sink)
    try copy.run()
    return sink.byteCount
  }

  private init(source: MediaSource, sink: CopySink) {
    self.source = source
    self.sink = sink
  }

  private mutating func run() throws(MediaError) {
    let head = try take(13)
    try put(head)
    try copyTable(head[10])
    var hasPicture = false
    while true {
      // An animation that was cut ends with its last picture, as players show it.
      guard let block = try next(1, orEndAfter: hasPicture) else { return try end() }
      switch block[0] {
      case 0x2c:
        let picture = try take(9)
        try put([0x2c] + picture)
        try copyTable(picture[8])
        try put(take(1))
        hasPicture = true
        guard try passBlocks(keeping: true) else { return try end() }
      case 0x21:
        try put(shown(take(1)[0]))
        guard try passBlocks(keeping: false) else { return try end() }
      // What follows the end is no part of the animation.
      case 0x3b where hasPicture:
        return try end()
      default: throw MediaError(.damaged, "a block of the animation is broken")
      }
    }
  }

  /// The extension at this place, if it is about showing the pictures: their times, or how often they repeat.
  ///
  /// Leaves the place before its blocks.
  private mutating func shown(_ label: UInt8) throws(MediaError) -> [UInt8] {
    let start = position
    defer { position = start }
    switch label {
    case 0xf9:
      let times = try take(5)
      return times[0] == 4 ? [0x21, label] + times + [0] : []
    case 0xff:
      let name = try take(12)
      guard Self.repeaters.contains(where: { name.elementsEqual($0.utf8) }) else { return [] }
      let count = try take(4)
      return count[0] == 3 && count[1] == 1 ? [0x21, label] + name + count + [0] : []
    default: return []
    }
  }

  private static let repeaters = ["\u{b}NETSCAPE2.0", "\u{b}ANIMEXTS1.0"]

  /// A colour table, if the byte before it announces one.
  private mutating func copyTable(_ flags: UInt8) throws(MediaError) {
    if flags & 0x80 != 0 { try put(take(3 << (Int(flags & 7) + 1))) }
  }

  private func end() throws(MediaError) {
    try put([0x3b])
    sink.flush()
    if let failure = sink.failure { throw failure }
  }

  /// - Returns: False when the file ended among them.
  private mutating func passBlocks(keeping isKept: Bool) throws(MediaError) -> Bool {
    while true {
      guard let length = try next(1, orEndAfter: true),
        let block = length[0] == 0 ? [] : try next(Int(length[0]), orEndAfter: true)
      else {
        if isKept { try put([0]) }
        return false
      }
      if isKept { try put(length + block) }
      blockCount += 1
      if blockCount.isMultiple(of: 4096) { sink.sayUnderWay() }
      if length[0] == 0 { return true }
    }
  }

  /// The next bytes; nil where the file ends, if it may.
  private mutating func next(_ count: Int, orEndAfter mayEnd: Bool) throws(MediaError) -> [UInt8]? {
    do { return try take(count) } catch {
      guard mayEnd, source.failure == nil else { throw error }
      return nil
    }
  }

  private mutating func take(_ count: Int) throws(MediaError) -> [UInt8] {
    if position + count > bufferStart + buffer.count || position < bufferStart {
      bufferStart = position
      buffer = source.bytes(at: position, count: 64 << 10)
    }
    let start = position - bufferStart
    guard start + count <= buffer.count else {
      throw source.failure?.error ?? MediaError(.damaged, "the animation ends early")
    }
    position += count
    return Array(buffer[start..<(start + count)])
  }

  private func put(_ bytes: [UInt8]) throws(MediaError) {
    unsafe bytes.withUnsafeBytes { _ = unsafe sink.write($0) }
    if let failure = sink.failure { throw failure }
  }
}
