import MediaFacts

/// What a clean copy has to be, read from the copy itself.
enum CleanCopy {
  /// What is wrong with a copy; nil when it plays as the original does and tells nothing.
  static func fault(of copy: Report, original: VideoFacts) -> String? {
    guard copy.status == .ok, let video = copy.video else { return "the copy does not play" }
    guard video.videoCodec == original.videoCodec, video.displaySize == original.displaySize else {
      return "the copy shows another picture"
    }
    guard video.rotation == original.rotation, video.isMirrored == original.isMirrored else {
      return "the copy would be turned differently"
    }
    guard hasSound(video.audioCodec, like: original.audioCodec) else { return "the copy has other sound" }
    if let fault = lengthFault(video, original) { return fault }
    guard copy.location == nil, copy.xmp == nil, copy.chapters.isEmpty else { return "the copy tells too much" }
    if let field = copy.fields.first(where: { !isHarmless($0) }) { return "the copy has a field: \(field.key)" }
    return nil
  }

  /// The original's header can be silent about its sound, or name no codec; that of the copy is hipreel's own.
  private static func hasSound(_ copy: String?, like original: String?) -> Bool {
    guard let original, original != "none" else { return true }
    // MP4 has one name for MPEG's layers 2 and 3, and FFmpeg's header reader calls both the latter.
    let layers = ["mp2", "mp3"]
    guard let copy else { return false }
    return copy == original || layers.contains(copy) && layers.contains(original)
  }

  /// Playing times are compared where both are known: two pictures more or less, or a hundredth.
  private static func lengthFault(_ copy: VideoFacts, _ original: VideoFacts) -> String? {
    guard let new = copy.durationMilliseconds, let old = original.durationMilliseconds,
      copy.durationSource != .estimated, original.durationSource != .estimated
    else { return nil }
    return abs(new - old) <= max(200, old / 100) ? nil : "the copy has another length"
  }

  /// What every file has, whoever made it.
  private static func isHarmless(_ field: MetadataField) -> Bool {
    switch MetadataField.withoutLanguage(field.key) {
    case "title", "language", "major_brand", "minor_version", "compatible_brands", "duration": true
    case "handler_name": ["VideoHandler", "SoundHandler"].contains(field.value)
    case "vendor_id": ["FFMP", "[0][0][0][0]"].contains(field.value)
    // Without a version; and names of broadcast formats, which follow from the size.
    case "encoder": field.value == "Lavf" || field.value.hasPrefix("XDCAM ") || field.value.hasPrefix("AVC-Intra ")
    default: false
    }
  }
}
