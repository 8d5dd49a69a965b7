import MediaFacts
import ReelSidecars

/// Which of a video's own text fields say something about what it shows.
enum MetadataText {
  /// Whether a field, under FFmpeg's key, is evidence.
  ///
  /// Device names, encoders, dates and places are not: a reel filmed on a "Moto G Power" shows no power training.
  /// Nor is the artist, who is a person or a channel: "Hip Strength Club" films more than strength.
  static func speaks(_ key: String) -> Bool { keys.contains(MetadataField.withoutLanguage(key)) }

  /// Whether a field is the title of the file itself, which a part cut out of a longer video may have of its own.
  static func isTitle(_ key: String) -> Bool { MetadataField.withoutLanguage(key) == "title" }

  private static let keys: Set<String> = [
    "title", "comment", "description", "synopsis", "summary", "keywords", "subject", "genre", "grouping", "show",
    "album",
    "com.apple.quicktime.title", "com.apple.quicktime.comment", "com.apple.quicktime.description",
    "com.apple.quicktime.keywords", "com.apple.quicktime.displayname",
    "xmp:title", "xmp:description", "xmp:subject",
  ]
}

/// The texts of the XMP packet inside a video, as fields beside its own.
enum XMPFields {
  /// None for a packet that is not XMP: its video has been read anyway.
  static func fields(of packet: String?) -> [MetadataField] {
    guard let packet, let texts = try? XMPReader.texts(inPacket: Array(packet.utf8)) else { return [] }
    return texts.map { MetadataField(key: "xmp:\($0.property)", value: $0.text) }
  }
}
