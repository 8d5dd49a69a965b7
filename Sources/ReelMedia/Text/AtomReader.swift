/// Finds the texts of QuickTime, MP4 and 3GP files that FFmpeg 5.1 leaves out: `©des` and `©key` of the user data, 3GPP's
/// asset information (3GPP TS 26.244, section 8), the same words in iTunes' list, and the XMP packet.
///
/// Reads headers and small payloads through a closure, and never the media data. Whatever the bytes are, it ends: atoms
/// are inside their parents, and depth, number and bytes are bounded.
struct AtomReader {
  /// Reads a number of bytes at a place in the file; fewer where the file ends or may not be read further.
  typealias Read = (_ offset: Int, _ count: Int) -> [UInt8]

  private static let deepestLevel = 5
  private static let mostAtoms = 2048
  private static let mostTexts = 64
  /// UTF-16 of the longest value that is kept fits twice.
  private static let longestPayload = 4096

  private var atomCount = 0
  /// The texts of the file, in its order.
  private(set) var texts: [AtomText] = []
  /// The first XMP packet, which has its own atom; nil without one, or when it is too long.
  private(set) var xmp: [UInt8]?

  init(in byteCount: Int, read: Read) {
    walk(0..<max(0, byteCount), in: .file, depth: 0, read)
  }

  /// What an atom's children may be; all else is passed over.
  private enum Place {
    case file, movie, track, userData, list

    /// What the children of a child may be; nil when it has none that matter.
    func inside(_ type: String) -> Place? {
      switch (self, type) {
      case (.file, "moov"): .movie
      case (.movie, "trak"): .track
      case (.movie, "udta"), (.track, "udta"): .userData
      case (.movie, "meta"), (.track, "meta"), (.userData, "meta"): .userData
      case (.userData, "ilst"): .list
      default: nil
      }
    }
  }

  private struct Atom {
    let type: String
    let payload: Range<Int>
  }

  private mutating func walk(_ range: Range<Int>, in place: Place, depth: Int, _ read: Read) {
    var offset = range.lowerBound
    while depth <= Self.deepestLevel, atomCount < Self.mostAtoms, texts.count < Self.mostTexts,
      let atom = Self.atom(at: offset, in: range, read)
    {
      atomCount += 1
      if let inner = place.inside(atom.type) {
        walk(Self.children(of: atom, read), in: inner, depth: depth + 1, read)
      } else if xmp == nil, let packet = Self.xmpPlace(atom, in: place, read) {
        let bytes = read(packet.lowerBound, min(packet.count, Self.longestXMP))
        if bytes.count == packet.count { xmp = bytes }
      } else if place == .userData || place == .list, let key = AtomTextForm.key(of: atom.type, inList: place == .list)
      {
        let bytes = read(atom.payload.lowerBound, min(atom.payload.count, Self.longestPayload))
        texts += AtomTextForm.texts(of: atom.type, bytes, key: key, inList: place == .list)
      }
      offset = atom.payload.upperBound
    }
  }

  /// With room for writing in place, packets are some kilobytes long.
  private static let longestXMP = 64 << 10

  /// XMP specification part 3, section 1.1.5: in MP4 a `uuid` atom of the file, in QuickTime `XMP_` in the user data.
  private static func xmpPlace(_ atom: Atom, in place: Place, _ read: Read) -> Range<Int>? {
    if place == .userData, atom.type == "XMP_" { return atom.payload }
    guard place == .file, atom.type == "uuid", atom.payload.count > 16, read(atom.payload.lowerBound, 16) == xmpUUID
    else { return nil }
    return atom.payload.lowerBound + 16..<atom.payload.upperBound
  }

  private static let xmpUUID: [UInt8] = [
    0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
  ]

  /// The atom that begins at a place; nil at the end of its parent, and where none can begin.
  private static func atom(at offset: Int, in parent: Range<Int>, _ read: Read) -> Atom? {
    guard parent.upperBound - offset >= 8 else { return nil }
    let header = read(offset, min(16, parent.upperBound - offset))
    guard header.count >= 8 else { return nil }
    var (size, headerByteCount) = (header.bigEndian(at: 0, byteCount: 4), 8)
    if size == 1 {
      guard header.count == 16 else { return nil }
      (size, headerByteCount) = (header.bigEndian(at: 8, byteCount: 8), 16)
    } else if size == 0 {
      // To the end: only the last atom of a file may say so; in user data it is the terminator.
      guard parent.lowerBound == 0 else { return nil }
      size = parent.upperBound - offset
    }
    guard size >= headerByteCount else { return nil }
    // A file that was cut ends inside its last atom.
    let end = min(size, parent.upperBound - offset) + offset
    // `©` is one byte here, as in Latin-1.
    let type = String(String.UnicodeScalarView(header[4..<8].map { Unicode.Scalar($0) }))
    return Atom(type: type, payload: min(offset + headerByteCount, end)..<end)
  }

  /// Where an atom's children are: MP4's `meta` starts with a version, QuickTime's does not.
  private static func children(of atom: Atom, _ read: Read) -> Range<Int> {
    guard atom.type == "meta", atom.payload.count >= 12 else { return atom.payload }
    let isQuickTime = read(atom.payload.lowerBound, 8).suffix(4).elementsEqual("hdlr".utf8)
    return isQuickTime ? atom.payload : atom.payload.lowerBound + 4..<atom.payload.upperBound
  }
}

extension [UInt8] {
  /// A number of at most eight bytes, clamped to what an `Int` holds; the caller has checked that the bytes are there.
  func bigEndian(at offset: Int, byteCount: Int) -> Int {
    Int(clamping: self[offset..<offset + byteCount].reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
  }
}
