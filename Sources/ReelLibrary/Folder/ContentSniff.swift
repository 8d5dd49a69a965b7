/// Whether the first bytes of a file are those of a container that can hold video.
///
/// Only decides whether a file with an unknown ending is worth a worker's look; FFmpeg decides what it is.
enum ContentSniff {
  /// How many bytes are needed: two packets of an MPEG transport stream.
  static let byteCount = 189

  static func looksLikeVideo(_ head: some RandomAccessCollection<UInt8>) -> Bool {
    let bytes = Array(head.prefix(byteCount))
    func has(_ text: String, at offset: Int) -> Bool {
      bytes.count >= offset + text.utf8.count && bytes[offset...].starts(with: text.utf8)
    }
    return has("ftyp", at: 4) || has("moov", at: 4) || has("mdat", at: 4) || has("wide", at: 4)
      || bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])  // EBML: Matroska, WebM
      || (has("RIFF", at: 0) && has("AVI ", at: 8))
      || has("GIF87a", at: 0) || has("GIF89a", at: 0)
      || has("FLV\u{1}", at: 0)
      || bytes.starts(with: [0x00, 0x00, 0x01, 0xBA])  // MPEG program stream
      || (bytes.count == byteCount && bytes[0] == 0x47 && bytes[188] == 0x47)  // MPEG transport stream
  }
}
