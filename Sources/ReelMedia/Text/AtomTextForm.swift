/// Reads the payload of a text atom, in the three forms that QuickTime's family of formats uses.
enum AtomTextForm {
  /// FFmpeg's key for a text atom that FFmpeg 5.1 does not read; nil for all others.
  ///
  /// - Parameter inList: Whether the atom is in iTunes' list instead of the user data.
  static func key(of type: String, inList: Bool) -> String? {
    inList ? classicKeys[type] : classicKeys[type] ?? assetKeys[type]
  }

  private static let classicKeys = ["\u{a9}des": "description", "\u{a9}key": "keywords"]

  private static let assetKeys = [
    "titl": "title", "dscp": "description", "kywd": "keywords", "gnre": "genre", "perf": "artist", "auth": "artist",
    "albm": "album",
  ]

  static func texts(of type: String, _ payload: [UInt8], key: String, inList: Bool) -> [AtomText] {
    // Some writers put iTunes' form into the user data.
    if inList || payload.dropFirst(4).starts(with: "data".utf8) { return listTexts(payload, key) }
    if type == "kywd" { return keywords(payload, key) }
    if assetKeys[type] != nil { return assetTexts(payload, key) }
    return internationalTexts(payload, key)
  }

  /// iTunes: `data` atoms of a kind (1 is UTF-8, 2 UTF-16), a locale and the text.
  private static func listTexts(_ payload: [UInt8], _ key: String) -> [AtomText] {
    var texts: [AtomText] = []
    var offset = 0
    while offset + 16 <= payload.count {
      let size = payload.bigEndian(at: offset, byteCount: 4)
      guard size >= 16 else { break }
      let end = offset + min(size, payload.count - offset)
      let kind = payload.bigEndian(at: offset + 8, byteCount: 4)
      if payload[(offset + 4)..<(offset + 8)].elementsEqual("data".utf8), kind == 1 || kind == 2 {
        let bytes = Array(payload[(offset + 16)..<end])
        let value = kind == 2 ? EncodedText.utf16(bytes[...], isLittleEndian: false) : EncodedText.decode(bytes)
        texts.append(AtomText(key: key, language: nil, value: value))
      }
      offset = end
    }
    return texts
  }

  /// QuickTime's international text: length, language, text, as often as there are languages.
  private static func internationalTexts(_ payload: [UInt8], _ key: String) -> [AtomText] {
    var texts: [AtomText] = []
    var offset = 0
    while offset + 4 <= payload.count {
      let length = payload.bigEndian(at: offset, byteCount: 2)
      let language = payload.bigEndian(at: offset + 2, byteCount: 2)
      let end = offset + 4 + min(length, payload.count - offset - 4)
      let value = EncodedText.decode(Array(payload[(offset + 4)..<end]))
      texts.append(AtomText(key: key, language: EncodedText.language(language), value: value))
      offset = end
    }
    return texts
  }

  /// 3GPP: version and flags, language, then UTF-8, or UTF-16 after a byte order mark.
  private static func assetTexts(_ payload: [UInt8], _ key: String) -> [AtomText] {
    guard payload.count > 6 else { return [] }
    // A genre of iTunes is a number of two bytes, shorter than any of 3GPP's.
    let language = EncodedText.language(payload.bigEndian(at: 4, byteCount: 2))
    return [AtomText(key: key, language: language, value: EncodedText.decode(Array(payload[6...])))]
  }

  /// 3GPP's keywords: as above, with a count and a length before each word.
  private static func keywords(_ payload: [UInt8], _ key: String) -> [AtomText] {
    guard payload.count > 7 else { return [] }
    var words: [String] = []
    var offset = 7
    for _ in 0..<payload[6] where offset < payload.count {
      let end = min(offset + 1 + Int(payload[offset]), payload.count)
      words.append(EncodedText.decode(Array(payload[(offset + 1)..<end])))
      offset = end
    }
    let language = EncodedText.language(payload.bigEndian(at: 4, byteCount: 2))
    return [AtomText(key: key, language: language, value: words.filter { !$0.isEmpty }.joined(separator: ", "))]
  }
}
