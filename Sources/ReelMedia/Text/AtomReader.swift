/// Finds the texts of QuickTime, MP4 and 3GP files that FFmpeg 5.1 leaves out: `©des` and `©key` of the user data, 3GPP's
/// asset information (3GPP TS 26.244, section 8), the same words in iTunes' list, and the XMP packet.
///
/// Reads headers and small payloads through a closure, and never the media data. Whatever the bytes are, it ends: atoms
/// are inside their parents, and depth, number and bytes are bounded.
struct AtomReader {
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

  init(in byteCount: Int, read: Atom.Read) {
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

  private mutating func walk(_ range: Range<Int>, in place: Place, depth: Int, _ read: Atom.Read) {
    var offset = range.lowerBound
    while depth <= Self.deepestLevel, atomCount < Self.mostAtoms, texts.count < Self.mostTexts,
      // Only the last atom of a file may reach to its end; in user data a zero is the terminator.
      let atom = Atom(at: offset, in: range, zeroMeansToTheEnd: range.lowerBound == 0, read)
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
  private static func xmpPlace(_ atom: Atom, in place: Place, _ read: Atom.Read) -> Range<Int>? {
    if place == .userData, atom.type == "XMP_" { return atom.payload }
    guard place == .file, atom.type == "uuid", atom.payload.count > 16, read(atom.payload.lowerBound, 16) == xmpUUID
    else { return nil }
    return atom.payload.lowerBound + 16..<atom.payload.upperBound
  }

  private static let xmpUUID: [UInt8] = [
    0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
  ]

  /// Where an atom's children are: MP4's `meta` starts with a version, QuickTime's does not.
  private static func children(of atom: Atom, _ read: Atom.Read) -> Range<Int> {
    guard atom.type == "meta", atom.payload.count >= 12 else { return atom.payload }
    let isQuickTime = read(atom.payload.lowerBound, 8).suffix(4).elementsEqual("hdlr".utf8)
    return isQuickTime ? atom.payload : atom.payload.lowerBound + 4..<atom.payload.upperBound
  }
}
