import MediaFacts
import ReelSidecars

/// The texts of the XMP packet inside a video, as fields beside its own.
enum XMPFields {
  /// None for a packet that is not XMP: its video has been read all the same.
  static func fields(of packet: String?) -> [MetadataField] {
    guard let packet, let texts = try? XMPReader.texts(inPacket: Array(packet.utf8)) else { return [] }
    return texts.map { MetadataField(key: "xmp:\($0.property)", value: $0.text) }
  }
}
