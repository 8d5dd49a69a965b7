import ReelCatalog

/// A reel's tags and the words behind them as one value, as `reel_tagging.tags` keeps it.
///
/// All numbers are in LEB128, lowest seven bits first. First come the vocabulary entries: how many, then of each its
/// length and its UTF-8. Then the tags: how many, then of each its row in `tag_name`, its confidence in thousandths, and
/// its matches: how many, then of each the place of its evidence, its first byte, how many bytes, the place of its entry,
/// and its weight with the sign in the lowest bit.
struct PackedTags: Equatable {
  let bytes: [UInt8]

  /// What queries use of a tag.
  struct Listed: Equatable {
    let row: Int
    let permille: Int
  }

  /// Packs tags; of two with the same name the first counts.
  ///
  /// - Parameter row: The row of a tag's name.
  init(_ tagging: Tagging, row: (TagName) throws -> Int) rethrows {
    var tags = PackedNumbers()
    var entries = PackedNumbers()
    var places: [String: Int] = [:]
    var seen: Set<Int> = []
    for tag in tagging.tags {
      let row = try row(tag.name)
      guard seen.insert(row).inserted else { continue }
      tags.append(row)
      tags.append(tag.confidence.permille)
      tags.append(tag.matches.count)
      for match in tag.matches {
        let place = places[match.entry] ?? places.count
        if place == places.count {
          places[match.entry] = place
          entries.append(match.entry.utf8.count)
          entries.bytes += match.entry.utf8
        }
        tags.append(match.evidence)
        tags.append(match.span.lowerBound)
        tags.append(match.span.count)
        tags.append(place)
        tags.append(Int(bitPattern: UInt(bitPattern: match.weight << 1 ^ match.weight >> 63)))
      }
    }
    var packed = PackedNumbers()
    packed.append(places.count)
    packed.bytes += entries.bytes
    packed.append(seen.count)
    bytes = packed.bytes + tags.bytes
  }

  /// Takes bytes as the store has them, whatever they are.
  init(stored bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The tags, in the order in which they were packed.
  ///
  /// - Parameter name: The name in a row; a tag with an unknown one is left out.
  /// - Throws: `LibraryError.catalogDamaged` for bytes that are not tags; what `name` throws.
  func tags(_ depth: ReelStore.Depth, name: (Int) throws -> TagName?) throws -> [Tag] {
    try bytes.withUnsafeBytes { try Self.tags(in: $0, depth, name: name) }
  }

  /// The same, of bytes that SQLite lends.
  static func tags(
    in bytes: UnsafeRawBufferPointer, _ depth: ReelStore.Depth, name: (Int) throws -> TagName?
  ) throws -> [Tag] {
    var tags: [Tag] = []
    try read(bytes, depth) { row, permille, matches in
      guard let name = try name(row) else { return }
      tags.append(
        Tag(
          facet: name.facet, value: name.value, role: name.role, confidence: Confidence(permille: permille),
          matches: matches))
    }
    return tags
  }

  /// What queries use of the tags.
  func listed() throws -> [Listed] {
    var listed: [Listed] = []
    try bytes.withUnsafeBytes { bytes in
      try Self.read(bytes, .tags) { row, permille, _ in listed.append(Listed(row: row, permille: permille)) }
    }
    return listed
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ depth: ReelStore.Depth, tag: (Int, Int, [Match]) throws -> Void
  ) throws {
    var reader = PackedTagReader(bytes: bytes)
    var entries: [String] = []
    for _ in 0..<(try reader.count()) {
      let text = try reader.take(try reader.count())
      if depth == .evidence { entries.append(String(decoding: text, as: UTF8.self)) }
    }
    for _ in 0..<(try reader.count()) {
      let (row, permille, matchCount) = (try reader.number(), try reader.number(), try reader.count())
      var matches: [Match] = []
      if depth == .evidence { matches.reserveCapacity(matchCount) }
      for _ in 0..<matchCount {
        let (evidence, first, length) = (try reader.number(), try reader.number(), try reader.number())
        let (place, weight) = (try reader.number(), try reader.number())
        guard depth == .evidence else { continue }
        let (past, overflows) = first.addingReportingOverflow(length)
        guard first >= 0, length >= 0, !overflows, entries.indices.contains(place) else { throw PackedTagReader.damage }
        let magnitude = Int(bitPattern: UInt(bitPattern: weight) >> 1)
        matches.append(
          Match(
            evidence: evidence, span: first..<past, entry: entries[place],
            weight: weight & 1 == 0 ? magnitude : ~magnitude))
      }
      try tag(row, permille, matches)
    }
  }
}

/// Numbers in a row.
private struct PackedNumbers {
  var bytes: [UInt8] = []

  mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads them back; the bytes may be a stranger's.
private struct PackedTagReader {
  static let damage = LibraryError(.catalogDamaged, "has tags that cannot be read")

  private let bytes: UnsafeRawBufferPointer  // Lent for the time of one call.
  private var place = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func number() throws -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
    throw Self.damage
  }

  /// How many follow: each takes at least a byte, so there cannot be more than bytes.
  mutating func count() throws -> Int {
    let count = try number()
    guard (0...(bytes.count - place)).contains(count) else { throw Self.damage }
    return count
  }

  mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count <= bytes.count - place else { throw Self.damage }
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<(place + count)])
  }
}
