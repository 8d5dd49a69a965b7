import MediaFacts
import ReelSidecars

/// The texts of the XMP packet inside a video, as fields beside its own.
enum XMPFields {
  /// None for a packet that is no XMP: its video has been read all the same.
  static func fields(of packet: String?) -> [MetadataField] {
    guard let packet, let texts = try? XMPReader.texts(inPacket: Array(packet.utf8)) else { return [] }
    return texts.compactMap { text in
      // "XMP description" is the reader's name for it.
      guard let property = text.field.split(separator: " ").last else { return nil }
      return MetadataField(key: "xmp:\(property)", value: text.text)
    }
  }
}
