/// Atoms of QuickTime and MP4 files, byte by byte.
public enum TestAtom {
  /// An atom with its length in front; `©` in the type is one byte.
  public static func atom(_ type: String, _ payload: [UInt8]) -> [UInt8] {
    number(payload.count + 8, byteCount: 4) + type.unicodeScalars.map { UInt8($0.value & 255) } + payload
  }

  /// QuickTime's international text: several texts, each with a language.
  public static func classic(_ type: String, _ texts: (language: Int, bytes: [UInt8])...) -> [UInt8] {
    atom(type, texts.flatMap { number($0.bytes.count, byteCount: 2) + number($0.language, byteCount: 2) + $0.bytes })
  }

  /// 3GPP's asset information.
  public static func asset(_ type: String, language: String, _ bytes: [UInt8]) -> [UInt8] {
    atom(type, [0, 0, 0, 0] + number(packed(language), byteCount: 2) + bytes + [0])
  }

  /// iTunes' list entry with one text.
  public static func listed(_ type: String, _ text: String) -> [UInt8] {
    atom(type, atom("data", [0, 0, 0, 1, 0, 0, 0, 0] + Array(text.utf8)))
  }

  /// 3GPP's location: a name, a role, and fixed-point longitude, latitude and altitude.
  public static func place(latitude: Double, longitude: Double) -> [UInt8] {
    func fixed(_ value: Double) -> [UInt8] { number(Int((value * 65_536).rounded()), byteCount: 4) }
    return atom(
      "loci",
      [0, 0, 0, 0] + number(packed("eng"), byteCount: 2) + Array("Home".utf8) + [0, 0]
        + fixed(longitude) + fixed(latitude) + fixed(0) + Array("earth".utf8) + [0, 0])
  }

  /// ISO 639-2 in fifteen bits.
  public static func packed(_ language: String) -> Int {
    language.utf8.reduce(0) { $0 << 5 | (Int($1) - 0x60) }
  }

  public static func number(_ value: Int, byteCount: Int) -> [UInt8] {
    (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A file with further atoms at the end of its `moov`, which must be its last atom.
  public static func file(_ bytes: [UInt8], withMovieAtoms atoms: [UInt8]) -> [UInt8]? {
    var offset = 0
    while offset + 8 <= bytes.count {
      let size = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      guard size >= 8 else { return nil }
      if bytes[(offset + 4)..<(offset + 8)].elementsEqual("moov".utf8) {
        guard offset + size == bytes.count else { return nil }
        return Array(bytes[..<offset]) + number(size + atoms.count, byteCount: 4) + bytes[(offset + 4)...] + atoms
      }
      offset += size
    }
    return nil
  }
}
